/** When each technique should be practised again, and how much to favour it in a deal. Needs no scheduler. */
import type { DealWeights } from '../round/deal.ts';
import { cueCategories, type CueCategory } from '../scenario/format/cues.ts';
import { type Technique, techniques } from '../scenario/format/techniques.ts';
import { isFields } from '../scenario/read/from-outside.ts';
import type { RoundRecord } from './round-record.ts';

/** What a player remembers of one technique. */
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

/** A technique; or, while the latest rounds were kept before techniques had names, a family of cues. */
export type Practised = Technique | CueCategory;

/** Everything that can have a card. */
const practisedKinds: readonly Practised[] = [...techniques, ...cueCategories];

/** A card for each technique that the player has met. */
export type PracticeCards = Readonly<Partial<Record<Practised, PracticeCard>>>;

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

/** When the next card is due, in milliseconds since 1970; `undefined` before the first round. */
export function nextPractice(cards: PracticeCards): number | undefined {
  const dues = practisedKinds.flatMap((kind) => cards[kind]?.due ?? []);
  return dues.length === 0 ? undefined : Math.min(...dues);
}

/** What is due at a time (milliseconds since 1970), the most overdue first. */
export function dueKinds(cards: PracticeCards, now: number): readonly Practised[] {
  const dueOf = (kind: Practised): number => cards[kind]?.due ?? Number.POSITIVE_INFINITY;
  return practisedKinds.filter((kind) => dueOf(kind) <= now).toSorted((a, b) => dueOf(a) - dueOf(b));
}

/**
 * How much a dealer should favour each technique at a time (milliseconds since 1970): 0.1 to 1, never 0, so that
 * none is forgotten. Grows with the time since the last practice, up to twice the interval, and with the
 * difficulty for the player. One never met counts as just due. By families as long as the cards are of families.
 */
export function practiceWeights(cards: PracticeCards, now: number): DealWeights {
  const weightsOf = (kinds: readonly Practised[]): readonly number[] =>
    kinds.map((kind) => weight(cards[kind], now));
  return cueCategories.some((family) => cards[family] !== undefined)
    ? { by: 'family', weights: weightsOf(cueCategories) }
    : { by: 'technique', weights: weightsOf(techniques) };
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
  const cards: Partial<Record<Practised, PracticeCard>> = {};
  for (const kind of practisedKinds) {
    if (kept[kind] === undefined) continue;
    const card = cardFrom(kept[kind]);
    if (card === undefined) return undefined;
    cards[kind] = card;
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
