import { describe, expect, it } from 'vitest';
import type { SourceSegment } from '../../../../src/core/email/compose/fold.ts';
import { sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { htmlPart } from '../../../../src/core/email/compose/html.ts';
import { plainBody } from '../../../../src/core/email/compose/mime.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { anchorAt } from '../../../../src/core/scenario/layout/anchor-at.ts';
import { previewOf } from '../../../../src/core/scenario/layout/headline.ts';
import { place } from '../../../../src/core/scenario/layout/place.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { Block } from '../../../../src/core/scenario/format/block.ts';
import { hidings, languages } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aClue, aMessage, aScenario, aSealedMessage, both } from '../../../fixtures/builders.ts';
import { aPageMessage } from '../../../fixtures/page-message.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const hidden: Block = {
  kind: 'hidden',
  hiding: 'display',
  text: { ja: '花屋の在庫。薔薇と百合。', en: 'Flowers in stock. Roses and lilies.' },
};
const pixel: Block = { kind: 'pixel', id: 'seen', url: 'https://t.example.net/open?u=4711' };
const words: Block = { kind: 'text', text: both('Pay today.') };
const mail = (...body: Block[]) => aSealedMessage({ body });
const { recipient } = aScenario();
const shownIn = (segments: readonly SourceSegment[], region: string): string =>
  segments.flatMap((segment) => (segment.region === region ? [segment.text] : [])).join('');
const segmentsOf = (message: ReturnType<typeof mail>, language: 'ja' | 'en') =>
  sourceOf(message, recipient, language).lines.flatMap(
    ({ segments, decodedSegments = [] }): readonly SourceSegment[] => [...segments, ...decodedSegments],
  );
const rulesOf = (body: Block[], overrides: object = {}): readonly string[] =>
  parseScenario(
    JSON.stringify(
      aScenario({
        messages: [
          { ...aMessage({ body, clues: [aClue({ anchor: { field: 'fromAddress' } })] }), ...overrides },
        ],
      }),
    ),
    'test.json',
  ).problems.map(({ rule }) => rule);

describe('what no mail program draws', () => {
  const message = mail(hidden, words, pixel);
  const layout = layOut(message);

  it('has regions, each with an anchor that finds it again', () => {
    const keys = layout.regions.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['body/0/0', 'body/0/1', 'body/image/seen']));
    for (const key of ['body/0/0', 'body/image/seen']) {
      const anchor = anchorAt(key, layout);
      expect(anchor && place(anchor, layout)).toMatchObject({ found: true, regions: [key] });
    }
  });

  it.each(languages)('can be flagged in the source in %s, as links and pictures can', (language) => {
    const segments = segmentsOf(message, language);
    expect(shownIn(segments, 'body/0/0').trim()).toBe(
      language === 'ja' ? '花屋の在庫。' : 'Flowers in stock.',
    );
    expect(shownIn(segments, 'body/image/seen')).toContain('https://t.example.net/open?u=4711');
    const linked = aSealedMessage({
      body: [
        { kind: 'text', text: { ja: [{ text: '支払う', link: 'pay' }], en: [{ text: 'Pay', link: 'pay' }] } },
        { kind: 'remote', id: 'logo', url: 'https://img.example.org/l.png', state: 'blocked' },
      ],
      links: [{ id: 'pay', url: 'https://pay.example.net/' }],
    });
    expect(shownIn(segmentsOf(linked, language), 'link/pay')).toContain('href="https://pay.example.net/"');
    expect(shownIn(segmentsOf(linked, language), 'body/image/logo')).toContain('img.example.org/l.png');
  });

  it('leaves the header fields of the body flaggable', () => {
    expect(shownIn(segmentsOf(message, 'en'), 'field/mime')).toContain('text/html;');
  });

  it('is neither in the plain text nor in the preview of a list', () => {
    expect(plainBody(message, 'en')).toBe('Pay today.');
    expect(previewOf(message, 'en')).toBe('Pay today.');
  });

  it('changes no byte of the source by its marks', () => {
    for (const language of languages) {
      const { text } = sourceOf(message, recipient, language);
      expect(text).not.toMatch(/[\u{f0000}-\u{10ffff}]/u);
      expect(htmlPart(message, language)).not.toMatch(/[\u{f0000}-\u{10ffff}]/u);
    }
  });

  it.each(hidings)('is hidden in its HTML as %s says', (hiding) => {
    const style = {
      display: 'display:none',
      tiny: 'font-size:1px',
      colour: 'color:#ffffff;background:#ffffff',
      'off-screen': 'position:absolute;left:-9999px',
    }[hiding];
    expect(htmlPart(mail({ ...hidden, hiding }, words), 'en')).toContain(
      `<div style="${style}">Flowers in stock. Roses and lilies.</div>`,
    );
  });

  it('stands in the body of a mail only, beside something that is seen', () => {
    expect(rulesOf([hidden, words, pixel])).toEqual([]);
    expect(rulesOf([hidden, pixel])).toContain('hidden-elsewhere');
    const page = aPageMessage();
    const pages = (page.pages ?? []).map((one) => ({ ...one, body: [...one.body, hidden] }));
    expect(remarksOnMessages('hidden-elsewhere', { ...page, pages })[0]).toMatch(
      /^messages\/0\/pages\/0\/body\/\d+\/kind$/,
    );
    expect(rulesOf([words, pixel, pixel])).toContain('duplicate-id');
  });
});

const icon = (id: string): Extract<Block, { kind: 'remote' }> => ({
  kind: 'remote',
  id,
  url: `https://img.example.org/${id}.png`,
  state: 'blocked',
});
const areas = [
  { link: 'pay', label: both('Pay now'), left: 0, top: 0, width: 50, height: 100 },
  { link: 'stop', label: both('Stop'), left: 50, top: 0, width: 50, height: 100 },
];
const links = [
  { id: 'pay', url: 'https://pay.example.net/' },
  { id: 'stop', url: 'https://stop.example.net/' },
];

describe('pictures in a row', () => {
  const row: Block = { kind: 'pictures', blocks: [icon('one'), icon('two')] };

  it('leave no empty lines in the plain text where they have no words', () => {
    expect(plainBody(mail(words, row, { kind: 'text', text: both('Thank you.') }), 'en')).toBe(
      'Pay today.\n\nThank you.',
    );
  });

  it('are regions of their own, and stand in one line of the HTML', () => {
    expect(layOut(mail(row)).regions.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['body/image/one', 'body/image/two']),
    );
    expect(htmlPart(mail(row), 'en')).toContain(
      '<div><img src="https://img.example.org/one.png" alt="">\n<img src="https://img.example.org/two.png" alt=""></div>',
    );
    expect(rulesOf([row])).toEqual([]);
  });
});

describe('a picture with places that are links', () => {
  const map: Block = { ...icon('map'), areas };

  it('has the region of each link, and an image map in the HTML', () => {
    const message = aSealedMessage({ body: [map], links });
    expect(layOut(message).regions.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['body/image/map', 'link/pay', 'link/stop']),
    );
    expect(htmlPart(message, 'en')).toContain(
      '<area shape="rect" coords="50%,0%,100%,100%" href="https://stop.example.net/" alt="Stop">',
    );
    expect(plainBody(message, 'en')).toBe(
      '[Pay now] <https://pay.example.net/>\n[Stop] <https://stop.example.net/>',
    );
  });

  it('is refused with an unknown link, with a place beyond it, and with a link of its own beside', () => {
    expect(rulesOf([map], { links })).toEqual([]);
    expect(rulesOf([map], { links: links.slice(1) })).toContain('unknown-link');
    const [first] = areas;
    expect(first && rulesOf([{ ...icon('map'), areas: [{ ...first, left: 60 }] }], { links })).toContain(
      'shape-of-box',
    );
    expect(rulesOf([{ ...map, link: 'pay' }], { links })).toContain('shape-of-box');
  });
});

describe('a picture behind the content', () => {
  const panel: Block = { kind: 'panel', background: '#203040', blocks: [words] };

  it('is named in the HTML, whether it came with the mail or is elsewhere', () => {
    expect(htmlPart(mail({ ...panel, picture: 'sky.png' }), 'en')).toContain(
      '<div style="background-image:url(cid:sky.png)">',
    );
    expect(htmlPart(mail({ ...panel, remotePicture: 'https://img.example.org/sky.png' }), 'en')).toContain(
      '<div style="background-image:url(https://img.example.org/sky.png)">',
    );
  });

  it('may lie behind the whole content', () => {
    const behind = (canvas: object) => htmlPart(aSealedMessage({ body: [words], canvas }), 'en');
    expect(behind({ background: '#ddeeff', picture: 'sky.png' })).toContain(
      '<body style="background:#ddeeff;background-image:url(cid:sky.png)">',
    );
    expect(behind({ remotePicture: 'https://img.example.org/sky.png' })).toContain(
      '<body style="background-image:url(https://img.example.org/sky.png)">',
    );
    expect(rulesOf([words], { canvas: { picture: 'sky.png', width: 600 } })).toEqual([]);
  });

  it('needs a colour that shows without it', () => {
    const { background: _, ...bare } = panel;
    expect(remarksOnMessages('low-contrast', aMessage({ body: [{ ...bare, picture: 'sky.png' }] }))).toEqual([
      'messages/0/body/0/picture',
    ]);
    expect(
      remarksOnMessages('low-contrast', aMessage({ body: [{ ...panel, picture: 'sky.png' }] })),
    ).not.toContain('messages/0/body/0/picture');
  });
});
