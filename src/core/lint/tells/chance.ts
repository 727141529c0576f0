/** What pure chance would give, found by shuffling which messages are lures. */
import { aucOf } from './ranks.ts';

/** Shuffles; with 500 the 95 % point is known to about one percent of probability. */
const shuffles = 500;

/**
 * How far from 0.5 the farthest AUC of all these features lies in 95 of 100 shuffles (Westfall and Young's maximum, so that
 * looking at many features finds no tell by luck). The same for the same input.
 */
export function reachOfChance(features: readonly (readonly number[])[], lures: readonly boolean[]): number {
  const random = numbersFrom(lures.length + 1);
  const farthest = Array.from({ length: shuffles }, () => {
    const labels = shuffled(lures, random);
    return Math.max(0, ...features.map((ranks) => Math.abs(aucOf(ranks, labels) - 0.5)));
  });
  return farthest.toSorted((a, b) => a - b)[Math.ceil(shuffles * 0.95) - 1] ?? 0.5;
}

/** Fisher and Yates. */
function shuffled(values: readonly boolean[], random: () => number): readonly boolean[] {
  const list = [...values];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = list[last] ?? false;
    list[last] = list[other] ?? false;
    list[other] = kept;
  }
  return list;
}

/** Mulberry32: numbers from 0 up to 1 that look random and are the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
