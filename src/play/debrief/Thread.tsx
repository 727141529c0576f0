import { useEffect, useRef, useState } from 'react';
import { threadPath } from './thread-path.ts';

/** A line from the explanation in sight to the words it is about. In narrow windows the style sheet hides it. */
export function Thread() {
  const drawing = useRef<SVGSVGElement>(null);
  const [path, setPath] = useState<string>();
  useEffect(() => {
    const draw = (): void => setPath(pathNow(drawing.current));
    // After the message beside it has been drawn with its marks.
    const frame = requestAnimationFrame(draw);
    const changes = ['scroll', 'resize', 'animationend', 'load', 'toggle'];
    // Captured, as most of these do not bubble.
    for (const change of changes) addEventListener(change, draw, true);
    return () => {
      cancelAnimationFrame(frame);
      for (const change of changes) removeEventListener(change, draw, true);
    };
  }, []);
  return (
    <svg ref={drawing} className="debrief-thread" aria-hidden="true">
      {path !== undefined && <path d={path} pathLength={1} />}
    </svg>
  );
}

/** The line between what is on the page now, in the coordinates of the drawing. */
function pathNow(drawing: SVGSVGElement | null): string | undefined {
  const card = document.querySelector('.first-sight > .card');
  const panel = document.querySelector('.debrief-panel');
  const words = document.querySelector('.message .region.lit')?.getClientRects()[0];
  const message = document.querySelector('.pane > .reader');
  if (!drawing || !card || !panel || !words || !message) return undefined;
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
    words: here(words),
    message: here(message.getBoundingClientRect()),
  });
}
