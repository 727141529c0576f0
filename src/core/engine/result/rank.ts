/** The rank of a round by its score. These thresholds are the only ones. */

/** From the lowest; `from` is the least score, 0 to 100. */
const ranks = [
  { rank: 'apprentice', from: 0 },
  { rank: 'kyu5', from: 50 },
  { rank: 'kyu4', from: 60 },
  { rank: 'kyu3', from: 70 },
  { rank: 'kyu2', from: 80 },
  { rank: 'kyu1', from: 90 },
  { rank: 'master', from: 97 },
] as const;

export type Rank = (typeof ranks)[number]['rank'];

export interface Ranking {
  readonly rank: Rank;
  /** The rank above and how many whole points it is away; absent at the top. */
  readonly next?: { readonly rank: Rank; readonly missing: number };
}

/** The rank of a score from 0 to 100, which counts as it is shown: rounded. */
export function rankOf(score: number): Ranking {
  const shown = Math.round(score);
  const above = ranks.find(({ from }) => from > shown);
  const { rank } = ranks.findLast(({ from }) => from <= shown) ?? ranks[0];
  return { rank, ...(above && { next: { rank: above.rank, missing: above.from - shown } }) };
}
