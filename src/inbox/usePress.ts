/** Distinguishes a press on a part of a message from a text selection, which must not flag anything. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';

/**
 * In CSS pixels. Movement up to `tremor` is a hand holding still; beyond `drag` it is a drag, even if no text was
 * selected.
 */
const tremor = 4;
const drag = 8;

interface Press {
  readonly x: number;
  readonly y: number;
  /** Whether a finger touched selected text, which only clears the selection. A mouse click there is a normal click. */
  readonly dismisses: boolean;
}

/**
 * Returns handlers for the element. `onPress` is called at once on a click, and again if that click turns out to be
 * the first of a double click, to undo it.
 */
export function usePress(onPress: () => void) {
  const press = useRef<Press>(undefined);
  /** Whether the last click counted, so that a double click can undo it. */
  const counted = useRef(false);
  return {
    onPointerDown: ({ currentTarget, clientX, clientY, pointerType }: PointerEvent): void => {
      const dismisses = pointerType === 'touch' && isSelected(currentTarget);
      press.current = { x: clientX, y: clientY, dismisses };
    },
    onClick: (event: MouseEvent): void => {
      const began = press.current;
      press.current = undefined;
      const second = event.detail > 1 && counted.current;
      counted.current = second ? false : isMeant(event, began);
      if (second || counted.current) onPress();
    },
  };
}

/**
 * Whether a click is not part of a selection. A click without a pointer comes from assistive technology and always
 * counts.
 */
function isMeant({ detail, shiftKey, currentTarget, clientX, clientY }: MouseEvent, began?: Press): boolean {
  if (detail === 0) return true;
  const moved = began === undefined ? 0 : Math.hypot(clientX - began.x, clientY - began.y);
  if (shiftKey || moved > drag) return false;
  if (!isSelected(currentTarget)) return true;
  if (detail > 1 || moved > tremor || began?.dismisses === true) return false;
  // A letter touched by a trembling hand is not a selection. Chromium clears an old selection only after the click.
  getSelection()?.removeAllRanges();
  return true;
}

function isSelected(element: Element): boolean {
  const selection = getSelection();
  // Firefox can have several ranges (Ctrl and drag).
  return Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection?.getRangeAt(index)).some(
    (range) => range?.collapsed === false && range.intersectsNode(element),
  );
}
