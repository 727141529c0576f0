/** Reads several results together: what a group found hard, without knowing anyone in it. */
import { type Calibration, calibration } from '../engine/result/calibration.ts';
import { countsOf, type Detection, detection } from '../engine/result/detection.ts';
import type { Truth } from '../scenario/format/solution.ts';
import { type Proportion, proportion } from './proportion.ts';
import type { HandedMessage, HandedResult } from './result-code.ts';

/** The five-number summary of a distribution; quartiles by linear interpolation (type 7 of Hyndman and Fan 1996). */
export interface Spread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/**
 * How well being right on one message correlates with being right on the rest of the round, −1 to 1
 * (point-biserial, item-rest).
 */
export type Discrimination =
  | { readonly kind: 'notEnough'; readonly needed: number }
  /** Everyone answered alike, or everyone did equally well on the rest. */
  | { readonly kind: 'noSpread' }
  | { readonly kind: 'measured'; readonly value: number };

/** How a group did on one message. */
export interface CohortMessage {
  readonly scenarioKey: number;
  readonly messageKey: number;
  readonly truth: Truth;
  /** Right verdicts. The share is the difficulty index p of item analysis: low for a hard message. */
  readonly right: Proportion;
  readonly reported: Proportion;
  /** Mean number of false alarms, 0 to 15. */
  readonly falseAlarms: number;
  readonly discrimination: Discrimination;
  /** For each fact in the scenario's order, how many people found it. */
  readonly facts: readonly Proportion[];
}

/** The figures of a group. */
export interface Cohort {
  readonly results: number;
  /** Undefined if there are no results. */
  readonly score: Spread | undefined;
  /** Among the results with a pass mark, those that reached it. */
  readonly passed: Proportion;
  readonly detection: Detection;
  readonly calibration: Calibration;
  /** The hardest first. */
  readonly messages: readonly CohortMessage[];
  /** The number of distinct rounds that results name; 0 if none names its round. */
  readonly rounds: number;
}

/** Minimum number of answers to a message for its discrimination. */
export const neededToDiscriminate = 10;

/** The combined figures of these results. */
export function cohortOf(results: readonly HandedResult[]): Cohort {
  const all = results.flatMap(({ messages }) => messages);
  const verdicts = all.map(({ truth, verdict, confidence }) => ({
    truth,
    confidence,
    correct: truth === verdict,
  }));
  const marked = results.filter(({ passMark }) => passMark !== undefined);
  return {
    results: results.length,
    score: spreadOf(results.map(({ score }) => score)),
    passed: proportion(marked.filter(({ score, passMark = 0 }) => score >= passMark).length, marked.length),
    detection: detection(countsOf(verdicts)),
    calibration: calibration(verdicts),
    messages: [...answersByMessage(results).values()]
      .flatMap(cohortMessage)
      .toSorted((one, other) => one.right.share - other.right.share),
    rounds: new Set(results.flatMap(({ round }) => round ?? [])).size,
  };
}

/** The five-number summary of some values; undefined for an empty list. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? 0;
    return low + (high - low) * (place - Math.floor(place));
  };
  return { least: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), most: at(1) };
}

interface GivenAnswer {
  readonly message: HandedMessage;
  /** Share of right verdicts on the rest of the round; undefined if there is no rest. */
  readonly rest: number | undefined;
}

function answersByMessage(results: readonly HandedResult[]): ReadonlyMap<string, readonly GivenAnswer[]> {
  const byMessage = new Map<string, GivenAnswer[]>();
  for (const { messages } of results) {
    const right = messages.filter(isRight).length;
    for (const message of messages) {
      // If two results disagree about the truth of a message, it is not the same message.
      const key = `${message.scenarioKey}/${message.messageKey}/${message.truth}`;
      const rest =
        messages.length < 2 ? undefined : (right - (isRight(message) ? 1 : 0)) / (messages.length - 1);
      const answers = byMessage.get(key);
      if (answers === undefined) byMessage.set(key, [{ message, rest }]);
      else answers.push({ message, rest });
    }
  }
  return byMessage;
}

const isRight = ({ truth, verdict }: HandedMessage): boolean => truth === verdict;

function cohortMessage(answers: readonly GivenAnswer[]): readonly CohortMessage[] {
  const [first] = answers;
  if (first === undefined) return [];
  const { scenarioKey, messageKey, truth } = first.message;
  const messages = answers.map(({ message }) => message);
  const count = (is: (message: HandedMessage) => boolean) =>
    proportion(messages.filter(is).length, messages.length);
  const facts = messages.reduce((most, { found }) => Math.max(most, found.length), 0);
  return [
    {
      scenarioKey,
      messageKey,
      truth,
      right: count(isRight),
      reported: count(({ action }) => action === 'report'),
      falseAlarms: mean(messages.map(({ falseAlarms }) => falseAlarms)),
      discrimination: discriminationOf(answers),
      facts: Array.from({ length: facts }, (_, at) => count(({ found }) => found[at] === true)),
    },
  ];
}

function discriminationOf(answers: readonly GivenAnswer[]): Discrimination {
  const pairs = answers.flatMap(({ message, rest }) =>
    rest === undefined ? [] : [{ right: isRight(message) ? 1 : 0, rest }],
  );
  if (pairs.length < neededToDiscriminate) return { kind: 'notEnough', needed: neededToDiscriminate };
  const meanRight = mean(pairs.map(({ right }) => right));
  const meanRest = mean(pairs.map(({ rest }) => rest));
  const together = mean(pairs.map(({ right, rest }) => (right - meanRight) * (rest - meanRest)));
  const spread = Math.sqrt(
    mean(pairs.map(({ right }) => (right - meanRight) ** 2)) *
      mean(pairs.map(({ rest }) => (rest - meanRest) ** 2)),
  );
  // Rounding can make equal shares differ in their last digit.
  if (spread < 1e-9) return { kind: 'noSpread' };
  return { kind: 'measured', value: Math.min(1, Math.max(-1, together / spread)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
