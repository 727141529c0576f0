/** A proportion with its uncertainty. */
import type { Interval } from '../engine/result/detection.ts';
import { inverseNormal } from '../engine/result/normal.ts';

/** `count` of `total`, with the share and its 95 % confidence interval. */
export interface Proportion {
  readonly count: number;
  readonly total: number;
  /** 0 to 1; 0 if `total` is 0. */
  readonly share: number;
  /** Wilson's score interval (1927), within 0 to 1; the full range if `total` is 0. */
  readonly interval: Interval;
}

const z = inverseNormal(0.975);

/** The proportion of `count` in `total`. */
export function proportion(count: number, total: number): Proportion {
  if (total === 0) return { count, total, share: 0, interval: { low: 0, high: 1 } };
  const share = count / total;
  const weight = 1 + z ** 2 / total;
  const middle = (share + z ** 2 / (2 * total)) / weight;
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  return {
    count,
    total,
    share,
    interval: { low: Math.max(0, middle - half), high: Math.min(1, middle + half) },
  };
}
