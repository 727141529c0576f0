/** The closed lists of round settings. Separate from their schema, so that the start page needs no validator. */

/**
 * `training`: explained after each message. `assessment`: explained at the end, with a pass mark. `practice`: what
 * the player is weakest at. `daily`: the same round for everyone that day.
 */
export const roundModes = ['training', 'assessment', 'practice', 'daily'] as const;
/** The mode of a round. */
export type RoundMode = (typeof roundModes)[number];

/** Bands of the Phish Scale; `moderate-least` lies in two of them. */
export const difficultyBands = ['least', 'moderately', 'very'] as const;
/** A difficulty band. */
export type DifficultyBand = (typeof difficultyBands)[number];

/** The settings of a round, as fields of round.json and as parameters of an address. */
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
/** The name of a setting. */
export type RoundParameter = (typeof roundParameters)[number];

/** Whether a name is a setting of a round. */
export const isRoundParameter = (name: string): name is RoundParameter =>
  roundParameters.some((known) => known === name);
