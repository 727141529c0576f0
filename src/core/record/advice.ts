/** What to practise next, and why. */
import type { Calibration } from '../engine/result/calibration.ts';
import { inverseNormal } from '../engine/result/normal.ts';
import { cueCategories, type CueCategory } from '../scenario/format/cues.ts';
import { type ChannelSkill, type FamilySkill, neededToTell, type Progress } from './progress.ts';
import { stillMissing } from './still-missing.ts';

/**
 * One piece of advice with its reason. `trusting` and `alarmist` are based on the whole interval of the bias, never
 * on accuracy: two players with the same accuracy may need opposite advice.
 */
export type Advice =
  | {
      readonly kind: 'trusting' | 'alarmist';
      readonly misses: number;
      readonly phish: number;
      readonly falseAlarms: number;
      readonly legitimate: number;
    }
  | { readonly kind: 'family'; readonly family: CueCategory; readonly found: number; readonly total: number }
  | { readonly kind: 'channel'; readonly channel: string; readonly right: number; readonly total: number }
  | {
      readonly kind: 'overconfident' | 'underconfident';
      /** Mean difference between confidence and accuracy, above 0. */
      readonly by: number;
    }
  /**
   * Nothing stands out. `missing` is the number of messages needed before more can be said; 0 if everything has
   * been said.
   */
  | { readonly kind: 'keepGoing'; readonly missing: number };

/** The parameters of a round's address, as names and values. */
export type PracticeParameters = readonly (readonly [name: string, value: string])[];

/** The parameters of a practice round that follows a piece of advice: its channel, or its family first. */
export function practiceFor(advice: Advice): PracticeParameters {
  switch (advice.kind) {
    case 'channel':
      return [
        ['mode', 'practice'],
        ['channels', advice.channel],
      ];
    case 'family': {
      const weights = cueCategories.map((family) => (family === advice.family ? 9 : 1));
      return [
        ['mode', 'practice'],
        ['weights', weights.join(',')],
      ];
    }
    case 'trusting':
    case 'alarmist':
    case 'overconfident':
    case 'underconfident':
    case 'keepGoing':
      return [['mode', 'practice']];
  }
}

/** All advice, the most useful first; never empty. */
export function adviceOf(progress: Progress): readonly [Advice, ...Advice[]] {
  const [first, ...others] = [
    ...habit(progress),
    ...weakestFamily(progress.families),
    ...weakestChannel(progress),
    ...misplacedConfidence(progress.calibration),
  ];
  return first === undefined ? [keepGoing(progress)] : [first, ...others];
}

function habit({ detection, counts }: Progress): readonly Advice[] {
  const { hits, misses, falseAlarms, correctRejections } = counts;
  const kind = detection.kind === 'notEnough' ? plainLeaning(counts) : detection.leaning;
  if (kind === 'balanced') return [];
  return [
    {
      kind,
      misses,
      phish: hits + misses,
      falseAlarms,
      legitimate: falseAlarms + correctRejections,
    },
  ];
}

/** With few messages: which of the two was misjudged at least half of the time, and more often than the other. */
function plainLeaning(counts: Progress['counts']): 'trusting' | 'alarmist' | 'balanced' {
  const { hits, misses, falseAlarms, correctRejections } = counts;
  const lures = hits + misses;
  const genuine = falseAlarms + correctRejections;
  if (Math.min(lures, genuine) < neededToTell - 1) return 'balanced';
  const [trusting, alarmist] = [misses / lures, falseAlarms / genuine];
  if (lures >= neededToTell && trusting >= 0.5 && trusting > alarmist) return 'trusting';
  return genuine >= neededToTell && alarmist >= 0.5 && alarmist > trusting ? 'alarmist' : 'balanced';
}

/** A family with this share of found facts needs no extra practice. */
const goodShare = 0.75;

/** The family whose decisive and strong facts have the lowest upper bound: soft facts make nobody sure, and a few observations alone do not make a family weak. */
function weakestFamily(families: readonly FamilySkill[]): readonly Advice[] {
  const [weakest] = families
    .map(({ family, telling }) => ({ family, ...telling }))
    .filter(({ total, share }) => total >= neededToTell && share < goodShare)
    .toSorted((one, other) => one.interval.high - other.interval.high);
  return weakest === undefined
    ? []
    : [{ kind: 'family', family: weakest.family, found: weakest.count, total: weakest.total }];
}

/** Only a channel whose whole interval is below the player's own average. */
function weakestChannel({ channels, right }: Progress): readonly Advice[] {
  const [weakest] = channels
    .filter((channel: ChannelSkill) => channel.total >= neededToTell && channel.interval.high < right.share)
    .toSorted((one, other) => one.interval.high - other.interval.high);
  return weakest === undefined
    ? []
    : [{ kind: 'channel', channel: weakest.channel, right: weakest.count, total: weakest.total }];
}

/** Smaller differences are not worth working on. */
const smallDifference = 0.05;
const z95 = inverseNormal(0.975);

function misplacedConfidence(measured: Calibration): readonly Advice[] {
  if (measured.kind !== 'curve') return [];
  const { overconfidence, brier, count } = measured;
  // The variance of p − o is the mean of (p − o)² minus the square of its mean.
  const error = Math.sqrt(Math.max(0, brier - overconfidence ** 2) / count);
  const by = Math.abs(overconfidence);
  if (by < smallDifference || by < z95 * error) return [];
  return [{ kind: overconfidence > 0 ? 'overconfident' : 'underconfident', by }];
}

function keepGoing(progress: Progress): Advice {
  const { forSkill, forConfidence } = stillMissing(progress);
  return { kind: 'keepGoing', missing: Math.max(forSkill, forConfidence) };
}
