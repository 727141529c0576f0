/** How well a player's confidence matches being right. */

/** One verdict's confidence, 0.5 to 1, and whether the verdict was right. */
export interface Judgement {
  readonly confidence: number;
  readonly correct: boolean;
}

/** The judgements whose confidence lies in one tenth, from `low` up to but not with `high`; the last takes 1 too. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** 0.5 to 1. */
  readonly meanConfidence: number;
  /** Share of right verdicts, 0 to 1. */
  readonly accuracy: number;
}

/** Murphy's parts: Brier = reliability − resolution + uncertainty, exactly so where a bin holds one confidence. */
export interface CalibrationMeasures {
  readonly count: number;
  /** Mean (p − o)²: 0 best; always saying 50 % gives 0.25. */
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** Mean confidence less accuracy, −0.5 to 1: above 0 is surer than right. */
  readonly overconfidence: number;
}

/** A curve is drawn only from 30 judgements; before that there is `needed` beside what can be said already. */
export type Calibration =
  | { readonly kind: 'none'; readonly needed: number }
  | ({ readonly kind: 'notEnough'; readonly needed: number } & CalibrationMeasures)
  | ({ readonly kind: 'curve'; readonly bins: readonly Bin[] } & CalibrationMeasures);

/** Judgements below which no curve is told. */
export const neededForCurve = 30;

const edges = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** What may be said about these judgements; those of several rounds may be put together. */
export function calibration(judgements: readonly Judgement[]): Calibration {
  const count = judgements.length;
  if (count === 0) return { kind: 'none', needed: neededForCurve };
  const bins = binsOf(judgements);
  const accuracy = mean(judgements.map(rightness));
  const overBins = (term: (bin: Bin) => number) =>
    bins.reduce((sum, bin) => sum + bin.count * term(bin), 0) / count;
  const measures: CalibrationMeasures = {
    count,
    brier: mean(judgements.map((judgement) => (judgement.confidence - rightness(judgement)) ** 2)),
    reliability: overBins((bin) => (bin.meanConfidence - bin.accuracy) ** 2),
    resolution: overBins((bin) => (bin.accuracy - accuracy) ** 2),
    uncertainty: accuracy * (1 - accuracy),
    overconfidence: mean(judgements.map(({ confidence }) => confidence)) - accuracy,
  };
  if (count < neededForCurve) return { kind: 'notEnough', needed: neededForCurve, ...measures };
  return { kind: 'curve', bins, ...measures };
}

/** The bins that hold a judgement, from the least sure up. */
function binsOf(judgements: readonly Judgement[]): readonly Bin[] {
  return edges.flatMap((low, index) => {
    const high = edges[index + 1] ?? 1;
    const within = judgements.filter(
      ({ confidence }) => confidence >= low && (confidence < high || high === 1),
    );
    if (within.length === 0) return [];
    return [
      {
        low,
        high,
        count: within.length,
        meanConfidence: mean(within.map(({ confidence }) => confidence)),
        accuracy: mean(within.map(rightness)),
      },
    ];
  });
}

function rightness({ correct }: Judgement): number {
  return correct ? 1 : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
