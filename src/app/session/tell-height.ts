/** Tells the page around the frame how high the game is. */
import type { Host } from '../../lms/frame/host.ts';

/** Of the content, not of the document: that one is never lower than its frame, and the two would chase each other. */
export function tellHeight(root: HTMLElement, host: Host): void {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) return;
    told = height;
    host.announce({ type: 'resize', height });
  }).observe(root);
}
