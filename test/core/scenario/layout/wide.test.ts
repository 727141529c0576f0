import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { htmlPart } from '../../../../src/core/email/compose/html.ts';
import { plainBody } from '../../../../src/core/email/compose/mime.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { anchorAt } from '../../../../src/core/scenario/layout/anchor-at.ts';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { Block, LeafBlock } from '../../../../src/core/scenario/format/block.ts';
import type { SealedMail } from '../../../../src/core/scenario/format/message.ts';
import { aScenario } from '../../../fixtures/builders.ts';
import { aWideMessage } from '../../../fixtures/wide-message.ts';

const rulesOf = (overrides: Partial<SealedMail> = {}): readonly string[] =>
  parseScenario(JSON.stringify(aScenario({ messages: [aWideMessage(overrides)] })), 'test.json').problems.map(
    ({ rule }) => rule,
  );

describe('a message that looks like real HTML mail', () => {
  const message = aWideMessage();
  const layout = layOut(message);

  it('is read without a problem', () => {
    expect(rulesOf()).toEqual([]);
  });

  it('has an anchor for every region, which finds that region again', () => {
    const lost = layout.regions.filter(({ key }) => {
      const anchor = anchorAt(key, layout);
      const placed = anchor && place(anchor, layout);
      return placed?.found !== true || !placed.regions.includes(key);
    });
    expect(lost).toEqual([]);
  });

  it('has a source in both languages', () => {
    for (const language of ['ja', 'en'] as const)
      expect(sourceOf(message, aScenario().recipient, language).text).toContain('multipart/alternative');
  });
});

describe('a picture that is a link', () => {
  const layout = layOut(aWideMessage());

  it('has the region of its link, and both anchors find it', () => {
    expect(layout.regions.map(({ key }) => key)).not.toContain('body/image/banner');
    for (const anchor of [{ image: 'banner' }, { link: 'sale' }])
      expect(place(anchor, layout)).toEqual({ found: true, regions: ['link/sale'] });
  });

  it('leads to its target in the HTML and in the plain text', () => {
    expect(htmlPart(aWideMessage(), 'en')).toContain(
      '<a href="https://sale.example.net/"><img src="cid:banner.png" alt="Hanamori year-end sale"></a>',
    );
    expect(plainBody(aWideMessage(), 'en')).toContain('[Hanamori year-end sale] <https://sale.example.net/>');
  });

  it('is refused where its link is not in "links"', () => {
    expect(rulesOf({ links: [] })).toContain('unknown-link');
  });
});

describe('a picture on another server', () => {
  it('is a picture of its body, with or without words', () => {
    const layout = layOut(aWideMessage());
    expect(place({ image: 'offer' }, layout)).toEqual({ found: true, regions: ['body/image/offer'] });
    expect(place({ image: 'dots' }, layout)).toEqual({ found: true, regions: ['body/image/dots'] });
    expect(place({ image: 'map' }, layout)).toEqual({ found: true, regions: ['link/shop'] });
  });

  it('is named with its address in the HTML; without words it leaves only its target in plain text', () => {
    const message = aWideMessage();
    expect(htmlPart(message, 'en')).toContain(
      '<img src="https://img.example.org/offer.png" alt="Goods at half price" width="300" height="120">',
    );
    expect(plainBody(message, 'en')).toContain('[Goods at half price]\n\n<https://shop.example.net/>');
  });
});

describe('size, background and font of words', () => {
  it('are in the HTML', () => {
    expect(htmlPart(aWideMessage(), 'en')).toContain(
      '<span style="font-size:28px;background:#ffef9e">Ends today</span>',
    );
  });

  it.each([
    ['a size below 8', { size: 7 }],
    ['a size above 48', { size: 49 }],
    ['an unknown font', { font: 'comic' }],
    ['a colour by name', { background: 'yellow' }],
  ])('refuse %s', (_, style) => {
    const words = [{ text: 'x', ...style }];
    const scenario = aScenario({ messages: [aWideMessage()] });
    const [message] = scenario.messages;
    const body = [{ kind: 'text', text: { ja: words, en: words } }];
    const { problems } = parseScenario(
      JSON.stringify({ ...scenario, messages: [{ ...message, body }] }),
      'test.json',
    );
    expect(problems.map(({ path }) => path.at(-1))).toContain(Object.keys(style)[0]);
  });
});

describe('what lies behind the content', () => {
  it('is the background of the page and a table of fixed width in the HTML', () => {
    const html = htmlPart(aWideMessage(), 'en');
    expect(html).toContain('<body style="background:#e8eef4">');
    expect(html).toContain('<table align="center" width="560" style="background:#ffffff">');
  });

  it('has a width in bounds', () => {
    expect(rulesOf({ canvas: { width: 239 } })).toEqual(['out-of-range']);
    expect(rulesOf({ canvas: { width: 801 } })).toEqual(['out-of-range']);
  });
});

describe('boxes inside one another', () => {
  const text: LeafBlock = { kind: 'text', text: { ja: '中です。', en: 'Inside.' } };

  it('have regions in reading order, with the place of each box in the key', () => {
    const { regions } = layOut(aWideMessage());
    const keys = regions.map(({ key }) => key).filter((key) => key.startsWith('body/3.'));
    expect(keys).toEqual(['body/3.0.1.0/0', 'body/3.0.1.1.by/0', 'body/3.0.1.1.0.0/0']);
    expect(place({ quote: { ja: '発送済みです。' } }, layOut(aWideMessage()))).toEqual({
      found: true,
      regions: ['body/3.0.1.1.0.0/0'],
    });
  });

  it('are read four deep, and refused five deep', () => {
    const nested = (depth: number): object =>
      depth === 0 ? text : { kind: 'panel', blocks: [nested(depth - 1)] };
    const isRead = (depth: number): boolean => {
      const message = { ...aWideMessage({}, []), body: [nested(depth)] };
      const { problems } = parseScenario(
        JSON.stringify({ ...aScenario(), messages: [message] }),
        'test.json',
      );
      return problems.every(({ path }) => !path.includes('body'));
    };
    expect(isRead(4)).toBe(true);
    expect(isRead(5)).toBe(false);
  });

  it('are in the HTML with their shares, spans and bars', () => {
    const html = htmlPart(aWideMessage(), 'en');
    expect(html).toContain('<td width="25%">');
    expect(html).toContain('<td colspan="2">Goods and number</td>');
    expect(html).toContain('<div style="border-left:4px solid #1f5f94">');
    expect(html).toContain('<pre>Number   0123');
  });

  it('have one width for each column, and rows of at most eight columns', () => {
    const columns: Block = { kind: 'columns', widths: [1, 2, 3], columns: [[text], [text]] };
    expect(rulesOf({ body: [columns] })).toContain('shape-of-box');
    const cell = { ja: 'x', en: 'x', span: 5 };
    expect(rulesOf({ body: [{ kind: 'table', rows: [[cell, cell]] }] })).toContain('shape-of-box');
  });
});
