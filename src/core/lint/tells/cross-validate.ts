/** How well all features together foretell messages of kinds that were not learnt from. */
import { logisticWeights, scoreOf } from './logistic.ts';

export interface Row {
  readonly values: readonly number[];
  readonly lure: boolean;
  /** Lures and twins share it, so what is learnt of one cannot be used on the other. */
  readonly archetype: string;
}

/** Groups of archetypes, each in turn left out of learning. */
const folds = 8;

/** The score of each row, from weights learnt on rows of other archetypes; higher is more like a lure. */
export function crossValidatedScores(rows: readonly Row[]): readonly number[] {
  const archetypes = [...new Set(rows.map(({ archetype }) => archetype))].toSorted();
  const foldOf = new Map(archetypes.map((archetype, index) => [archetype, index % folds]));
  const scores = rows.map(() => 0);
  for (let fold = 0; fold < Math.min(folds, archetypes.length); fold += 1) {
    const learnt = rows.filter(({ archetype }) => foldOf.get(archetype) !== fold);
    if (!learnt.some(({ lure }) => lure) || learnt.every(({ lure }) => lure)) continue;
    const standardize = standardizerOf(learnt.map(({ values }) => values));
    const weights = logisticWeights(
      learnt.map(({ values }) => standardize(values)),
      learnt.map(({ lure }) => lure),
    );
    for (const [index, { values, archetype }] of rows.entries()) {
      if (foldOf.get(archetype) === fold) scores[index] = scoreOf(standardize(values), weights);
    }
  }
  return scores;
}

/** Brings each column to mean 0 and deviation 1; a column that never varies becomes 0. */
function standardizerOf(rows: readonly (readonly number[])[]): (row: readonly number[]) => readonly number[] {
  const columns = (rows[0] ?? []).map((_, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return (row) =>
    columns.map(({ mean, deviation }, column) =>
      deviation < 1e-9 ? 0 : ((row[column] ?? 0) - mean) / deviation,
    );
}
