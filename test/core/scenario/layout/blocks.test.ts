import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { layBody, linesOf } from '../../../../src/core/scenario/layout/blocks.ts';
import { fileSize } from '../../../../src/core/scenario/layout/file-size.ts';
import { parseLesson, parseScenario } from '../../../../src/core/lint/parse.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { pageBlockKinds } from '../../../../src/core/scenario/layout/block-kinds.ts';
import type { Anchor } from '../../../../src/core/scenario/format/anchor.ts';
import type { Block } from '../../../../src/core/scenario/format/block.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import type { Localized } from '../../../../src/core/scenario/format/text.ts';
import { languages, pageParts } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aMessage, aScenario, both } from '../../../fixtures/builders.ts';
import { aPageMessage, pages } from '../../../fixtures/page-message.ts';

const blocks = pages.flatMap(({ body }) => body).filter(({ kind }) => kind !== 'text' && kind !== 'form');
const layout = layOut(aPageMessage());
const rulesOf = (messages: readonly Message[]): readonly string[] =>
  parseScenario(JSON.stringify(aScenario({ messages: [...messages] })), 'test.json').problems.map(
    ({ rule }) => rule,
  );

describe('a block of a page', () => {
  it('of every kind is in the fixture', () => {
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(pageBlockKinds));
    expect(rulesOf([aPageMessage()])).toEqual([]);
  });

  it.each(blocks)('has the same regions in both languages: $kind', (block) => {
    const lines = linesOf(layBody([block], 'page/x'));
    expect(lines.length).toBeGreaterThan(0);
    for (const { pieces } of lines) {
      const [ja, en] = languages.map(
        (language) => new Set(pieces[language].flatMap(({ region }) => region ?? [])),
      );
      expect(ja).toEqual(en);
      expect(ja?.size).toBeGreaterThan(0);
    }
  });

  it('is cut into pieces that join to the text, with every word in a region', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9あ-ん一-龠、。,.! :/-]{1,40}$/);
    const said = fc.record({ ja: words, en: words });
    fc.assert(
      fc.property(said, said, words, (label, step, address) => {
        const made: readonly Block[] = [
          { kind: 'captcha', id: 'a', label, steps: [step] },
          {
            kind: 'permissions',
            id: 'b',
            app: label,
            publisher: step,
            items: [step],
            allow: label,
            cancel: label,
          },
          { kind: 'code', id: 'c', label, code: address.slice(0, 24), submit: step },
          { kind: 'alarm', id: 'd', title: label, text: step, phone: '0120-000-000', call: label },
          { kind: 'download', id: 'e', name: label, bytes: 1, save: step },
          { kind: 'window', id: 'f', title: label, address, blocks: [{ kind: 'text', text: step }] },
        ];
        for (const line of linesOf(layBody(made, 'page/x'))) {
          for (const language of languages) {
            expect(line.pieces[language].map(({ text }) => text).join('')).toBe(line.plain[language]);
            const bare = line.pieces[language].filter(({ region }) => region === undefined);
            expect(bare.filter(({ text }) => /[\p{Letter}\p{Number}]/u.test(text))).toEqual([]);
          }
        }
      }),
    );
  });

  it('has one more region for its picture', () => {
    const pictures = layout.regions.filter(({ kind }) => kind === 'pageBlock').map(({ key }) => key);
    expect(pictures).toEqual([
      'page/captcha/block/robot',
      'page/consent/block/ask',
      'page/device/block/code',
      'page/window/block/popup',
      'page/support/block/virus',
      'page/file/block/tool',
    ]);
  });
});

describe('an anchor on a page', () => {
  const at = (anchor: Anchor) => place(anchor, layout);

  it.each([
    ['captcha', { ja: 'Enterキーを押します。', en: 'Press Enter.' }],
    ['consent', { ja: '発行元は未確認です', en: 'Publisher not verified' }],
    ['device', both('HX7Q-2MKD')],
    ['window', both('https://accounts.example.com/signin')],
    ['support', both('0120-000-000')],
    ['file', both('2.4 MB')],
  ] satisfies readonly (readonly [string, Localized])[])(
    'finds the words of %s by quotation',
    (page, quote) => {
      expect(at({ quote, page })).toMatchObject({ found: true });
    },
  );

  it('on a block finds its picture and its heading', () => {
    expect(at({ page: 'window', block: 'popup' })).toEqual({
      found: true,
      regions: ['page/window/block/popup', 'page/window/1.title/0', 'page/window/1.address/0'],
    });
    expect(at({ page: 'window', block: 'robot' })).toMatchObject({ found: false });
  });

  it('on the certificate finds its line and every row of its sheet; on a row only that row', () => {
    expect(at({ page: 'login', part: 'certificate' })).toEqual({
      found: true,
      regions: ['certificate', 'issuer', 'names', 'age'].map((part) => `page/login/${part}`),
    });
    expect(at({ page: 'login', part: 'age' })).toEqual({ found: true, regions: ['page/login/age'] });
  });

  it('finds every part on every page, with a certificate or without', () => {
    for (const { id } of pages) {
      for (const part of pageParts) expect(at({ page: id, part })).toMatchObject({ found: true });
    }
  });
});

describe('the parser', () => {
  it.each(blocks)('refuses $kind in the body of a mail, in a document and in a lesson', (block) => {
    const rule = 'page-block-off-page';
    expect(rulesOf([aMessage({ body: [block, ...aMessage().body] })])).toContain(rule);
    const preview = { body: [block] };
    expect(
      rulesOf([
        aMessage({
          attachments: [{ id: 'file', name: both('a.pdf'), type: 'pdf', bytes: 10, preview }],
        }),
      ]),
    ).toContain(rule);
    const { title, author, licence } = aScenario();
    const lesson = { format: 1, id: 'one', title, summary: title, body: [block], author, licence };
    expect(parseLesson(JSON.stringify(lesson), 'one.json').problems.map((problem) => problem.rule)).toContain(
      'block-in-lesson',
    );
  });

  it('refuses a missing next page, and an id used twice on a page', () => {
    const message = aPageMessage();
    const [first, ...others] = pages;
    if (first === undefined) throw new Error('no page');
    expect(rulesOf([{ ...message, pages: [{ ...first, next: 'nowhere' }, ...others] }])).toEqual([
      'unknown-page',
    ]);
    const captcha = blocks.filter(({ kind }) => kind === 'captcha');
    const twice = { ...first, body: [...first.body, ...captcha, ...captcha] };
    expect(rulesOf([{ ...message, pages: [twice, ...others] }])).toEqual(['duplicate-id']);
  });
});

describe('the size of a file', () => {
  it.each([
    [1, '1 KB'],
    [48_000, '48 KB'],
    [999_600, '1.0 MB'],
    [2_400_000, '2.4 MB'],
  ])('of %i bytes reads %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});
