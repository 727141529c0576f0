import { describe, expect, it } from 'vitest';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { Anchor } from '../../../../src/core/scenario/format/anchor.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { mailFields, slots } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aClue, aDecoy, aLegitimateMessage, aMessage } from '../../../fixtures/builders.ts';

const keys = (message: Message): readonly string[] => layOut(message).regions.map(({ key }) => key);

describe('the regions of a message', () => {
  it('do not depend on the solution', () => {
    const lure = aMessage({
      clues: [aClue(), aClue({ id: 'name', anchor: { field: 'fromName' } })],
      decoys: [aDecoy()],
    });
    const genuine = aLegitimateMessage();
    expect(keys({ ...lure, solution: genuine.solution })).toEqual(keys(lure));
    expect(keys(aMessage({ clues: [aClue()], decoys: [] }))).toEqual(keys(lure));
  });

  it('include each field and slot once, even those that the message lacks', () => {
    const all = keys(aMessage());
    for (const field of mailFields) expect(all.filter((key) => key === `field/${field}`)).toHaveLength(1);
    for (const slot of slots) expect(all.filter((key) => key === `slot/${slot}`)).toHaveLength(1);
    expect(new Set(all).size).toBe(all.length);
  });
});

const quoted = (text: string): Message => ({
  ...aMessage(),
  body: [
    {
      kind: 'text',
      text: {
        ja: '確認してください。確認が済むまで使えません。',
        en: `${text} Until then it cannot be used.`,
      },
    },
    { kind: 'text', slot: 'greeting', text: { ja: '山田様', en: 'Dear Ms Yamada' } },
  ],
});

describe('placing an anchor', () => {
  const message = quoted('Please confirm.');
  const at = (anchor: Anchor) => place(anchor, layOut(message));

  it('finds the clause that a quotation overlaps, the same one in both languages', () => {
    expect(at({ quote: { ja: '確認してください', en: 'Please confirm' } })).toEqual({
      found: true,
      regions: ['body/0/0'],
    });
    expect(at({ quote: { ja: '。確認が', en: 'confirm. Until' } })).toEqual({
      found: true,
      regions: ['body/0/0', 'body/0/1'],
    });
  });

  it('reports the language in which a quotation is missing or occurs twice', () => {
    expect(at({ quote: { ja: '確認してください', en: 'Confirm please' } })).toEqual({
      found: false,
      why: 'notFound',
      language: 'en',
    });
    expect(at({ quote: { ja: '確認', en: 'Please confirm' } })).toEqual({
      found: false,
      why: 'ambiguous',
      language: 'ja',
    });
  });

  it('finds a slot by its chip and by its words', () => {
    expect(at({ slot: 'greeting' })).toEqual({ found: true, regions: ['slot/greeting', 'body/1/0'] });
    expect(at({ slot: 'signature' })).toEqual({ found: true, regions: ['slot/signature'] });
  });

  it('does not find a link, an attachment or a page the message lacks', () => {
    for (const anchor of [
      { link: 'no' },
      { attachment: 'no' },
      { page: 'no', part: 'address' },
    ] satisfies Anchor[]) {
      expect(at(anchor)).toMatchObject({ found: false, why: 'notFound' });
    }
  });
});
