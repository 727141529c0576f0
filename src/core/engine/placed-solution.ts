/** Where everything that a solution speaks of lies in its message, and so which regions are clues, neutral or innocent. */
import { place } from '../scenario/layout/place.ts';
import { layOut, type Region } from '../scenario/layout/regions.ts';
import type { Anchor } from '../scenario/format/anchor.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Clue, Decoy, PhishSolution, Reassurance } from '../scenario/format/solution.ts';

export type Fact = PhishSolution['facts'][number];

/** Something anchored, with the keys of the regions it lies in; none if its anchor lies nowhere. */
export interface Placed<Thing> {
  readonly thing: Thing;
  readonly regions: readonly string[];
}

export interface PlacedFact {
  readonly fact: Fact;
  readonly clues: readonly Placed<Clue>[];
}

export interface PlacedSolution {
  /** The facts that can be found; empty for genuine mail. */
  readonly facts: readonly PlacedFact[];
  /** Decoys that cost when flagged. */
  readonly decoys: readonly Placed<Decoy>[];
  /** Decoys that weigh nothing. */
  readonly myths: readonly Placed<Decoy>[];
  readonly reassurances: readonly Placed<Reassurance>[];
  /** Regions that cost when flagged, in reading order: neither a clue nor a myth lies in them. */
  readonly innocent: readonly Region[];
}

/** The solution of a message laid over its regions. */
export function placedSolution(message: Message): PlacedSolution {
  const { solution } = message;
  const layout = layOut(message);
  const placed = <Thing extends { readonly anchor: Anchor }>(thing: Thing): Placed<Thing> => {
    const found = place(thing.anchor, layout);
    return { thing, regions: found.found ? found.regions : [] };
  };
  const clues = solution.truth === 'phish' ? solution.clues.map(placed) : [];
  const facts = solution.truth === 'phish' ? solution.facts : [];
  const myths = solution.decoys.filter(isMyth).map(placed);
  const spared = new Set([...clues, ...myths].flatMap(({ regions }) => regions));
  return {
    facts: facts
      .map((fact) => ({ fact, clues: clues.filter(({ thing }) => thing.fact === fact.id) }))
      .filter(canBeFound),
    decoys: solution.decoys.filter((decoy) => !isMyth(decoy)).map(placed),
    myths,
    reassurances: solution.truth === 'legitimate' ? solution.reassurances.map(placed) : [],
    innocent: layout.regions.filter(({ key }) => !spared.has(key)),
  };
}

function isMyth(decoy: Decoy): boolean {
  return decoy.weighs === 'nothing';
}

/** A fact without a place is asked of nobody, so that a flawless answer exists for every message. */
function canBeFound({ clues }: PlacedFact): boolean {
  return clues.some(({ regions }) => regions.length > 0);
}
