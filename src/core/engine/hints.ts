/** Hints. Lures and genuine mail have hints of the same form, so that a hint does not tell which it is. */
import type { Anchor } from '../scenario/format/anchor.ts';
import { type BodyRef, spotOf } from '../scenario/layout/spot.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Solution } from '../scenario/format/solution.ts';
import { type Field, mailFields } from '../scenario/format/vocabulary.ts';

/** The number of hints per message. */
export const hintCount = 2;

/** The share of the evidence part that each hint costs. */
export const hintCost = 0.15;

/** The share of the evidence part that is left after this many hints, 0 to 1. Further hints cost nothing more. */
export const hintShare = (hints: number): number => 1 - hintCost * Math.min(Math.max(hints, 0), hintCount);

/** The places that a hint can point to, in the order in which hints name them. */
export const hintPlaces = [
  'link',
  'text',
  'sender',
  'attachment',
  'origin',
  'delivery',
  'layout',
  'picture',
] as const;
export type HintPlace = (typeof hintPlaces)[number];

/** The hints of a message: two places to look at, the first one first. */
export type Hints = readonly [HintPlace, HintPlace];

/**
 * The hints of a message: places where something telling lies, a clue of weight or a reassurance. The order of places is
 * the same for both, so neither which place is named nor which comes first tells the truth. If the author names fewer than two, text
 * and sender fill in: every message has them.
 */
export function hintsFor({ solution }: Message): Hints {
  const { telling, others } = signsOf(solution);
  const [first = 'text', second = first === 'text' ? 'sender' : 'text'] = new Set([
    ...placesOf(telling),
    ...placesOf(others),
  ]);
  return [first, second];
}

interface Signs {
  readonly telling: readonly Sign[];
  /** What only looks telling, or tells little. */
  readonly others: readonly Sign[];
}

interface Sign {
  readonly anchor: Anchor;
}

function signsOf(solution: Solution): Signs {
  const { decoys } = solution;
  switch (solution.truth) {
    case 'phish': {
      const { facts, clues } = solution;
      const soft = new Set(facts.filter(({ weight }) => weight === 'soft').map(({ id }) => id));
      return { telling: clues.filter(({ fact }) => !soft.has(fact)), others: [...clues, ...decoys] };
    }
    case 'legitimate':
      return { telling: solution.reassurances, others: decoys };
  }
}

/** The places of these, in the order of places. */
function placesOf(signs: readonly Sign[]): readonly HintPlace[] {
  const places = new Set(signs.map(({ anchor }) => placeOf(anchor)));
  return hintPlaces.filter((place) => places.has(place));
}

const isIn = (list: readonly Field[], field: Field): boolean => list.includes(field);

/** A mail has a sender to compare and details to open. Other channels show all their fields at once. */
function placeOfField(field: Field): HintPlace {
  if (isIn(['subject', 'when', 'place'], field)) return 'text';
  if (isIn(['fromName', 'fromAddress', 'replyTo'], field)) return 'sender';
  return isIn(mailFields, field) ? 'delivery' : 'origin';
}

/** Undefined on a page behind a link: no answer needs one, so no hint sends a player there. */
function placeOf(anchor: Anchor): HintPlace | undefined {
  const spot = spotOf(anchor);
  switch (spot.kind) {
    case 'field':
      return placeOfField(spot.field);
    case 'link':
      return 'link';
    case 'slot':
      return 'layout';
    case 'thread':
      return 'text';
    case 'attachment':
    case 'filePart':
      return 'attachment';
    case 'pagePart':
    case 'formField':
    case 'pageBlock':
      return undefined;
    case 'image':
      return inBody(spot.body, 'picture');
    case 'quote':
      return inBody(spot.body, 'text');
  }
}

function inBody(body: BodyRef, inMessage: 'picture' | 'text'): HintPlace | undefined {
  switch (body.kind) {
    case 'message':
      return inMessage;
    case 'page':
      return undefined;
    case 'file':
      return 'attachment';
  }
}
