/** The messages of a round and their assessments → the result. */
import { cueCategories, type CueCategory, cues } from '../../scenario/format/cues.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Assessment } from '../assess.ts';
import { type Calibration, calibration } from './calibration.ts';
import { type Counts, countsOf, type Detection, detection } from './detection.ts';
import type { Finding, FindingOutcome } from '../finding.ts';

/** The result of one answered message. */
export type MessageResult = Pick<
  Assessment,
  'message' | 'channel' | 'truth' | 'verdict' | 'confidence' | 'action' | 'correct' | 'score'
>;

/** How many facts of a family of cues were found, among those that say anything about the family. */
export interface Share {
  readonly found: number;
  readonly total: number;
}

/** The result of a round. Plain JSON, so that it can be stored, sent and combined with others. */
export interface Result {
  /** 0 to 100 with two decimals: the mean over all messages of the round. An unanswered message earns 0. */
  readonly score: number;
  readonly messages: number;
  readonly answered: number;
  /**
   * In the order of the messages. The results of several rounds can be passed to `countsOf` and `calibration`
   * together.
   */
  readonly results: readonly MessageResult[];
  readonly counts: Counts;
  readonly detection: Detection;
  readonly calibration: Calibration;
  readonly families: Readonly<Record<CueCategory, Share>>;
  /** How many findings had each outcome. */
  readonly outcomes: Readonly<Record<FindingOutcome, number>>;
  /** The score compared with the pass mark; `unmarked` if the round has none. */
  readonly standing: 'passed' | 'failed' | 'unmarked';
}

/** The result of a round. `passMark` is 0 to 100. */
export function tally(
  messages: readonly Message[],
  assessments: readonly Assessment[],
  passMark?: number,
): Result {
  const answered = messages.flatMap(({ id }) => assessments.find(({ message }) => message === id) ?? []);
  const findings = answered.map((assessment) => assessment.findings);
  const counts = countsOf(answered);
  const score = meanScore(answered, messages.length);
  return {
    score,
    messages: messages.length,
    answered: answered.length,
    results: answered.map(resultOf),
    counts,
    detection: detection(counts),
    calibration: calibration(answered),
    families: familiesOf(findings),
    outcomes: outcomesOf(findings.flat()),
    standing: standingOf(score, passMark),
  };
}

/**
 * Rounded before the comparison with the pass mark, so that nobody fails with a score that is displayed as the
 * mark.
 */
function meanScore(answered: readonly Assessment[], messages: number): number {
  const total = answered.reduce((sum, { score }) => sum + score, 0);
  return messages === 0 ? 0 : Math.round((100 * total) / messages) / 100;
}

function standingOf(score: number, passMark: number | undefined): Result['standing'] {
  if (passMark === undefined) return 'unmarked';
  return score >= passMark ? 'passed' : 'failed';
}

function resultOf(assessment: Assessment): MessageResult {
  const { message, channel, truth, verdict, confidence, action, correct, score } = assessment;
  return { message, channel, truth, verdict, confidence, action, correct, score };
}

/**
 * A fact counts once in each family that its clues belong to. A fact found through a clue of another family says
 * nothing about this one and is left out.
 */
function familiesOf(rounds: readonly (readonly Finding[])[]): Result['families'] {
  const shares = perFamily(() => ({ found: 0, total: 0 }));
  for (const findings of rounds) {
    const missed = perFamily(() => new Set<string>());
    const found = perFamily(() => new Set<string>());
    for (const { subject, outcome, flagged, ink } of findings) {
      if (subject.kind !== 'clue') continue;
      const family = cues[subject.clue.cue].category;
      if (flagged && outcome === 'hit' && ink !== 'trust') found[family].add(subject.clue.fact);
      if (outcome === 'miss') missed[family].add(subject.clue.fact);
    }
    for (const family of cueCategories) {
      shares[family].found += found[family].size;
      shares[family].total += found[family].size + missed[family].size;
    }
  }
  return shares;
}

function perFamily<Value>(make: () => Value): Record<CueCategory, Value> {
  return {
    error: make(),
    technical: make(),
    visual: make(),
    language: make(),
    tactic: make(),
    extra: make(),
  };
}

function outcomesOf(findings: readonly Finding[]): Result['outcomes'] {
  const outcomes = { hit: 0, miss: 0, falseAlarm: 0, neutral: 0, passed: 0 } satisfies Record<
    FindingOutcome,
    number
  >;
  for (const { outcome } of findings) outcomes[outcome] += 1;
  return outcomes;
}
