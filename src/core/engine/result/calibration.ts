/** How well a player's confidence matches accuracy. */

/** The confidence of one verdict (0.5 to 1), and whether it was right. */
export interface Judgement {
  readonly confidence: number;
  readonly correct: boolean;
}

/** Judgements with a confidence from `low` up to but excluding `high`, one tenth apart. The last bin includes 1. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** 0.5 to 1. */
  readonly meanConfidence: number;
  /** Share of right verdicts, 0 to 1. */
  readonly accuracy: number;
}

/**
 * Murphy's decomposition: Brier = reliability − resolution + uncertainty; exact if each bin contains a single
 * confidence.
 */
export interface CalibrationMeasures {
  readonly count: number;
  /** Mean (p − o)². 0 is best; always saying 50 % gives 0.25. */
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** Mean confidence minus accuracy, −0.5 to 1. Above 0 the player is surer than right. */
  readonly overconfidence: number;
}

/** What can be said. A curve needs 30 judgements; below that, `needed` says how many are missing. */
export type Calibration =
  | { readonly kind: 'none'; readonly needed: number }
  | ({ readonly kind: 'notEnough'; readonly needed: number } & CalibrationMeasures)
  | ({ readonly kind: 'curve'; readonly bins: readonly Bin[] } & CalibrationMeasures);

/** Minimum number of judgements for a curve. */
export const neededForCurve = 30;

const edges = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** What can be said about these judgements. Judgements of several rounds may be combined. */
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

/** The bins that contain a judgement, least confident first. */
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
