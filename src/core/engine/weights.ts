import type { Weight } from '../scenario/format/solution.ts';

/** What finding a fact is worth, by its weight. */
export const weights = { decisive: 3, strong: 2, soft: 1 } as const satisfies Record<Weight, number>;
