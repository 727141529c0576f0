/** How sure a player says to be, in words: six seals, three for each verdict. */
import type { Truth } from '../scenario/format/solution.ts';

export const surenesses = ['sure', 'likely', 'leaning'] as const;
export type Sureness = (typeof surenesses)[number];

/** The chance that a word stands for. */
export const confidenceOf = { sure: 0.95, likely: 0.75, leaning: 0.55 } as const satisfies Record<
  Sureness,
  number
>;

/** The word for a chance; rounds kept from a slider have others than three. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.65 ? 'likely' : 'leaning';
}

export interface Seal {
  readonly verdict: Truth;
  readonly sureness: Sureness;
}

/** The six seals in the order of the row and of the keys 1 to 6, from surely phishing to surely genuine. */
export const seals: readonly Seal[] = [
  { verdict: 'phish', sureness: 'sure' },
  { verdict: 'phish', sureness: 'likely' },
  { verdict: 'phish', sureness: 'leaning' },
  { verdict: 'legitimate', sureness: 'leaning' },
  { verdict: 'legitimate', sureness: 'likely' },
  { verdict: 'legitimate', sureness: 'sure' },
];
