/** Logistic regression, small enough to read. */

/** Of each feature its weight, for columns that are standardized. */
export type Weights = readonly number[];

/** How strongly weights are drawn to zero: about one message's worth of doubt on each feature. */
const ridge = 1;
/** Newton's method has long settled by then. */
const steps = 12;

/**
 * The weights that tell rows marked true from the others, drawn towards zero (ridge; le Cessie and van Houwelingen 1992).
 * Both kinds count as much as each other, so no constant is needed; always the same for the same input.
 */
export function logisticWeights(rows: readonly (readonly number[])[], marks: readonly boolean[]): Weights {
  const width = rows[0]?.length ?? 0;
  const marked = marks.filter(Boolean).length;
  const share = { yes: rows.length / (2 * marked), no: rows.length / (2 * (rows.length - marked)) };
  let weights: Weights = Array.from({ length: width }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => -ridge * weight);
    const curvature = weights.map((_, line): number[] =>
      weights.map((__, column) => (line === column ? ridge : 0)),
    );
    for (const [index, row] of rows.entries()) {
      const mark = marks[index] === true;
      const importance = mark ? share.yes : share.no;
      const chance = 1 / (1 + Math.exp(-scoreOf(row, weights)));
      for (const [line, value] of row.entries()) {
        gradient[line] = (gradient[line] ?? 0) + importance * value * (Number(mark) - chance);
        const bend = importance * chance * (1 - chance) * value;
        const curved = curvature[line] ?? [];
        for (const [column, other] of row.entries()) curved[column] = (curved[column] ?? 0) + bend * other;
      }
    }
    const change = solved(curvature, gradient);
    weights = weights.map((weight, index) => weight + (change[index] ?? 0));
  }
  return weights;
}

/** The sum of a row's values by their weights: the higher, the more like the marked rows. */
export function scoreOf(row: readonly number[], weights: Weights): number {
  return row.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
}

/** Solves a symmetric positive definite system by elimination; the ridge keeps every pivot above zero. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [pivot, upper] of rows.entries()) {
    const head = upper[pivot] ?? 1;
    for (const lower of rows.slice(pivot + 1)) {
      const factor = (lower[pivot] ?? 0) / head;
      if (factor === 0) continue;
      for (let column = pivot; column < upper.length; column += 1)
        lower[column] = (lower[column] ?? 0) - factor * (upper[column] ?? 0);
    }
  }
  const solution = right.map(() => 0);
  for (let line = rows.length - 1; line >= 0; line -= 1) {
    const row = rows[line] ?? [];
    const known = solution.reduce(
      (total, value, column) => (column > line ? total + value * (row[column] ?? 0) : total),
      0,
    );
    solution[line] = ((row.at(-1) ?? 0) - known) / (row[line] ?? 1);
  }
  return solution;
}
