/**
 * Signal detection: how well a player tells phishing from genuine mail (sensitivity), separately from how readily
 * they suspect it (bias). The signal is phishing.
 */
import type { Truth } from '../../scenario/format/solution.ts';
import { inverseNormal, normalDensity } from './normal.ts';

/** Verdicts counted: `hits` and `misses` on lures, `falseAlarms` and `correctRejections` on genuine mail. */
export interface Counts {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly correctRejections: number;
}

/** A 95 % confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The measures of signal detection. */
export interface Measures {
  /** 0 to 1, with the log-linear correction. */
  readonly hitRate: number;
  readonly falseAlarmRate: number;
  /** d′ = z(H) − z(F). 0 is chance; the maximum depends on the number of messages. */
  readonly sensitivity: number;
  readonly sensitivityInterval: Interval;
  /** c = −½(z(H) + z(F)). Above 0 is trusting, below 0 is alarmist. */
  readonly bias: number;
  readonly biasInterval: Interval;
  /** ln β = c·d′. */
  readonly logBeta: number;
}

/** The measures, or how many messages of each kind are missing before they mean anything. */
export type Detection =
  | {
      readonly kind: 'notEnough';
      readonly phish: number;
      readonly legitimate: number;
      readonly needed: number;
    }
  | ({
      readonly kind: 'measured';
      /** Where the whole interval of the bias lies; `balanced` if it contains 0. */
      readonly leaning: 'trusting' | 'balanced' | 'alarmist';
    } & Measures);

/** Minimum number of messages of each kind for any measure. */
export const neededOfEach = 8;

/** Counts verdicts. Verdicts of several rounds may be combined, which makes the measures more reliable. */
export function countsOf(verdicts: readonly { readonly truth: Truth; readonly correct: boolean }[]): Counts {
  const count = (truth: Truth, correct: boolean) =>
    verdicts.filter((verdict) => verdict.truth === truth && verdict.correct === correct).length;
  return {
    hits: count('phish', true),
    misses: count('phish', false),
    falseAlarms: count('legitimate', false),
    correctRejections: count('legitimate', true),
  };
}

/** What can be said about a player with these counts. */
export function detection(counts: Counts): Detection {
  const phish = counts.hits + counts.misses;
  const legitimate = counts.falseAlarms + counts.correctRejections;
  if (phish < neededOfEach || legitimate < neededOfEach) {
    return { kind: 'notEnough', phish, legitimate, needed: neededOfEach };
  }
  const measured = measures(counts);
  const { low, high } = measured.biasInterval;
  return {
    kind: 'measured',
    leaning: low > 0 ? 'trusting' : high < 0 ? 'alarmist' : 'balanced',
    ...measured,
  };
}

/** The measures for any number of messages. */
export function measures({ hits, misses, falseAlarms, correctRejections }: Counts): Measures {
  const hitRate = logLinear(hits, misses);
  const falseAlarmRate = logLinear(falseAlarms, correctRejections);
  const zHit = inverseNormal(hitRate);
  const zFalseAlarm = inverseNormal(falseAlarmRate);
  const sensitivity = zHit - zFalseAlarm;
  const bias = -(zHit + zFalseAlarm) / 2;
  // Gourevitch and Galanter 1967. The variance of c is a quarter of the variance of d′.
  const error = Math.sqrt(
    variance(hitRate, zHit, hits + misses) +
      variance(falseAlarmRate, zFalseAlarm, falseAlarms + correctRejections),
  );
  return {
    hitRate,
    falseAlarmRate,
    sensitivity,
    sensitivityInterval: around(sensitivity, error),
    bias,
    biasInterval: around(bias, error / 2),
    logBeta: bias * sensitivity,
  };
}

/** Log-linear correction (Hautus 1995): a perfect round stays finite. */
function logLinear(yes: number, no: number): number {
  return (yes + 0.5) / (yes + no + 1);
}

function variance(rate: number, z: number, trials: number): number {
  return (rate * (1 - rate)) / (trials * normalDensity(z) ** 2);
}

const z95 = inverseNormal(0.975);

function around(middle: number, error: number): Interval {
  return { low: middle - z95 * error, high: middle + z95 * error };
}
