/** Settings, a seed and a catalogue of messages → the messages of a round in order, the same on every machine. */
import { cueCategories } from '../scenario/format/cues.ts';
import type { CatalogueLine } from '../scenario/format/pack.ts';
import { techniques } from '../scenario/format/techniques.ts';
import { type Random, randomFrom } from './random.ts';
import type { DifficultyBand, RoundMode } from './round-vocabulary.ts';

/** A message that can be dealt, and where it is. */
export interface CatalogueEntry extends CatalogueLine {
  readonly pack: string;
  readonly scenario: string;
}

/** Where a dealt message is; `message` is its id in the scenario. */
export interface DealtPlace {
  readonly pack: string;
  readonly scenario: string;
  readonly message: string;
}

/** The inputs of a deal. */
export interface DealSettings {
  readonly mode: RoundMode;
  /** Pack ids; absent means all. */
  readonly packs?: readonly string[] | undefined;
  /** Number of messages, 1 to 60. */
  readonly length: number;
  /** Share of genuine mail, 0 to 1. */
  readonly genuine: number;
  /** Difficulty bands that a lure may lie in; absent means all. */
  readonly difficulty?: readonly DifficultyBand[] | undefined;
  readonly channels?: readonly CatalogueLine['channel'][] | undefined;
  readonly seed: string;
  /** What is favoured; absent means all alike. */
  readonly weights?: DealWeights | undefined;
  /** Deal the messages of one inbox, where one holds enough of them. */
  readonly oneInbox?: boolean | undefined;
}

/** How much each technique, or each family of cues, is favoured: numbers from 0, in the order of their lists. */
export interface DealWeights {
  readonly by: 'technique' | 'family';
  readonly weights: readonly number[];
}

/** A dealt round. */
export interface Deal {
  readonly places: readonly DealtPlace[];
  readonly shortage: Shortage | undefined;
}

/**
 * How a deal differs from the request. `fewer`: too few messages for this length and share. `onlyPhish`,
 * `onlyGenuine`: the other kind does not exist, so the share could not be kept. `nothing`: no message fits.
 */
export type Shortage =
  | { readonly kind: 'fewer'; readonly asked: number; readonly dealt: number }
  | { readonly kind: 'onlyPhish' | 'onlyGenuine'; readonly asked: number; readonly dealt: number }
  | { readonly kind: 'nothing' };

/**
 * Below this share of genuine mail, suspecting everything would start to pay. Only a trainer who asks for less gets
 * less.
 */
export const leastGenuine = 0.4;

/** Deals a round. If the request cannot be met, deals what there is and says so in `shortage`. */
export function deal(catalogue: readonly CatalogueEntry[], settings: DealSettings): Deal {
  const random = randomFrom(`${settings.mode}/${settings.seed}`);
  const all = fittingEntries(catalogue, settings);
  const fitting = settings.oneInbox === true ? inOneInbox(all, settings, random) : all;
  const lures = fitting.filter(({ truth }) => truth === 'phish');
  const genuine = fitting.filter(({ truth }) => truth === 'legitimate');
  const counts = countsFor(settings, lures.length, genuine.length);
  const chosen = [
    ...choose(lures, counts.phish, settings, random),
    ...choose(genuine, counts.genuine, settings, random),
  ];
  return {
    places: apart(random.shuffled(chosen), random).map(({ pack, scenario, id }) => ({
      pack,
      scenario,
      message: id,
    })),
    shortage: shortageOf(settings, counts, lures.length, genuine.length),
  };
}

/** The entries that the settings allow, each once, in an order that depends on names alone. */
function fittingEntries(
  catalogue: readonly CatalogueEntry[],
  { packs, channels, difficulty }: DealSettings,
): readonly CatalogueEntry[] {
  const unique = new Map(catalogue.map((entry) => [nameOf(entry), entry]));
  return [...unique]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, entry]) => entry)
    .filter(
      (entry) =>
        (packs === undefined || packs.includes(entry.pack)) &&
        (channels === undefined || channels.includes(entry.channel)) &&
        (difficulty === undefined || isInBand(entry, difficulty)),
    );
}

/** The entries of an inbox that can fill the round as it was asked for; all entries if there is none. */
function inOneInbox(
  entries: readonly CatalogueEntry[],
  settings: DealSettings,
  random: Random,
): readonly CatalogueEntry[] {
  const inboxes = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    const name = `${entry.pack}/${entry.scenario}`;
    inboxes.set(name, [...(inboxes.get(name) ?? []), entry]);
  }
  const large = [...inboxes.values()].filter((inbox) => {
    const lures = inbox.filter(({ truth }) => truth === 'phish').length;
    const counts = countsFor(settings, lures, inbox.length - lures);
    return counts.phish + counts.genuine === settings.length;
  });
  return random.weighted(large, () => 1) ?? entries;
}

const nameOf = ({ pack, scenario, id }: CatalogueEntry): string => `${pack}/${scenario}/${id}`;

function isInBand({ difficulty }: CatalogueEntry, bands: readonly DifficultyBand[]): boolean {
  if (difficulty === undefined) return true;
  return bandsOf[difficulty].some((band) => bands.includes(band));
}

const bandsOf = {
  least: ['least'],
  'moderate-least': ['least', 'moderately'],
  moderate: ['moderately'],
  very: ['very'],
} as const satisfies Record<NonNullable<CatalogueEntry['difficulty']>, readonly DifficultyBand[]>;

// ------------------------------------------------------------------------------------------------ how many

interface KindCounts {
  readonly phish: number;
  readonly genuine: number;
}

/**
 * The longest round up to the requested length that keeps the share. If a required kind is missing, whatever there
 * is.
 */
function countsFor({ length, genuine: share }: DealSettings, lures: number, genuine: number): KindCounts {
  const floor = Math.min(share, leastGenuine);
  const lacking = (lures === 0 && share < 1) || (genuine === 0 && share > 0);
  if (lacking) return { phish: Math.min(length, lures), genuine: Math.min(length, genuine) };
  for (let count = Math.min(length, lures + genuine); count > 0; count -= 1) {
    // Shares of 0 and 1 are meant literally; any other share is kept within one message.
    const slack = share === 0 || share === 1 ? 0 : 1;
    const least = Math.max(Math.ceil(share * count - slack), Math.ceil(floor * count), count - lures, 0);
    const most = Math.min(Math.floor(share * count + slack), genuine, count);
    if (least > most) continue;
    const wanted = Math.min(Math.max(Math.round(share * count), least), most);
    return { phish: count - wanted, genuine: wanted };
  }
  return { phish: 0, genuine: 0 };
}

function shortageOf(
  { length: asked, genuine: share }: DealSettings,
  { phish, genuine }: KindCounts,
  lures: number,
  genuineThere: number,
): Shortage | undefined {
  const dealt = phish + genuine;
  if (dealt === 0) return { kind: 'nothing' };
  if (genuineThere === 0 && share > 0) return { kind: 'onlyPhish', asked, dealt };
  if (lures === 0 && share < 1) return { kind: 'onlyGenuine', asked, dealt };
  return dealt < asked ? { kind: 'fewer', asked, dealt } : undefined;
}

// ------------------------------------------------------------------------------------------------ which

function choose(
  entries: readonly CatalogueEntry[],
  count: number,
  { weights }: DealSettings,
  random: Random,
): readonly CatalogueEntry[] {
  const chosen: CatalogueEntry[] = [];
  let left = entries;
  while (chosen.length < count && left.length > 0) {
    // A practice round follows the weights; any other round spreads over easy and hard.
    const pool = weights === undefined ? leastDealt(left, chosen) : left;
    const wanted = (entry: CatalogueEntry) => weightOf(entry, chosen, weights);
    const next = random.weighted(pool, wanted) ?? pool[0];
    if (next === undefined) break;
    chosen.push(next);
    left = left.filter((entry) => entry !== next);
  }
  return chosen;
}

/** The entries of those difficulties that were dealt least so far. */
function leastDealt(
  left: readonly CatalogueEntry[],
  chosen: readonly CatalogueEntry[],
): readonly CatalogueEntry[] {
  const dealt = (entry: CatalogueEntry): number =>
    chosen.filter(({ difficulty }) => difficulty === entry.difficulty).length;
  const least = left.reduce((few, entry) => Math.min(few, dealt(entry)), Infinity);
  return left.filter((entry) => dealt(entry) === least);
}

/** A whole number. Lower for a kind of message that was dealt already. */
function weightOf(
  entry: CatalogueEntry,
  chosen: readonly CatalogueEntry[],
  weights: DealWeights | undefined,
): number {
  const again = chosen.filter(({ archetype }) => archetype === entry.archetype).length;
  const wanted = weights === undefined ? 1 : wantedOf(entry, weights);
  return Math.floor((120 * wanted) / (1 + again));
}

function wantedOf({ families, technique }: CatalogueEntry, { by, weights }: DealWeights): number {
  switch (by) {
    case 'family':
      return Math.max(0, ...families.map((family) => weights[cueCategories.indexOf(family)] ?? 0));
    case 'technique':
      // An index written by hand may lack it, and a list of weights may be older than a technique.
      return (technique && weights[techniques.indexOf(technique)]) ?? 1;
  }
}

// ------------------------------------------------------------------------------------------------ in which order

/** The same messages, with no lure beside its twin as far as possible. */
function apart(entries: readonly CatalogueEntry[], random: Random): readonly CatalogueEntry[] {
  let order = entries;
  for (let attempt = 0; attempt < 200 && hasTwinsTogether(order); attempt += 1)
    order = random.shuffled(order);
  return hasTwinsTogether(order) ? pulledApart(order) : order;
}

/**
 * Random orders seldom separate the pairs of a long round: put one of each pair first, then the others in the same
 * order.
 */
function pulledApart(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const isSecond = (entry: CatalogueEntry, index: number): boolean =>
    entries.slice(0, index).some((earlier) => areTwins(earlier, entry));
  const seconds = entries.filter(isSecond);
  const firsts = entries.filter((entry, index) => !isSecond(entry, index));
  const paired = firsts.filter((first) => seconds.some((second) => areTwins(first, second)));
  const single = firsts.filter((first) => !paired.includes(first));
  const inOrder = paired.flatMap((first) => seconds.filter((second) => areTwins(first, second)));
  return [...paired, ...single, ...new Set(inOrder)];
}

function hasTwinsTogether(entries: readonly CatalogueEntry[]): boolean {
  return entries.some((entry, index) => {
    const next = entries[index + 1];
    return next !== undefined && areTwins(entry, next);
  });
}

const areTwins = (one: CatalogueEntry, other: CatalogueEntry): boolean =>
  one.pack === other.pack &&
  one.scenario === other.scenario &&
  (one.twin === other.id || other.twin === one.id);
