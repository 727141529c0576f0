/** Single keys of the game. The player can turn them off. */
import { useEffect, useEffectEvent } from 'react';
import { isComposing } from './is-composing.ts';

/** Calls `press` for every key pressed on the page; it returns whether it used the key. */
export function useKeys(press: (event: KeyboardEvent) => boolean): void {
  const use = useEffectEvent((event: KeyboardEvent): void => {
    if (press(event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => use(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What takes letters and digits itself: a field or a menu. Radio buttons take neither. */
const takesKeys = '[role="menu"], select, textarea, input:not([type="radio"]), [contenteditable]';

/** What has keys of its own, beside those of the game. */
const layer = 'dialog, [popover]';

/** What keeps the whole game from being used: an open dialog, or a host that makes it wait; not the toolbar after the answer. */
const coversAll = 'dialog[open], [inert]:not(.toolbar-room)';

/** What Enter works by itself. */
const takesEnter = 'button, a, summary, .region';

/** Whether a key without modifiers is pressed for the game. */
export function isForGame(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && isFree(event);
}

/** Whether a key without modifiers is pressed in the dialog or popover around an element, and not in a field of it. */
export function isForLayerOf(element: Element | null, event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey || !(target instanceof Element) || !isUnused(event)) return false;
  const around = element?.closest(layer);
  return around !== undefined && around !== null && target.closest(layer) === around;
}

/** Whether Enter is pressed to go on: with Ctrl or Command anywhere, as mail programs send, else where it has no other use. */
export function goesOn(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey || !isFree(event)) return false;
  const { target, ctrlKey, metaKey } = event;
  return ctrlKey || metaKey || !(target instanceof Element && target.closest(takesEnter) !== null);
}

/** Whether a key belongs neither to a field or dialog nor to the browser or an input method. */
function isFree(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!isUnused(event) || document.querySelector(coversAll) !== null) return false;
  return !(target instanceof Element && target.closest(layer) !== null);
}

/** Whether the player wants single keys, and this one belongs neither to a field nor to the browser or an input method. */
function isUnused(event: KeyboardEvent): boolean {
  const { target, key, altKey, repeat, defaultPrevented } = event;
  if (altKey || repeat || defaultPrevented) return false;
  if (document.documentElement.dataset['keys'] === 'off') return false;
  if (isComposing({ key, nativeEvent: event })) return false;
  return !(target instanceof Element && target.closest(takesKeys) !== null);
}
