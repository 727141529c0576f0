/** One message and its answer → everything the engine says about it. */
import type { Pack } from '../scenario/format/pack.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Truth } from '../scenario/format/solution.ts';
import type { Channel } from '../scenario/format/vocabulary.ts';
import type { Action, CompleteAnswer } from './answer.ts';
import type { Inbox } from './confirmed-regions.ts';
import { evidence } from './evidence.ts';
import { isChecked } from './sources.ts';
import type { Finding } from './finding.ts';
import { type ActionPoints, defaultPoints, handling } from './handling.ts';
import { hintShare } from './hints.ts';
import { boundedConfidence, judgement } from './judgement.ts';

export type { Finding, Subject } from './finding.ts';

/** How a pack scores: the weights of the three parts, and what each action earns. */
export interface Scoring {
  readonly weights: { readonly evidence: number; readonly verdict: number; readonly action: number };
  readonly points: ActionPoints;
}

/** The scoring of a pack that sets none. */
export const defaultScoring: Scoring = {
  weights: { evidence: 0.4, verdict: 0.35, action: 0.25 },
  points: defaultPoints,
};

/** The default scoring with a pack's changes. */
export function scoringOf(pack: Pick<Pack, 'scoring'>): Scoring {
  const { weights, points } = pack.scoring ?? {};
  return {
    weights: weights ?? defaultScoring.weights,
    points: {
      phish: { ...defaultPoints.phish, ...points?.phish },
      legitimate: { ...defaultPoints.legitimate, ...points?.legitimate },
    },
  };
}

/** Everything the engine says about one answer. */
export interface Assessment {
  readonly message: string;
  readonly channel: Channel;
  readonly truth: Truth;
  /** All three are 0 to 1. Hints have already reduced `evidence`. */
  readonly evidence: number;
  readonly judgement: number;
  readonly handling: number;
  /** Whether as much was shown as is enough, hints or not. */
  readonly isEnough: boolean;
  /** Weighted sum, 0 to 100, not rounded. */
  readonly score: number;
  readonly correct: boolean;
  readonly verdict: Truth;
  /** 0.5 to 1. */
  readonly confidence: number;
  readonly action: Action;
  /** Whether the player looked at a source that settles the message before answering. */
  readonly checked: boolean;
  /** In this order: clues, decisive ones first; reassurances found or missed; false alarms; neutral; rightly left alone. */
  readonly findings: readonly Finding[];
  readonly factsFound: number;
  readonly facts: number;
}

/**
 * Assesses an answer to a message of an inbox. Depends on these and the scoring only, so it is the same on every
 * machine.
 */
export function assess(
  message: Message,
  answer: CompleteAnswer,
  scoring: Scoring = defaultScoring,
  inbox?: Inbox,
): Assessment {
  const { solution } = message;
  const { verdict, action } = answer;
  const correct = verdict === solution.truth;
  const checked = isChecked(message, answer.looked);
  const shown = evidence(message, answer.flags, { inbox, looked: answer.looked });
  const parts = {
    evidence: shown.score * hintShare(answer.hints ?? 0),
    judgement: judgement(correct, answer.confidence),
    handling: handling(message, answer, scoring.points),
  };
  return {
    message: message.id,
    channel: message.channel,
    truth: solution.truth,
    ...parts,
    isEnough: shown.score >= 1,
    score: scoreOf(parts, scoring.weights),
    correct,
    verdict,
    confidence: boundedConfidence(answer.confidence),
    action,
    checked,
    findings: shown.findings,
    factsFound: shown.factsFound,
    facts: shown.facts,
  };
}

type Parts = Pick<Assessment, 'evidence' | 'judgement' | 'handling'>;

function scoreOf({ evidence, judgement, handling }: Parts, weights: Scoring['weights']): number {
  const earned = weights.evidence * evidence + weights.verdict * judgement + weights.action * handling;
  // Decimal weights may not add up to exactly 1. Dividing by their sum makes a perfect answer 100 and not 99.99….
  return (100 * earned) / (weights.evidence + weights.verdict + weights.action);
}
