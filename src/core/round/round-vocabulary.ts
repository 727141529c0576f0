/** The closed lists of a round's settings, kept apart from their schema so that the start page needs no validator. */

/** training: explained after each message; assessment: at the end, with a pass mark; practice: what one is weakest at; daily: the same for all that day. */
export const roundModes = ['training', 'assessment', 'practice', 'daily'] as const;
export type RoundMode = (typeof roundModes)[number];

/** Bands of the Phish Scale; `moderate-least` lies in two of them. */
export const difficultyBands = ['least', 'moderately', 'very'] as const;
export type DifficultyBand = (typeof difficultyBands)[number];

/** What may be said of a round, as a field of round.json and as a parameter in an address. */
export const roundParameters = [
  'mode',
  'packs',
  'length',
  'genuine',
  'difficulty',
  'channels',
  'seed',
  'timer',
  'passMark',
  'languages',
  'hints',
  'reason',
  'skin',
  'weights',
] as const;
export type RoundParameter = (typeof roundParameters)[number];

export const isRoundParameter = (name: string): name is RoundParameter =>
  roundParameters.some((known) => known === name);
