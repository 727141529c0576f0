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
  /** The first line of the words. */
  readonly words: Box;
  /** What of the message is in sight. */
  readonly message: Box;
}

const bend = 14;

/**
 * Out of the middle of the card, along the gap between panel and message, and below the words, so that it crosses no
 * text. Undefined where either end is out of sight.
 */
export function threadPath({ card, panel, words, message }: ThreadEnds): string | undefined {
  const top = Math.max(card.top, panel.top);
  const bottom = Math.min(card.bottom, panel.bottom);
  const end = words.bottom + 3;
  if (bottom - top < 2 * bend || end < message.top || end > message.bottom) return undefined;
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
