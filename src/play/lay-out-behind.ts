/** Lays out what is drawn but hidden, so that its first layout is not part of the press that shows it. */
import type { RefObject } from 'react';
import { whenIdle } from '../ui/idle.ts';

/**
 * Lays out a copy of the hidden element after `place`, out of sight, as soon as it is drawn and the browser is idle. The browser then
 * has the fonts of its text, whose search takes longer than the layout itself. Returns a function that calls it off.
 */
export function layOutBehind(place: RefObject<HTMLElement | null>): () => void {
  let callOff = whenIdle(look);
  function look(): void {
    const hidden = place.current?.nextElementSibling;
    const copy = hidden?.querySelector('.reader') === null ? undefined : hidden?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) {
      callOff = whenIdle(look);
      return;
    }
    copy.inert = true;
    copy.style.cssText = 'position: absolute; visibility: hidden;';
    hidden?.after(copy);
    copy.getBoundingClientRect();
    copy.remove();
  }
  return () => callOff();
}
