/** Hints, the same for lures and genuine mail, so that neither a hint's being there nor its form tells which it is. */
import { type CueCategory, cues } from '../scenario/format/cues.ts';
import type { Anchor } from '../scenario/format/anchor.ts';
import { type BodyRef, spotOf } from '../scenario/layout/spot.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Clue } from '../scenario/format/solution.ts';
import { type Field, mailFields } from '../scenario/format/vocabulary.ts';
import { weights } from './weights.ts';

/** How many hints a message has. */
export const hintCount = 2;

/** What each hint takes from the evidence part, as a share of it. */
export const hintCost = 0.15;

/** What of the evidence part is left after so many hints, 0 to 1; hints beyond the last one cost nothing more. */
export const hintShare = (hints: number): number => 1 - hintCost * Math.min(Math.max(hints, 0), hintCount);

/** The kinds of place a hint can point to. */
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

export interface Hints {
  /** Where to look. */
  readonly place: HintPlace;
  /** What to look for there. */
  readonly family: CueCategory;
}

/** What the hints of a message say: where its strongest clue lies, or what best vouches for it. */
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

/** Where to look first when the author names nothing. */
const atSender: Hints = { place: 'sender', family: 'technical' };

const isIn = (list: readonly Field[], field: Field): boolean => list.includes(field);

/** A mail has a sender to compare and details to open; all other channels show who and where from as they are. */
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

/** What there is to look for at a place where no clue says it. */
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
