import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PracticeCards } from '../../../src/core/record/practice.ts';
import type { MessageRecord, RoundRecord } from '../../../src/core/record/round-record.ts';
import { practiceOf } from '../../../src/core/record/schedule.ts';
import { stampBook } from '../../../src/core/record/stamp-book.ts';
import { techniques } from '../../../src/core/scenario/format/techniques.ts';
import { aMessageRecord, anyStoredRecord, april, aRecord, day } from './builders.ts';

const found = [{ fact: 'code', cue: 'qr-lure', found: true }] as const;
const sure: Partial<MessageRecord> = { technique: 'qr', confidence: 0.95, facts: found };
const round = (message: Partial<MessageRecord>, at = april): RoundRecord =>
  aRecord({ id: `r${at}`, endedAt: at, messages: [aMessageRecord(message)] });
const stampedAt = (...records: readonly RoundRecord[]) =>
  stampBook(records, {}, april).find(({ technique }) => technique === 'qr')?.stampedAt;

describe('the stamp book', () => {
  it('has a page for each technique, all empty before the first round', () => {
    const pages = stampBook([], {}, april);
    expect(pages.map(({ technique }) => technique)).toEqual(techniques);
    expect(pages.filter((page) => page.stampedAt !== undefined || page.isFading)).toEqual([]);
  });

  it('is stamped on the day of the first sure find, in any order of the rounds', () => {
    const rounds = [round(sure, april + 2 * day), round(sure, april + day), round(sure, april + 3 * day)];
    expect(stampedAt(...rounds)).toBe(april + day);
  });

  it.each<[string, Partial<MessageRecord>]>([
    ['a wrong verdict', { verdict: 'legitimate' }],
    ['one that was only called likely', { confidence: 0.75 }],
    ['one without a reason', { facts: [] }],
    ['one for a fact that only adds', { facts: [{ ...found[0], soft: true }] }],
    ['another technique', { technique: 'call-back' }],
  ])('is not stamped for %s', (_, message) => {
    expect(stampedAt(round({ ...sure, ...message }))).toBeUndefined();
  });

  it('is also stamped for a genuine message that was trusted for a reason', () => {
    const genuine = { ...sure, truth: 'legitimate', verdict: 'legitimate', facts: [] } as const;
    expect(stampedAt(round({ ...genuine, score: 100 }))).toBe(april);
    expect(stampedAt(round({ ...genuine, score: 60 }))).toBeUndefined();
    expect(stampedAt(round({ ...genuine, score: 60, checked: true }))).toBe(april);
  });

  it('shows a stamp faded while its technique is due, but never an empty page', () => {
    const card = { stability: 2, difficulty: 5, reviewedAt: april, due: april + day };
    const cards: PracticeCards = { qr: card, 'call-back': card };
    const fading = (now: number) =>
      stampBook([round(sure)], cards, now).flatMap(({ technique, isFading }) =>
        isFading ? [technique] : [],
      );
    expect(fading(april + day - 1)).toEqual([]);
    expect(fading(april + day)).toEqual(['qr']);
  });

  it('never loses a stamp through another round', () => {
    fc.assert(
      fc.property(fc.array(anyStoredRecord, { maxLength: 6 }), anyStoredRecord, (records, next) => {
        const before = stampBook(records, practiceOf(records).cards, april);
        const after = stampBook([...records, next], practiceOf([...records, next]).cards, april);
        for (const [index, page] of before.entries()) {
          if (page.stampedAt === undefined) continue;
          expect(after[index]?.stampedAt).toBeLessThanOrEqual(page.stampedAt);
        }
      }),
    );
  });
});
