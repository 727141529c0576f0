/** Finished rounds → when to practise each family of cues again, by FSRS (ts-fsrs) without chance: the same rounds, the same days. */
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { cueCategories, type CueCategory, cues } from '../scenario/format/cues.ts';
import { byEnd, noPractice, type Practice, type PracticeCard } from './practice.ts';
import type { RoundRecord } from './round-record.ts';

/** Milliseconds. */
const day = 86_400_000;

/** Half a year: what training leaves behind has faded by then, however well it went. */
const longestInterval = 183;

/** A Date holds no later moment, and a clock may stand anywhere. */
const lastMoment = 8.64e15 - longestInterval * day;

// A round is one review: nothing is learnt in steps of minutes, and no fuzz moves a day.
const memory = new FSRSAlgorithm({
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: longestInterval,
});

/** The schedule of all rounds; their order does not matter. */
export function practiceOf(records: readonly RoundRecord[]): Practice {
  return records.toSorted(byEnd).reduce(practised, noPractice);
}

/** The schedule after one more round; they come in the order of `byEnd`. */
export function practised(practice: Practice, record: RoundRecord): Practice {
  const cards = { ...practice.cards };
  for (const family of cueCategories) {
    const rating = ratingOf(record, family);
    if (rating !== undefined) cards[family] = reviewed(cards[family], rating, record.endedAt);
  }
  return { cards, rounds: practice.rounds + 1, lastRound: Math.max(practice.lastRound ?? 0, record.endedAt) };
}

type Grade = Rating.Again | Rating.Hard | Rating.Good | Rating.Easy;

/** How a round went for one family; `undefined` where it asked nothing of it. */
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
  // One lucky find is not yet easy.
  return right === 1 && met >= 3 ? Rating.Easy : Rating.Good;
}

function reviewed(card: PracticeCard | undefined, rating: Grade, endedAt: number): PracticeCard {
  // A clock that was put back must not make time run backwards.
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
