/** What a debrief shows: at most three things one by one, one sentence for next time, one line of consequence. */
import type { Message } from '../../scenario/format/message.ts';
import type { Localized } from '../../scenario/format/text.ts';
import type { Assessment } from '../assess.ts';
import type { Finding } from '../finding.ts';
import { surenessOf } from '../sureness.ts';

/** How the answer went, in a word. */
export type DebriefOutcome = 'right' | 'rightUnsure' | 'missedLure' | 'heldBack';

/** The one thing to correct: the costliest first. */
export type Correction =
  /** A clue that was flagged as a sign of trust. */
  | { readonly kind: 'trustedClue'; readonly finding: Finding }
  /** Something that was flagged though it says nothing of the kind; `ink` of the finding tells how. */
  | { readonly kind: 'wrongFlag'; readonly finding: Finding }
  /** What was not found though it was wanted. */
  | { readonly kind: 'missed'; readonly finding: Finding };

/** One thing to look at: a fact with all its places, something that speaks for a message, or a flag that cost. */
export interface DebriefStep {
  /** Of a fact the clue that shows it best. */
  readonly finding: Finding;
  /** Everywhere it lies. */
  readonly regions: readonly string[];
  /** Of each of its places the last region, which bears its number. */
  readonly ends: readonly string[];
}

export interface Debrief {
  readonly outcome: DebriefOutcome;
  /** At most three: what decides, what to correct, then what weighs most. */
  readonly steps: readonly DebriefStep[];
  /** What decides the message, rather something the player saw; absent where nothing is anchored. */
  readonly deciding: Finding | undefined;
  /** Absent where nothing was missed or wrong. */
  readonly correction: Correction | undefined;
  /** What was seen beyond what is enough: it earns nothing and deserves a word. */
  readonly alsoSeen: readonly Finding[];
  /** One sentence for next time. */
  readonly next: Localized;
  /** What came of it in the world, where its author says. */
  readonly consequence: Localized | undefined;
}

/** The debrief of an answer. */
export function debriefOf({ solution }: Message, assessment: Assessment): Debrief {
  const { findings, correct, verdict, confidence, isEnough } = assessment;
  const evident = findings.filter(({ subject }) => subject.kind === 'clue' || subject.kind === 'reassurance');
  const placed = evident.filter(({ regions }) => regions.length > 0);
  const [deciding] = placed.toSorted((one, other) => importance(other) - importance(one));
  const seen = placed.filter(({ outcome, flagged }) => outcome === 'hit' && flagged);
  const correction = correctionOf(assessment, deciding);
  return {
    outcome: correct
      ? surenessOf(confidence) === 'leaning'
        ? 'rightUnsure'
        : 'right'
      : verdict === 'phish'
        ? 'heldBack'
        : 'missedLure',
    steps: stepsOf(findings, [deciding, correction?.finding]),
    deciding,
    correction,
    alsoSeen: isEnough ? seen.filter((finding) => finding !== deciding) : [],
    next: solution.lesson,
    consequence: solution.consequence?.[correct ? 'right' : 'wrong'],
  };
}

/** What is explained one by one. More would not be read. */
const mostSteps = 3;

function stepsOf(
  findings: readonly Finding[],
  first: readonly (Finding | undefined)[],
): readonly DebriefStep[] {
  const weighty = findings
    .filter(({ subject, regions }) => regions.length > 0 && isWeighty(subject))
    .toSorted((one, other) => importance(other) - importance(one));
  const chosen: Finding[] = [];
  for (const finding of [...first.filter((one) => one !== undefined), ...weighty]) {
    if (chosen.length < mostSteps && !chosen.some((known) => isOneThing(known, finding)))
      chosen.push(finding);
  }
  return chosen.map((finding) => {
    const places = findings.filter((one) => isOneThing(one, finding)).map(({ regions }) => regions);
    return {
      finding,
      regions: [...new Set(places.flat())],
      ends: places.flatMap((regions) => regions.slice(-1)),
    };
  });
}

/** Soft facts decide nothing: they are listed among the others. */
const isWeighty = (subject: Finding['subject']): boolean =>
  subject.kind === 'reassurance' || (subject.kind === 'clue' && subject.weight !== 'soft');

/** Decisive before strong before soft; in the message before behind a link; seen by the player before not. */
function importance({ subject, regions, outcome, flagged }: Finding): number {
  const weight =
    subject.kind === 'clue'
      ? { decisive: 3, strong: 2, soft: 1 }[subject.weight]
      : subject.kind === 'reassurance'
        ? 3
        : 0;
  const isOnPage = regions.every((key) => key.startsWith('page/') || key.startsWith('file/'));
  return 4 * weight + (isOnPage ? 0 : 2) + (outcome === 'hit' && flagged ? 1 : 0);
}

function correctionOf(
  { findings, isEnough }: Assessment,
  deciding: Finding | undefined,
): Correction | undefined {
  const trusted = findings.find(({ subject, ink }) => subject.kind === 'clue' && ink === 'trust');
  if (trusted !== undefined) return { kind: 'trustedClue', finding: trusted };
  const wrong = findings.find(({ outcome }) => outcome === 'falseAlarm');
  if (wrong !== undefined) return { kind: 'wrongFlag', finding: wrong };
  if (isEnough) return undefined;
  const missed = findings.find(
    (finding) => finding.outcome === 'miss' && !isOneThing(finding, deciding) && finding.regions.length > 0,
  );
  return missed === undefined ? undefined : { kind: 'missed', finding: missed };
}

/** The same finding, or another clue of the same fact, which would say the same again. */
const isOneThing = (one: Finding, other: Finding | undefined): boolean =>
  one === other ||
  (one.subject.kind === 'clue' &&
    other?.subject.kind === 'clue' &&
    one.subject.clue.fact === other.subject.clue.fact);
