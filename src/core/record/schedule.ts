/**
 * Finished rounds → when to practise each technique again, by FSRS (ts-fsrs) without randomness: the same rounds
 * give the same days.
 */
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { cueCategories, type CueCategory, cues } from '../scenario/format/cues.ts';
import { type Technique, techniques } from '../scenario/format/techniques.ts';
import { byEnd, noPractice, type Practice, type PracticeCard, type PracticeCards } from './practice.ts';
import { isReasoned } from './reasoned.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';

/** In milliseconds. */
const day = 86_400_000;

/** In days: half a year. By then the effect of training has faded, however well it went. */
const longestInterval = 183;

/** The last moment of a Date, minus the longest interval. A device's clock may show anything. */
const lastMoment = 8.64e15 - longestInterval * day;

// A round is one review: no learning steps of minutes, and no random shift of days.
const memory = new FSRSAlgorithm({
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: longestInterval,
});

/** The schedule after all rounds, in any order. */
export function practiceOf(records: readonly RoundRecord[]): Practice {
  return records.toSorted(byEnd).reduce(practised, noPractice);
}

/** The schedule after one more round. Rounds must come in the order of `byEnd`. */
export function practised(practice: Practice, record: RoundRecord): Practice {
  const { messages, endedAt } = record;
  const isNamed = messages.some(({ technique }) => technique !== undefined);
  return {
    cards: isNamed
      ? byTechnique(practice.cards, messages, endedAt)
      : byFamily(practice.cards, messages, endedAt),
    rounds: practice.rounds + 1,
    lastRound: Math.max(practice.lastRound ?? 0, endedAt),
  };
}

/** Cards of techniques take over from those of families, which rounds left that were kept before techniques had names. */
function byTechnique(
  before: PracticeCards,
  messages: readonly MessageRecord[],
  endedAt: number,
): PracticeCards {
  const cards: Partial<Record<Technique, PracticeCard>> = {};
  for (const technique of techniques) {
    const met = messages.filter((message) => message.technique === technique);
    const card = before[technique];
    const wentWell = met.reduce((sum, message) => sum + mastery(message), 0);
    const next = met.length === 0 ? card : reviewed(card, ratingOf(wentWell, met.length), endedAt);
    if (next !== undefined) cards[technique] = next;
  }
  return cards;
}

/** 1 for a right verdict with a reason, half for one without, 0 for a wrong one. */
function mastery(message: MessageRecord): number {
  if (message.verdict !== message.truth) return 0;
  return isReasoned(message) ? 1 : 0.5;
}

function byFamily(before: PracticeCards, messages: readonly MessageRecord[], endedAt: number): PracticeCards {
  const cards = { ...before };
  for (const family of cueCategories) {
    const { found, met } = metOf(family, messages);
    if (met > 0) cards[family] = reviewed(cards[family], ratingOf(found, met), endedAt);
  }
  return cards;
}

/** How many facts of a family there were and how many were found; a wrong suspicion counts as one not found. */
function metOf(
  family: CueCategory,
  messages: readonly MessageRecord[],
): { readonly found: number; readonly met: number } {
  const facts = messages
    .flatMap((message) => message.facts)
    .filter(({ cue }) => cues[cue].category === family);
  const suspected = messages
    .flatMap(({ falseAlarms }) => falseAlarms)
    .filter((cue) => cue !== null && cues[cue].category === family);
  return { found: facts.filter(({ found }) => found).length, met: facts.length + suspected.length };
}

type Grade = Rating.Again | Rating.Hard | Rating.Good | Rating.Easy;

/** How well so many went, of those met. */
function ratingOf(wentWell: number, met: number): Grade {
  const right = wentWell / met;
  if (right < 0.5) return Rating.Again;
  if (right < 0.75) return Rating.Hard;
  // A single lucky find does not make it easy.
  return right === 1 && met >= 3 ? Rating.Easy : Rating.Good;
}

function reviewed(card: PracticeCard | undefined, rating: Grade, endedAt: number): PracticeCard {
  // A clock that was set back must not make time run backwards.
  const reviewedAt = Math.min(lastMoment, Math.max(endedAt, card?.reviewedAt ?? 0));
  const elapsed = card === undefined ? 0 : Math.floor((reviewedAt - card.reviewedAt) / day);
  const { stability, difficulty } = memory.next_state(card ?? null, elapsed, rating);
  return {
    stability,
    difficulty,
    reviewedAt,
    due: reviewedAt + memory.next_interval(stability, elapsed) * day,
  };
}
