/** When each family of cues should be practised again, and how much to favour it in a deal. Needs no scheduler. */
import { cueCategories, type CueCategory } from '../scenario/format/cues.ts';
import { isFields } from '../scenario/read/from-outside.ts';
import type { RoundRecord } from './round-record.ts';

/** What a player remembers of one family of cues. */
export interface PracticeCard {
  /** Days until the probability of recall falls to 90 % (FSRS). */
  readonly stability: number;
  /** 1 (easy) to 10 (hard) (FSRS). */
  readonly difficulty: number;
  /** Milliseconds since 1970. */
  readonly reviewedAt: number;
  /** Milliseconds since 1970; later than `reviewedAt`. */
  readonly due: number;
}

/** A card for each family that the player has met. */
export type PracticeCards = Readonly<Partial<Record<CueCategory, PracticeCard>>>;

/** The stored schedule. With it, opening the game reads one value instead of all rounds. */
export interface Practice {
  readonly cards: PracticeCards;
  /** The number of rounds that the cards cover. */
  readonly rounds: number;
  /** When the last of them ended, in milliseconds since 1970; absent before the first round. */
  readonly lastRound?: number;
}

/** The schedule before the first round. */
export const noPractice: Practice = { cards: {}, rounds: 0 };

/** Compares rounds by end time, then by id, so that rounds that end at the same moment have an order too. */
export function byEnd(one: RoundRecord, other: RoundRecord): number {
  return one.endedAt - other.endedAt || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/** When the next family is due, in milliseconds since 1970; `undefined` before the first round. */
export function nextPractice(cards: PracticeCards): number | undefined {
  const dues = cueCategories.flatMap((family) => cards[family]?.due ?? []);
  return dues.length === 0 ? undefined : Math.min(...dues);
}

/** The families due at a time (milliseconds since 1970), the most overdue first. */
export function dueFamilies(cards: PracticeCards, now: number): readonly CueCategory[] {
  const dueOf = (family: CueCategory): number => cards[family]?.due ?? Number.POSITIVE_INFINITY;
  return cueCategories.filter((family) => dueOf(family) <= now).toSorted((a, b) => dueOf(a) - dueOf(b));
}

/**
 * How much a dealer should favour each family at a time (milliseconds since 1970): 0.1 to 1, never 0, so that no
 * family is forgotten. Grows with the time since the last practice, up to twice the interval, and with the
 * difficulty for the player. A family never met counts as just due.
 */
export function practiceWeights(cards: PracticeCards, now: number): Readonly<Record<CueCategory, number>> {
  const weightOf = (family: CueCategory): number => weight(cards[family], now);
  return {
    error: weightOf('error'),
    technical: weightOf('technical'),
    visual: weightOf('visual'),
    language: weightOf('language'),
    tactic: weightOf('tactic'),
    extra: weightOf('extra'),
  };
}

function weight(card: PracticeCard | undefined, now: number): number {
  const lateness = card === undefined ? 0.5 : latenessOf(card, now);
  const hardness = card === undefined ? 0.5 : (card.difficulty - 1) / 9;
  return 0.1 + 0.6 * lateness + 0.3 * hardness;
}

/** 0 right after practice, ½ when due, 1 from twice the interval on. */
function latenessOf({ reviewedAt, due }: PracticeCard, now: number): number {
  return Math.min(1, Math.max(0, (now - reviewedAt) / (due - reviewedAt) / 2));
}

/** Parses an untrusted schedule; undefined if it is not valid. */
export function practiceFrom(value: unknown): Practice | undefined {
  if (!isFields(value) || !isFields(value['cards'])) return undefined;
  const { rounds, lastRound, cards: kept } = value;
  if (typeof rounds !== 'number' || !Number.isSafeInteger(rounds) || rounds < 0) return undefined;
  if (lastRound !== undefined && !isMoment(lastRound)) return undefined;
  const cards: Partial<Record<CueCategory, PracticeCard>> = {};
  for (const family of cueCategories) {
    if (kept[family] === undefined) continue;
    const card = cardFrom(kept[family]);
    if (card === undefined) return undefined;
    cards[family] = card;
  }
  return { cards, rounds, ...(lastRound !== undefined && { lastRound }) };
}

function cardFrom(value: unknown): PracticeCard | undefined {
  if (!isFields(value)) return undefined;
  const { stability, difficulty, reviewedAt, due } = value;
  if (!isWithin(stability, 0.001, 36_500) || !isWithin(difficulty, 1, 10)) return undefined;
  if (!isMoment(reviewedAt) || !isMoment(due) || due <= reviewedAt) return undefined;
  return { stability, difficulty, reviewedAt, due };
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;
const isMoment = (value: unknown): value is number => isWithin(value, 0, 8.64e15);
