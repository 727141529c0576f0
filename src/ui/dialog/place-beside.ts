/** Where a card goes that is shown beside something. All numbers are CSS pixels of the window. */

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly left: number;
  readonly top: number;
  /** The most that the card may take; it scrolls inside. */
  readonly height: number;
}

/** Between the card and what it is about, and between the card and the edge of the window. */
const gap = 8;

/**
 * The place of a card beside what it is about: to the right if it fits there, else to the left, else below or above,
 * where there is more room. It is always whole in the window.
 */
export function placeBeside(edges: Edges, card: Size, window: Size): Place {
  const whole = window.height - 2 * gap;
  const aside = { top: within(edges.top, Math.min(card.height, whole), window.height), height: whole };
  const right = edges.right + gap;
  const left = edges.left - gap - card.width;
  const fits = (start: number): boolean => start >= gap && start + card.width + gap <= window.width;
  if (fits(right)) return { left: right, ...aside };
  if (fits(left)) return { left, ...aside };
  const along = within(edges.left, card.width, window.width);
  const above = edges.top - 2 * gap;
  const below = window.height - edges.bottom - 2 * gap;
  // What it is about is scrolled out of the window, or fills it.
  if (Math.max(above, below) < least || Math.max(above, below) > whole) return { left: along, ...aside };
  if (below >= Math.min(card.height, above)) return { left: along, top: edges.bottom + gap, height: below };
  return { left: along, top: edges.top - gap - Math.min(card.height, above), height: above };
}

/** A card with less height than this could not be read. */
const least = 160;

/** The start of a stretch near `start` that leaves a gap at both ends of the window. */
function within(start: number, length: number, whole: number): number {
  return Math.max(gap, Math.min(start, whole - gap - length));
}
