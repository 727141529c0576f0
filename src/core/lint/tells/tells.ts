/** Whether anything that can be counted tells lures from genuine mail, over all messages given. */
import type { Locate } from '../../scenario/read/locate.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import type { World } from '../../scenario/world/world.ts';
import type { Truth } from '../../scenario/format/solution.ts';
import { reachOfChance } from './chance.ts';
import { crossValidatedScores } from './cross-validate.ts';
import { type Features, featuresOf } from './features.ts';
import { traceFeaturesOf } from './trace-features.ts';
import { aucOf, ranksOf } from './ranks.ts';

/** An AUC this far from 0.5 is let pass in any sample; in a small one chance may reach farther. */
export const margin = 0.15;

/**
 * A yes that so many messages share, all lures or all genuine, is a tell although it hardly moves the AUC. Luck brings that to
 * one in 64 such features.
 */
export const oneSidedFrom = 7;

export interface Sample {
  /** What can be counted without any evidence. */
  readonly features: Features;
  /** What is evidence once it is read, only counted. */
  readonly traces: Features;
  readonly truth: Truth;
  readonly archetype: string;
}

export interface TellFigure {
  readonly feature: string;
  /** Above 0.5: more of it in lures; below: more of it in genuine mail. */
  readonly auc: number;
  /** Of a feature that is yes or no: how many lures and genuine messages have it. */
  readonly yes?: { readonly lures: number; readonly genuine: number };
  readonly isTell: boolean;
}

export interface Tells {
  readonly lures: number;
  readonly genuine: number;
  /** How far from 0.5 chance alone brings the farthest of the single features; 0 to 0.5. */
  readonly reach: number;
  /** Features that vary, the farthest from 0.5 first. */
  readonly single: readonly TellFigure[];
  /** All features but the traces together, by a logistic regression tried on archetypes it did not learn from. */
  readonly together: TellFigure & { readonly reach: number };
}

/** The samples of a scenario in a world; `locate` finds the parts of its file. */
export function samplesOf(scenario: Scenario, locate?: Locate, world?: World): readonly Sample[] {
  return scenario.messages.map((message, index) => ({
    features: featuresOf(scenario, index, message, locate),
    traces: traceFeaturesOf(scenario, message, world),
    truth: message.solution.truth,
    archetype: message.solution.archetype,
  }));
}

/** The figures of some messages. A tell lies beyond the margin and beyond the reach of chance, or is a yes of one kind alone. */
export function tellsOf(samples: readonly Sample[]): Tells {
  const lures = samples.map(({ truth }) => truth === 'phish');
  const columns = columnsOf(samples.map(({ features }) => features));
  const counted = [...columns, ...columnsOf(samples.map(({ traces }) => traces))];
  const ranked = counted.map(({ values }) => ranksOf(values));
  const reach = reachOfChance(ranked, lures);
  const single = counted
    .map(({ feature, values }, index) =>
      withYes(figure(feature, aucOf(ranked[index] ?? [], lures), reach), values, lures),
    )
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

/** Adds how often a yes or no is yes; a figure of anything else stays as it is. */
function withYes(single: TellFigure, values: readonly number[], areLures: readonly boolean[]): TellFigure {
  if (values.some((value) => value !== 0 && value !== 1)) return single;
  const lures = values.filter((value, index) => value === 1 && areLures[index] === true).length;
  const genuine = values.filter((value) => value === 1).length - lures;
  const ofKinds = areLures.filter(Boolean).length;
  const hasBothKinds = Math.min(ofKinds, areLures.length - ofKinds) >= oneSidedFrom;
  const isOneSided = hasBothKinds && Math.min(lures, genuine) === 0 && lures + genuine >= oneSidedFrom;
  return { ...single, yes: { lures, genuine }, isTell: single.isTell || isOneSided };
}

/** A feature that is missing somewhere counts as 0 there; one that never varies says nothing. */
function columnsOf(
  samples: readonly Features[],
): readonly { readonly feature: string; readonly values: readonly number[] }[] {
  const names = [...new Set(samples.flatMap(Object.keys))];
  return names
    .map((feature) => ({ feature, values: samples.map((features) => features[feature] ?? 0) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}
