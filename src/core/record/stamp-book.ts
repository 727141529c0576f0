/** The stamp book: a page for each technique, stamped when the player first saw through it surely and for a reason. */
import { surenessOf } from '../engine/sureness.ts';
import { type Technique, techniques } from '../scenario/format/techniques.ts';
import type { PracticeCards } from './practice.ts';
import { isReasoned } from './reasoned.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';

/** A page of the stamp book. */
export interface StampPage {
  readonly technique: Technique;
  /** When it was first seen through surely, in milliseconds since 1970; absent on an empty page. */
  readonly stampedAt?: number;
  /** Whether it is due to be practised again, so that its stamp fades. */
  readonly isFading: boolean;
}

/** All pages in the order of techniques at a time (milliseconds since 1970); the records in any order. */
export function stampBook(
  records: readonly RoundRecord[],
  cards: PracticeCards,
  now: number,
): readonly StampPage[] {
  const first = new Map<Technique, number>();
  for (const { messages, endedAt } of records) {
    for (const message of messages) {
      const { technique } = message;
      if (technique === undefined || !isSureFind(message)) continue;
      first.set(technique, Math.min(endedAt, first.get(technique) ?? endedAt));
    }
  }
  return techniques.map((technique) => {
    const stampedAt = first.get(technique);
    const due = cards[technique]?.due;
    return {
      technique,
      ...(stampedAt !== undefined && { stampedAt }),
      isFading: stampedAt !== undefined && due !== undefined && due <= now,
    };
  });
}

function isSureFind(message: MessageRecord): boolean {
  const { verdict, truth, confidence } = message;
  return verdict === truth && surenessOf(confidence) === 'sure' && isReasoned(message);
}
