/** What a round came to in the story: fakes stopped, genuine messages let through, the best find. */
import type { Finding } from '../engine/finding.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { PlayedMessage } from './played-message.ts';
import type { AnsweredMessage, RoundSoFar } from './round-so-far.ts';

export interface RoundOutcome {
  readonly lures: number;
  /** Lures called phishing without doing what they ask. */
  readonly stopped: number;
  readonly genuine: number;
  readonly passed: number;
  /** Genuine messages called phishing. */
  readonly doubted: readonly AnsweredMessage[];
  /** What came of the first lure that was stopped, else of the first that was not; where its author says. */
  readonly consequence: { readonly text: Localized; readonly played: PlayedMessage } | undefined;
  /** The weightiest sign the player marked. */
  readonly bestFind: { readonly finding: Finding; readonly played: PlayedMessage } | undefined;
  /** Whether every message was answered and judged right. */
  readonly isAllRight: boolean;
}

/** The outcome of a round. An unanswered lure was not stopped, an unanswered genuine message not let through. */
export function roundOutcome(
  messages: readonly PlayedMessage[],
  { answered }: Pick<RoundSoFar, 'answered'>,
): RoundOutcome {
  const lures = messages.filter(({ message }) => message.solution.truth === 'phish');
  const stopped = answered.filter(isStopped);
  const genuine = answered.filter(({ assessment }) => assessment.truth === 'legitimate');
  const missed = answered.find((one) => one.assessment.truth === 'phish' && !one.assessment.correct);
  return {
    lures: lures.length,
    stopped: stopped.length,
    genuine: messages.length - lures.length,
    passed: genuine.filter(({ assessment }) => assessment.correct).length,
    doubted: genuine.filter(({ assessment }) => !assessment.correct),
    consequence:
      stopped.map(consequenceOf).find((told) => told !== undefined) ?? (missed && consequenceOf(missed)),
    bestFind: bestFind(answered),
    isAllRight: answered.length === messages.length && answered.every(({ assessment }) => assessment.correct),
  };
}

/** What came of an answer, with its message, without which the sentence would not say what it is about. */
function consequenceOf({ played, assessment }: AnsweredMessage): RoundOutcome['consequence'] {
  const text = played.message.solution.consequence?.[assessment.correct ? 'right' : 'wrong'];
  return text && { text, played };
}

/** Whoever calls a lure phishing and does as it asks all the same has not stopped it. */
function isStopped({ assessment: { truth, correct, action } }: AnsweredMessage): boolean {
  return (
    truth === 'phish' &&
    correct &&
    action.kind !== 'follow' &&
    action.kind !== 'reply' &&
    action.kind !== 'verifyWithin'
  );
}

function bestFind(answered: readonly AnsweredMessage[]): RoundOutcome['bestFind'] {
  const finds = answered.flatMap(({ played, assessment: { findings, correct } }) =>
    findings
      .filter(({ outcome, flagged }) => correct && outcome === 'hit' && flagged)
      .map((finding) => ({ finding, played })),
  );
  const [best] = finds.toSorted((one, other) => worth(other.finding) - worth(one.finding));
  return best;
}

function worth({ subject }: Finding): number {
  if (subject.kind !== 'clue') return 2;
  return { decisive: 3, strong: 2, soft: 1 }[subject.weight];
}
