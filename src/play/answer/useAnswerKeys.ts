/** Keys for answering while a message is open: 1 to 6 choose a seal, X swaps the ink. The player can turn them off. */
import { useEffect, useEffectEvent } from 'react';
import { type Seal, seals } from '../../core/engine/sureness.ts';
import { isComposing } from '../../ui/is-composing.ts';

interface AnswerKeys {
  readonly onSeal: (seal: Seal) => void;
  readonly onSwap: () => void;
}

export function useAnswerKeys({ onSeal, onSwap }: AnswerKeys): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!isOurs(event)) return;
    const seal = /^[1-6]$/.test(event.key) ? seals[Number(event.key) - 1] : undefined;
    if (seal !== undefined) onSeal(seal);
    else if (event.key.toLowerCase() === 'x') onSwap();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** What takes letters and digits itself: a field, and whatever is in a dialog. Radio buttons take neither. */
const takesKeys = 'dialog, select, textarea, input:not([type="radio"]), [contenteditable]';

/** What keeps the whole game from being used: an open dialog, or a host that makes it wait. */
const coversAll = 'dialog[open], [inert]';

/** Whether a key is pressed for the message, and neither for a field or dialog nor for the browser or an input method. */
function isOurs(event: KeyboardEvent): boolean {
  const { target, key, altKey, ctrlKey, metaKey, repeat, defaultPrevented } = event;
  if (altKey || ctrlKey || metaKey || repeat || defaultPrevented) return false;
  if (isComposing({ key, nativeEvent: event })) return false;
  if (document.documentElement.dataset['keys'] === 'off' || document.querySelector(coversAll) !== null) {
    return false;
  }
  return !(target instanceof Element && target.closest(takesKeys) !== null);
}
