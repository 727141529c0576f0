/** Tells a press on a part of a message from the selecting of its text, which marks nothing. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';

/** CSS pixels that a hand moves while it means to stand still; beyond the second figure it drags, whether or not text was selected. */
const tremor = 4;
const drag = 8;

interface Press {
  readonly x: number;
  readonly y: number;
  /** Whether a finger came down on what is selected, which only puts the selection away; a mouse there clicks. */
  readonly dismisses: boolean;
}

/** Handlers for the element; `onPress` is called at once at a click, and once more where the click turns out to be the first of a double click. */
export function usePress(onPress: () => void) {
  const press = useRef<Press>(undefined);
  /** Whether the last click counted, so that a double click can take it back. */
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

/** Whether a click is no part of selecting; one without a pointer comes from assistive technology and always is. */
function isMeant({ detail, shiftKey, currentTarget, clientX, clientY }: MouseEvent, began?: Press): boolean {
  if (detail === 0) return true;
  const moved = began === undefined ? 0 : Math.hypot(clientX - began.x, clientY - began.y);
  if (shiftKey || moved > drag) return false;
  if (!isSelected(currentTarget)) return true;
  if (detail > 1 || moved > tremor || began?.dismisses === true) return false;
  // A letter that a trembling hand brushed is no selection, and Chromium takes an old one away only after the click.
  getSelection()?.removeAllRanges();
  return true;
}

function isSelected(element: Element): boolean {
  const selection = getSelection();
  // Firefox selects in several places where Ctrl is held.
  return Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection?.getRangeAt(index)).some(
    (range) => range?.collapsed === false && range.intersectsNode(element),
  );
}
