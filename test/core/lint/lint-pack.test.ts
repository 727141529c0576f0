import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/core/lint/contrast.ts';
import { lintContent, lintPack } from '../../../src/core/lint/lint-pack.ts';
import { isReservedIp, mayBeShown } from '../../../src/core/names/reserved-names.ts';
import type { Content } from '../../../src/core/lint/rule.ts';
import { rules } from '../../../src/core/lint/rules.ts';
import { loadPack } from '../../../src/core/lint/load.ts';
import { atStart } from '../../../src/core/scenario/read/locate.ts';
import type { Block } from '../../../src/core/scenario/format/block.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import type { MockPage } from '../../../src/core/scenario/format/page.ts';
import { aClue, aDecoy, aLegitimateMessage, aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { aPack } from '../../fixtures/lint.ts';

const pack = aPack();

/** The problems of these messages in a pack, with their rules and places. */
function remarks(...messages: readonly Message[]): readonly string[] {
  const content: Content = {
    pack: { file: 'pack.json', value: pack },
    scenarios: [{ file: 'test.json', value: aScenario({ messages: [...messages] }) }],
    drills: [],
    lessons: [],
  };
  return lintContent(content, () => atStart).map(({ rule, path }) => `${rule} ${path.join('/')}`);
}

const page: MockPage = {
  id: 'login',
  url: 'https://login.example.net/',
  title: both('ログイン'),
  body: [{ kind: 'text', text: both('ようこそ') }],
  outcome: { ja: '入力した内容は相手に渡ります。', en: 'What you type would go to them.' },
  firstAid: { ja: 'パスワードを変えます。', en: 'Change the password.' },
};
const link = { id: 'main', url: 'https://login.example.net/check' };
const lure = aMessage();
const added = (message: Message, ...blocks: Message['body']): Message => ({
  ...message,
  body: [...message.body, ...blocks],
});

describe('the rules', () => {
  it('each have their own name', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it('require a page behind a link of a lure, and a link to every page', () => {
    expect(remarks(lure)).toContain('landing-page-missing messages/0/links');
    const complete = remarks({ ...lure, links: [{ ...link, page: 'login' }], pages: [page] });
    expect(complete.filter((remark) => remark.includes('page'))).toEqual([]);
    expect(remarks({ ...lure, pages: [page] })).toContain('page-unreached messages/0/pages/0');
    expect(remarks(aLegitimateMessage()).filter((remark) => remark.includes('page'))).toEqual([]);
  });

  it('require the difficulty that the Phish Scale gives', () => {
    // One cue and a premise of 12 (medium) are "very" difficult in NIST's matrix.
    expect(remarks(aMessage({ difficulty: 'very' }))).not.toContain(
      'difficulty-drift messages/0/solution/difficulty',
    );
    expect(remarks(aMessage({ difficulty: 'least' }))).toContain(
      'difficulty-drift messages/0/solution/difficulty',
    );
  });

  it('require the audiences of a premise to be those of the pack', () => {
    const premise = [
      { audience: 'offce', process: 4, relevance: 4, events: 2, consequence: 4, exposure: 2 } as const,
    ];
    expect(remarks(aMessage({ premise }))).toContain(
      'unknown-audience messages/0/solution/premise/0/audience',
    );
  });

  it('require about half of a pack to be genuine', () => {
    const genuine = (id: string): Message => aLegitimateMessage({ id });
    expect(remarks(lure, genuine('a'))).not.toContain('base-rate scenarios');
    expect(remarks(lure, lure, lure, genuine('a'))).toContain('base-rate scenarios');
    expect(remarks(lure, genuine('a'), genuine('b'), genuine('c'))).toContain('base-rate scenarios');
    // Three messages cannot be balanced any better than two and one.
    expect(remarks(lure, lure, genuine('a'))).not.toContain('base-rate scenarios');
    expect(remarks(lure, genuine('a'), genuine('b'))).not.toContain('base-rate scenarios');
    expect(remarks(lure, lure, lure)).toContain('base-rate scenarios');
  });

  it('report a text that says far less in one language than in the other', () => {
    const short = {
      ja: '確認。',
      en: 'Please confirm your account by Friday, or it will be closed for good.',
    };
    expect(remarks(added(lure, { kind: 'text', text: short }))).toContain(
      'translation-short messages/0/body/5/text/ja',
    );
  });

  it('allow the same addresses, file names and short labels in both languages', () => {
    const same = ['https://login.example.net/check?id=0000', 'invoice-2026-04-final-version.pdf', 'Wi-Fi'];
    const blocks = same.map((text) => ({ kind: 'text', text: both(text) }) as const);
    expect(remarks(added(lure, ...blocks)).filter((remark) => remark.startsWith('translation'))).toEqual([]);
  });

  it('require an explanation of a link text that names another host', () => {
    const run = { text: 'https://www.example1.co.jp/', link: 'main' };
    const body: Message['body'] = [{ kind: 'text', text: { ja: [run], en: [run] } }];
    const place = 'link-text messages/0/body/0/text/ja/0';
    const elsewhere = { anchor: { field: 'subject' } } as const;
    expect(remarks(aMessage({ body, clues: [aClue(elsewhere)] }))).toContain(place);
    expect(remarks(aMessage({ body }))).not.toContain(place);
    const decoys = [aDecoy({ anchor: { link: 'main' } })];
    expect(remarks(aMessage({ body, clues: [aClue(elsewhere)], decoys }))).not.toContain(place);
  });

  it('require a description of each picture', () => {
    const image = (alt: string) =>
      ({ kind: 'image', id: 'logo', asset: 'logo.svg', alt: both(alt) }) as const;
    expect(remarks(added(lure, image('logo.svg')))).toContain('alt-text messages/0/body/5/alt/ja');
    expect(remarks(added(lure, image('花森')))).not.toContain('alt-text messages/0/body/5/alt/ja');
  });

  it('compare colours with the panel around them', () => {
    const panel = {
      kind: 'panel',
      background: '#1f4e79',
      blocks: [{ kind: 'text', text: both('濃い地に濃い字'), colour: '#333333' }],
    } as const;
    expect(remarks(added(lure, { ...panel, blocks: [...panel.blocks] }))).toContain(
      'low-contrast messages/0/body/5/blocks/0',
    );
  });

  it('compare no colour that no word has', () => {
    const white = (text: string) => ({ text, colour: '#ffffff' });
    const panel = (...runs: (string | ReturnType<typeof white>)[]): Block => ({
      kind: 'panel',
      background: '#1f4e79',
      blocks: [{ kind: 'text', text: { ja: runs, en: runs } }],
    });
    const remark = 'low-contrast messages/0/body/5/blocks/0';
    expect(remarks(added(lure, panel(white('白い字'), ' ', white('だけ'))))).not.toContain(remark);
    expect(remarks(added(lure, panel(white('白い字'), 'と濃い字')))).toContain(remark);
  });

  it('read a long row of letters, dots and signs to its end', () => {
    for (const unit of ['a', 'a.', 'a-', 'a@', 'a://', '、', '👩‍']) {
      const flood = added(lure, { kind: 'text', text: both(unit.repeat(20_000 / unit.length)) });
      expect(remarks(flood)).toContain('landing-page-missing messages/0/links');
    }
  });
});

describe('a name that may be shown', () => {
  it.each([
    'example.com',
    'mail.example.org',
    'bank.example',
    'example.co.jp',
    'www.example5.ne.jp',
    'example0.jp',
    'xn--r8jz45g.xn--zckzah',
    'printer.internal',
    'secure.webmail-sakura.co',
    'secure.sakura.ad.jp',
  ])('is reserved or reviewed: %s', (host) => {
    expect(mayBeShown(host)).toBe(true);
  });

  it.each([
    'google.com',
    'test.co.jp',
    'sample.co.jp',
    'example10.co.jp',
    'myexample.com',
    'example.com.evil.net',
    'example.uk',
    'www.webmail-sakura.co',
    'notsakura.ad.jp',
  ])('is refused if somebody owns it: %s', (host) => {
    expect(mayBeShown(host)).toBe(false);
  });

  it.each([
    ['192.0.2.1', true],
    ['203.0.113.255', true],
    ['10.1.2.3', true],
    ['172.32.0.1', false],
    ['8.8.8.8', false],
    ['2001:db8::1', true],
    ['3fff:fff::1', true],
    ['3fff:1000::1', false],
    ['2001:4860:4860::8888', false],
    ['::1', true],
  ] as const)('as an address: %s is %s', (address, reserved) => {
    expect(isReservedIp(address)).toBe(reserved);
  });
});

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, and the same both ways', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#336699', '#336699')).toBe(1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
  });
});

describe('linting a pack', () => {
  it('reports problems of the rules and of the parser with their lines', async () => {
    const scenario = { ...aScenario(), author: 'Test', messages: [aMessage({ difficulty: 'least' })] };
    const good = JSON.stringify(scenario, null, 2);
    const texts: Readonly<Record<string, string>> = {
      'packs/test/pack.json': JSON.stringify({ ...pack, scenarios: ['a-morning.json', 'broken.json'] }),
      'packs/test/scenarios/a-morning.json': good,
      'packs/test/scenarios/broken.json': '{',
    };
    const loaded = await loadPack(async (path) => texts[path] ?? Promise.reject(new Error(path)), 'test');
    const problems = lintPack(loaded);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'broken-json', file: 'packs/test/scenarios/broken.json' }),
    );
    const drift = problems.find(({ rule }) => rule === 'difficulty-drift');
    expect(good.split('\n')[(drift?.line ?? 0) - 1]).toContain('"difficulty": "least"');
  });

  it('reports only the missing pack.json', async () => {
    const loaded = await loadPack(() => Promise.reject(new Error('gone')), 'test');
    expect(lintPack(loaded).map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'file-missing packs/test/pack.json',
    ]);
  });

  it('reports a scenario whose id differs from its file name', async () => {
    const texts: Readonly<Record<string, string>> = {
      'packs/test/pack.json': JSON.stringify({ ...pack, scenarios: ['evening.json'] }),
      'packs/test/scenarios/evening.json': JSON.stringify(aScenario(), null, 2),
    };
    const { scenarios, problems } = await loadPack(
      async (path) => texts[path] ?? Promise.reject(new Error(path)),
      'test',
    );
    expect(scenarios).toEqual([]);
    const line =
      1 + (texts['packs/test/scenarios/evening.json'] ?? '').split('\n').indexOf('  "id": "a-morning",');
    expect(problems).toMatchObject([{ rule: 'file-name', file: 'packs/test/scenarios/evening.json', line }]);
    expect(line).toBeGreaterThan(1);
  });
});
