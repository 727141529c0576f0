/** Whether anything that can be counted tells lures from genuine mail, over all messages given. */
import type { Locate } from '../../scenario/read/locate.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import type { Truth } from '../../scenario/format/solution.ts';
import { reachOfChance } from './chance.ts';
import { crossValidatedScores } from './cross-validate.ts';
import { type Features, featuresOf } from './features.ts';
import { aucOf, ranksOf } from './ranks.ts';

/** An AUC this far from 0.5 is let pass in any sample; in a small one chance may reach farther. */
export const margin = 0.15;

export interface Sample {
  readonly features: Features;
  readonly truth: Truth;
  readonly archetype: string;
}

export interface TellFigure {
  readonly feature: string;
  /** Above 0.5: more of it in lures; below: more of it in genuine mail. */
  readonly auc: number;
  readonly isTell: boolean;
}

export interface Tells {
  readonly lures: number;
  readonly genuine: number;
  /** How far from 0.5 chance alone brings the farthest of the single features; 0 to 0.5. */
  readonly reach: number;
  /** Features that vary, the farthest from 0.5 first. */
  readonly single: readonly TellFigure[];
  /** All features together, by a logistic regression tried on archetypes it did not learn from. */
  readonly together: TellFigure & { readonly reach: number };
}

/** The samples of a scenario; `locate` finds the parts of its file. */
export function samplesOf(scenario: Scenario, locate?: Locate): readonly Sample[] {
  return scenario.messages.map((message, index) => ({
    features: featuresOf(scenario, index, message, locate),
    truth: message.solution.truth,
    archetype: message.solution.archetype,
  }));
}

/** The figures of some messages. A tell lies beyond the margin and beyond the reach of chance. */
export function tellsOf(samples: readonly Sample[]): Tells {
  const lures = samples.map(({ truth }) => truth === 'phish');
  const columns = columnsOf(samples);
  const ranked = columns.map(({ values }) => ranksOf(values));
  const reach = reachOfChance(ranked, lures);
  const single = columns
    .map(({ feature }, index) => figure(feature, aucOf(ranked[index] ?? [], lures), reach))
    .toSorted((a, b) => Math.abs(b.auc - 0.5) - Math.abs(a.auc - 0.5));
  const rows = samples.map(({ archetype }, index) => ({
    values: columns.map(({ values }) => values[index] ?? 0),
    lure: lures[index] === true,
    archetype,
  }));
  const scores = ranksOf(crossValidatedScores(rows));
  const reachTogether = reachOfChance([scores], lures);
  const foretold = figure('all together', aucOf(scores, lures), reachTogether);
  const count = lures.filter(Boolean).length;
  return {
    lures: count,
    genuine: lures.length - count,
    reach,
    single,
    // Below 0.5 what was learnt does not carry over, which is as good as chance.
    together: { ...foretold, isTell: foretold.isTell && foretold.auc > 0.5, reach: reachTogether },
  };
}

function figure(feature: string, auc: number, reach: number): TellFigure {
  return { feature, auc, isTell: Math.abs(auc - 0.5) > Math.max(margin, reach) };
}

/** A feature that is missing somewhere counts as 0 there; one that never varies says nothing. */
function columnsOf(
  samples: readonly Sample[],
): readonly { readonly feature: string; readonly values: readonly number[] }[] {
  const names = [...new Set(samples.flatMap(({ features }) => Object.keys(features)))];
  return names
    .map((feature) => ({ feature, values: samples.map(({ features }) => features[feature] ?? 0) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}
