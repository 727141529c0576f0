/** Single keys and chords of the studio. */
import { useEffect, useRef } from 'react';
import { isComposing } from '../ui/is-composing.ts';

/** What a key does. Names: `c`, `shift+a`, `alt+ArrowUp`, `mod+z` (Ctrl, or ⌘), `?`. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Listens on the page as long as the component is there. While one types, only chords with Ctrl, ⌘ or Alt count; while a dialog is
 * open, none.
 */
export function useStudioKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.defaultPrevented ||
        isComposing({ key: event.key, nativeEvent: event }) ||
        document.querySelector('dialog[open]')
      )
        return;
      const name = nameOf(event);
      const act = latest.current[name];
      if (act === undefined || (isTyping(event.target) && !/^(mod|alt)\+/.test(name))) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function nameOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  // With Alt, a Mac types another sign.
  const typed = altKey ? code.replace(/^(?:Key|Digit)/, '') : key;
  const letter = typed.length === 1 ? typed.toLowerCase() : typed;
  const isLetter = /^[a-z]$/.test(letter);
  return [
    ...(ctrlKey || metaKey ? ['mod'] : []),
    ...(altKey ? ['alt'] : []),
    // Other signs, such as ?, are typed with Shift on some keyboards and without it on others.
    ...(shiftKey && (isLetter || key.length > 1) ? ['shift'] : []),
    letter,
  ].join('+');
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null;
