import { useEffect, useRef, useState } from 'react';
import { threadPath } from './thread-path.ts';

/** A line from the explanation in sight to the words it is about. In narrow windows the style sheet hides it. */
export function Thread() {
  const drawing = useRef<SVGSVGElement>(null);
  const [path, setPath] = useState<string>();
  useEffect(() => {
    const draw = (): void => setPath(pathNow(drawing.current));
    // After the message beside it has been drawn with its marks, and again when more of it is drawn, as a channel is in parts.
    let frame = requestAnimationFrame(draw);
    const message = document.querySelector('.pane');
    const drawn = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    });
    if (message !== null) drawn.observe(message, { childList: true, subtree: true });
    const changes = ['scroll', 'resize', 'animationend', 'load', 'toggle'];
    // Captured, as most of these do not bubble.
    for (const change of changes) addEventListener(change, draw, true);
    return () => {
      cancelAnimationFrame(frame);
      drawn.disconnect();
      for (const change of changes) removeEventListener(change, draw, true);
    };
  }, []);
  return (
    <svg ref={drawing} className="debrief-thread" aria-hidden="true">
      <marker
        id="thread-end"
        viewBox="-4 -4 8 8"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
      >
        <circle r="3" />
      </marker>
      {path !== undefined && <path d={path} pathLength={1} markerEnd="url(#thread-end)" />}
    </svg>
  );
}

/** The line between what is on the page now, in the coordinates of the drawing. */
function pathNow(drawing: SVGSVGElement | null): string | undefined {
  const card = document.querySelector('.first-sight > .card');
  const panel = document.querySelector('.debrief-panel');
  const words = [...document.querySelectorAll('.message .region.lit')].flatMap((part) => [
    ...part.getClientRects(),
  ]);
  const message = document.querySelector('.pane > .reader');
  if (!drawing || !card || !panel || !message) return undefined;
  const { left, top } = drawing.getBoundingClientRect();
  const here = (box: DOMRect) => ({
    left: box.left - left,
    right: box.right - left,
    top: box.top - top,
    bottom: box.bottom - top,
  });
  return threadPath({
    card: here(card.getBoundingClientRect()),
    panel: here(panel.getBoundingClientRect()),
    words: words.map(here),
    message: here(message.getBoundingClientRect()),
  });
}
