/** The expressions in a text that can be compared with another text: times, days, spans, sums, codes and numbers. */
import { numbersIn } from './named-values.ts';

/**
 * Clock times, days, spans, sums and codes. A code is matched from its first letter only, and a number is taken whole also where no
 * unit follows, which keeps the search linear.
 */
const expression =
  /\d{1,2}:\d{2}|\d{1,2}月\d{1,2}日|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|\d[\d,.]*(?:\s?(?:yen|hours?|days?|minutes?|円|万円|時間|日間|日以内|分|%|倍))?|(?<![A-Z]-?)[A-Z](?:-?[A-Z])*-?\d[A-Z0-9-]{3,}/g;

const bareNumber = /^[\d,.]+$/;

/** The expressions in a text that a clue may share with an innocent place, or a message with what its recipient knows. */
export const expressionsIn = (text: string): readonly string[] => [
  ...(text.normalize('NFKC').match(expression) ?? []).filter((one) => !bareNumber.test(one)),
  ...numbersIn(text),
];
