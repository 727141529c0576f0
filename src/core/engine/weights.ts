import type { Weight } from '../scenario/format/solution.ts';

/** What finding a fact is worth, by its weight. */
export const weights = { decisive: 3, strong: 2, soft: 1 } as const satisfies Record<Weight, number>;

/** What finding a reassurance of a genuine message is worth. */
export const reassuranceWeight = 3;

/** What looking at a source that settles the message is worth. */
export const checkWeight = 2;

/** What is enough for full marks on a lure: two deciding facts, or one of them and a strong one. More is shown and earns nothing. */
export const enoughForLure = 5;

/** What is enough for full marks on a genuine message: one reassurance. */
export const enoughForGenuine = 3;
