/** Ranks of values, by which one can say how well they order messages. */

/** The rank of each value from 1, the middle of their ranks for equal ones. */
export function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/**
 * Area under the ROC curve (Mann and Whitney's U as a share): the chance that a lure ranks above a genuine message, 0.5 where
 * ranks say nothing; also 0.5 where one kind is missing.
 */
export function aucOf(ranks: readonly number[], lures: readonly boolean[]): number {
  let count = 0;
  let total = 0;
  for (const [index, lure] of lures.entries()) {
    if (!lure) continue;
    count += 1;
    total += ranks[index] ?? 0;
  }
  const others = lures.length - count;
  if (count === 0 || others === 0) return 0.5;
  return (total - (count * (count + 1)) / 2) / (count * others);
}
