/** The line from an explanation to the words it is about, in CSS pixels. */

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ThreadEnds {
  /** The card of the explanation. */
  readonly card: Box;
  /** What of the panel around the card is in sight. */
  readonly panel: Box;
  /** The lines of the words. */
  readonly words: readonly Box[];
  /** What of the message is in sight. */
  readonly message: Box;
}

const bend = 14;

/**
 * Out of the middle of the card, along the gap between panel and message, and below the first line of the words that is in sight, so that
 * it crosses no text. Of a picture that is cut off, up to its side. Undefined where either end is out of sight.
 */
export function threadPath({ card, panel, words: lines, message }: ThreadEnds): string | undefined {
  const top = Math.max(card.top, panel.top);
  const bottom = Math.min(card.bottom, panel.bottom);
  const words = lines.find((line) => line.right - line.left > 1 && isInSight(line, message));
  if (bottom - top < 2 * bend || words === undefined) return undefined;
  const below = words.bottom + 3;
  const end = below <= message.bottom ? below : (Math.max(words.top, message.top) + message.bottom) / 2;
  const start = (top + bottom) / 2;
  const gap = message.left + bend;
  const turn = Math.min(bend, Math.abs(end - start) / 2);
  const down = end < start ? -turn : turn;
  return [
    `M${card.right} ${start}`,
    `H${gap - turn}`,
    `Q${gap} ${start} ${gap} ${start + down}`,
    `V${end - down}`,
    `Q${gap} ${end} ${gap + turn} ${end}`,
    `H${words.left}`,
  ].join('');
}

/** Whether enough of it is in sight to lead a line there. */
const isInSight = (box: Box, view: Box): boolean =>
  Math.min(box.bottom, view.bottom) - Math.max(box.top, view.top) > 8;
