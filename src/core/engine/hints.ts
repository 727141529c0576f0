/** Hints. Lures and genuine mail have hints of the same form, so that a hint does not tell which it is. */
import { type CueCategory, cues } from '../scenario/format/cues.ts';
import type { Anchor } from '../scenario/format/anchor.ts';
import { type BodyRef, spotOf } from '../scenario/layout/spot.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Clue } from '../scenario/format/solution.ts';
import { type Field, mailFields } from '../scenario/format/vocabulary.ts';
import { weights } from './weights.ts';

/** The number of hints per message. */
export const hintCount = 2;

/** The share of the evidence part that each hint costs. */
export const hintCost = 0.15;

/** The share of the evidence part that is left after this many hints, 0 to 1. Further hints cost nothing more. */
export const hintShare = (hints: number): number => 1 - hintCost * Math.min(Math.max(hints, 0), hintCount);

/** The kind of place that a hint points to. */
export type HintPlace =
  | 'sender'
  | 'delivery'
  | 'origin'
  | 'text'
  | 'link'
  | 'attachment'
  | 'picture'
  | 'page'
  | 'layout';

/** The hints of a message. */
export interface Hints {
  /** Where to look. */
  readonly place: HintPlace;
  /** What to look for there. */
  readonly family: CueCategory;
}

/** The hints of a message: where its strongest clue lies, or what best speaks for it. */
export function hintsFor({ solution }: Message): Hints {
  if (solution.truth === 'legitimate') {
    const [vouching] = solution.reassurances;
    return vouching === undefined
      ? atSender
      : { place: placeOf(vouching.anchor), family: familyAt(vouching.anchor) };
  }
  const strengths = new Map(solution.facts.map(({ id, weight }) => [id, weights[weight]]));
  const strengthOf = ({ fact }: Clue): number => strengths.get(fact) ?? 0;
  const [clue] = solution.clues.toSorted((one, other) => strengthOf(other) - strengthOf(one));
  return clue === undefined ? atSender : { place: placeOf(clue.anchor), family: cues[clue.cue].category };
}

/** Where to look first if the author names nothing. */
const atSender: Hints = { place: 'sender', family: 'technical' };

const isIn = (list: readonly Field[], field: Field): boolean => list.includes(field);

/** A mail has a sender to compare and details to open. Other channels show all their fields at once. */
function placeOfField(field: Field): HintPlace {
  if (isIn(['subject', 'when', 'place'], field)) return 'text';
  if (isIn(['fromName', 'fromAddress', 'replyTo'], field)) return 'sender';
  return isIn(mailFields, field) ? 'delivery' : 'origin';
}

function placeOf(anchor: Anchor): HintPlace {
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
      return 'page';
    case 'image':
      return inBody(spot.body, 'picture');
    case 'quote':
      return inBody(spot.body, 'text');
  }
}

function inBody(body: BodyRef, inMessage: 'picture' | 'text'): HintPlace {
  switch (body.kind) {
    case 'message':
      return inMessage;
    case 'page':
      return 'page';
    case 'file':
      return 'attachment';
  }
}

/** What to look for at a place if no clue says so. */
function familyAt(anchor: Anchor): CueCategory {
  const families = {
    sender: 'technical',
    delivery: 'technical',
    origin: 'technical',
    link: 'technical',
    attachment: 'technical',
    page: 'technical',
    picture: 'visual',
    layout: 'language',
    text: 'language',
  } as const satisfies Record<HintPlace, CueCategory>;
  return families[placeOf(anchor)];
}
