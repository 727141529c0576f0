/** Finds the regions of everything in a solution, and thereby which regions are clues, neutral, or innocent. */
import { place } from '../scenario/layout/place.ts';
import { fieldRegion, labelCells, layOut, type Layout, type Region } from '../scenario/layout/regions.ts';
import type { Anchor } from '../scenario/format/anchor.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Clue, Decoy, PhishSolution, Reassurance } from '../scenario/format/solution.ts';
import { isOnFace, spotOf } from '../scenario/layout/spot.ts';
import { joinedReassurances } from './confirmed-regions.ts';
import { joinedRegions } from './joined-regions.ts';

/** What there is to find out about a lure; several clues may prove it. */
export type Fact = PhishSolution['facts'][number];

/** Something anchored, with the keys of its regions; no regions if the anchor matches nothing. */
export interface Placed<Thing> {
  readonly thing: Thing;
  readonly regions: readonly string[];
  /** Keys of further regions that belong to it: they show the same false value, or label its table cell. */
  readonly joined: readonly string[];
}

/** A fact with its placed clues. */
export interface PlacedFact {
  readonly fact: Fact;
  readonly clues: readonly Placed<Clue>[];
  /** Whether it can be found without opening a page or a file, which may be a trap. */
  readonly isOnFace: boolean;
}

/** A solution with the regions of everything in it. */
export interface PlacedSolution {
  readonly layout: Layout;
  /** The facts that can be found; empty for genuine mail. */
  readonly facts: readonly PlacedFact[];
  /** Decoys that cost points when flagged. */
  readonly decoys: readonly Placed<Decoy>[];
  /** Decoys without weight. */
  readonly myths: readonly Placed<Decoy>[];
  readonly reassurances: readonly Placed<Reassurance>[];
  /** Regions that cost points when flagged, in reading order: no clue or myth lies in them. */
  readonly innocent: readonly Region[];
}

/** Places the solution of a message onto its regions. A message never changes, so this is done once for each. */
export function placedSolution(message: Message): PlacedSolution {
  const known = placedSolutions.get(message) ?? placedOf(message);
  placedSolutions.set(message, known);
  return known;
}

const placedSolutions = new WeakMap<Message, PlacedSolution>();

function placedOf(message: Message): PlacedSolution {
  const { solution } = message;
  const layout = layOut(message);
  const placed = <Thing extends { readonly anchor: Anchor }>(thing: Thing): Placed<Thing> => {
    const found = place(thing.anchor, layout);
    return { thing, regions: found.found ? found.regions : [], joined: [] };
  };
  const authored = {
    clues: solution.truth === 'phish' ? solution.clues.map(placed) : [],
    decoys: solution.decoys.filter((decoy) => !isMyth(decoy)).map(placed),
    myths: solution.decoys.filter(isMyth).map(placed),
    reassurances: solution.truth === 'legitimate' ? solution.reassurances.map(placed) : [],
  };
  const { clues, neutral } = withFalseValues(message, layout, authored);
  const reassurances = withTrueValues(message, layout, authored);
  const withLabels = labelling(layout, [...clues, ...authored.decoys, ...authored.myths, ...reassurances]);
  const labelled = clues.map(withLabels);
  const joinedByClues = new Set(clues.flatMap(({ joined }) => joined));
  // A myth about a region that shows the false value would contradict the clue.
  const myths = authored.myths
    .filter(({ regions }) => regions.length === 0 || !regions.every((key) => joinedByClues.has(key)))
    .map(withLabels);
  const facts = solution.truth === 'phish' ? solution.facts : [];
  const spared = new Set([...[...labelled, ...myths].flatMap(regionsOf), ...neutral]);
  return {
    layout,
    facts: facts
      .map((fact) => ({ fact, clues: labelled.filter(({ thing }) => thing.fact === fact.id) }))
      .filter(canBeFound)
      .map((placedFact) => ({ ...placedFact, isOnFace: placedFact.clues.some(isSeenOnFace) })),
    decoys: authored.decoys.map(withLabels),
    myths,
    reassurances: reassurances.map(withLabels),
    innocent: layout.regions.filter(({ key }) => !spared.has(key)),
  };
}

/** All regions that belong to something placed. */
export const regionsOf = ({ regions, joined }: Placed<unknown>): readonly string[] => [...regions, ...joined];

/** Whether a clue lies in the message itself, not on a page behind a link or inside a file. */
export const isSeenOnFace = ({ thing, regions }: Placed<Clue>): boolean =>
  regions.length > 0 && isOnFace(spotOf(thing.anchor));

/**
 * The facts that are wanted: those that can be found without opening a page or a file. Others count when found and are
 * never missed.
 */
export function wantedFacts({ facts }: PlacedSolution): readonly PlacedFact[] {
  const onFace = facts.filter((fact) => fact.isOnFace);
  return onFace.length === 0 ? facts : onFace;
}

/** Whether one of the regions of a fact is flagged with doubt. */
export const isFound = ({ clues }: PlacedFact, doubted: Flagged): boolean =>
  clues.some((clue) => isFlagged(clue, doubted));

/** Whether one of the regions of something placed is flagged. */
export const isFlagged = (placed: Placed<unknown>, flagged: Flagged): boolean =>
  regionsOf(placed).some((region) => flagged.has(region));

/** Flags, or the regions flagged in one ink. */
type Flagged = Pick<ReadonlySet<string>, 'has'>;

interface Authored {
  readonly reassurances: readonly Placed<Reassurance>[];
  readonly clues: readonly Placed<Clue>[];
  readonly decoys: readonly Placed<Decoy>[];
  readonly myths: readonly Placed<Decoy>[];
}

function withFalseValues(
  message: Message,
  layout: Layout,
  { clues, decoys, myths }: Authored,
): { readonly clues: readonly Placed<Clue>[]; readonly neutral: ReadonlySet<string> } {
  const { solution } = message;
  if (solution.truth !== 'phish') return { clues, neutral: new Set() };
  const weightOf = new Map(solution.facts.map(({ id, weight }) => [id, weight]));
  const found = joinedRegions(message, layout, {
    clues: clues.flatMap(({ thing: { id, cue, fact }, regions }) => {
      const weight = weightOf.get(fact);
      return weight === undefined ? [] : [{ id, cue, weight, regions }];
    }),
    explained: new Set([...decoys, ...myths].flatMap(({ regions }) => regions)),
    // A sender's address is called a myth if it is the real one, forged or taken over.
    honest: new Set([
      ...decoys.flatMap(({ regions }) => regions),
      ...myths.flatMap(({ regions }) => regions).filter((key) => key === fieldRegion('fromAddress')),
    ]),
  });
  return {
    clues: clues.map((clue) => ({ ...clue, joined: found.clues.get(clue.thing.id) ?? [] })),
    neutral: found.neutral,
  };
}

function withTrueValues(
  message: Message,
  layout: Layout,
  { reassurances, decoys, myths }: Authored,
): readonly Placed<Reassurance>[] {
  if (reassurances.length === 0) return [];
  const explained = new Set([...decoys, ...myths].flatMap(({ regions }) => regions));
  const known = reassurances.map(({ thing: { id }, regions }) => ({ id, regions }));
  const joined = joinedReassurances(message, layout, known, explained);
  return reassurances.map((placed) => ({ ...placed, joined: joined.get(placed.thing.id) ?? [] }));
}

/**
 * Returns a function that adds the cell of a label to the cell of its value, unless the label has a meaning of its
 * own.
 */
function labelling(layout: Layout, all: readonly Placed<unknown>[]) {
  const taken = new Set(all.flatMap(regionsOf));
  const labels = labelCells(layout);
  return <Thing>(placed: Placed<Thing>): Placed<Thing> => {
    const own = placed.regions.flatMap((key) => labels.get(key) ?? []).filter((key) => !taken.has(key));
    return own.length === 0 ? placed : { ...placed, joined: [...new Set([...placed.joined, ...own])] };
  };
}

function isMyth(decoy: Decoy): boolean {
  return decoy.weighs === 'nothing';
}

/** Facts without a place are ignored, so that every message has a perfect answer. */
function canBeFound({ clues }: Pick<PlacedFact, 'clues'>): boolean {
  return clues.some(({ regions }) => regions.length > 0);
}
