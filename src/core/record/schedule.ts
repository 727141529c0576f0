/**
 * Finished rounds → when to practise each family of cues again, by FSRS (ts-fsrs) without randomness: the same
 * rounds give the same days.
 */
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { cueCategories, type CueCategory, cues } from '../scenario/format/cues.ts';
import { byEnd, noPractice, type Practice, type PracticeCard } from './practice.ts';
import type { RoundRecord } from './round-record.ts';

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
  const cards = { ...practice.cards };
  for (const family of cueCategories) {
    const rating = ratingOf(record, family);
    if (rating !== undefined) cards[family] = reviewed(cards[family], rating, record.endedAt);
  }
  return { cards, rounds: practice.rounds + 1, lastRound: Math.max(practice.lastRound ?? 0, record.endedAt) };
}

type Grade = Rating.Again | Rating.Hard | Rating.Good | Rating.Easy;

/** How well a round went for one family; `undefined` if the family did not occur. */
function ratingOf({ messages }: RoundRecord, family: CueCategory): Grade | undefined {
  let found = 0;
  let wrong = 0;
  for (const { facts, falseAlarms } of messages) {
    for (const fact of facts) {
      if (cues[fact.cue].category !== family) continue;
      if (fact.found) found += 1;
      else wrong += 1;
    }
    wrong += falseAlarms.filter((cue) => cue !== null && cues[cue].category === family).length;
  }
  const met = found + wrong;
  if (met === 0) return undefined;
  const right = found / met;
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
