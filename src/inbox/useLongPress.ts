/** A long press on a link shows its target, as on any phone. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';

const heldMilliseconds = 500;

/**
 * Returns handlers for the element that contains the links. `onHold` receives the id of the held link and
 * where it was held. With
 * `withMouse`, a mouse can hold too (on a drawn phone).
 */
export function useLongPress(onHold: (link: string, held: Element) => void, withMouse: boolean) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const cancel = (): void => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent): void => {
      held.current = false;
      const { target } = event;
      const link = linkUnder(target);
      if ((event.pointerType === 'mouse' && !withMouse) || link === undefined) return;
      timer.current = setTimeout(() => {
        held.current = true;
        if (target instanceof Element) onHold(link, target);
      }, heldMilliseconds);
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerMove: (event: PointerEvent): void => {
      if (Math.hypot(event.movementX, event.movementY) > 4) cancel();
    },
    // Lifting the finger after a long press must not set a flag.
    onClickCapture: (event: MouseEvent): void => {
      // Keyboard clicks have `detail === 0`; never swallow them.
      const ofFinger = held.current && event.detail > 0;
      held.current = false;
      if (!ofFinger) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu: (event: MouseEvent): void => {
      if (linkUnder(event.target) !== undefined) event.preventDefault();
    },
  };
}

/** The id of the link that an event happened on. */
export function linkUnder(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const region = target.closest<HTMLElement>('.region');
  return (
    target.closest<HTMLElement>('[data-link]')?.dataset['link'] ??
    region?.querySelector<HTMLElement>('[data-link]')?.dataset['link']
  );
}
