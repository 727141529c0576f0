/** A finger held on a link asks for its target, as on any phone. */
import { type MouseEvent, type PointerEvent, useRef } from 'react';

const heldMilliseconds = 500;

/** Handlers for the element that holds the links; `onHold` gets the id of the held one. A mouse holds too where a phone is drawn. */
export function useLongPress(onHold: (link: string) => void, withMouse: boolean) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const cancel = (): void => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent): void => {
      held.current = false;
      const link = linkUnder(event.target);
      if ((event.pointerType === 'mouse' && !withMouse) || link === undefined) return;
      timer.current = setTimeout(() => {
        held.current = true;
        onHold(link);
      }, heldMilliseconds);
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerMove: (event: PointerEvent): void => {
      if (Math.hypot(event.movementX, event.movementY) > 4) cancel();
    },
    // The finger that asked for the target must not plant a flag when it lifts.
    onClickCapture: (event: MouseEvent): void => {
      // A key clicks as well, with a count of 0: after a hold that no click followed, it is not the finger's.
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

/** The id of the link an event happened on. */
export function linkUnder(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const region = target.closest<HTMLElement>('.region');
  return (
    target.closest<HTMLElement>('[data-link]')?.dataset['link'] ??
    region?.querySelector<HTMLElement>('[data-link]')?.dataset['link']
  );
}
