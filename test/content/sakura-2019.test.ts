import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { phishScale, writtenDifficulty } from '../../src/core/engine/phish-scale.ts';
import { place } from '../../src/core/scenario/layout/place.ts';
import { linesOf } from '../../src/core/scenario/layout/blocks.ts';
import { plainText } from '../../src/core/scenario/layout/plain-text.ts';
import { parseLesson, parsePack, parseScenario } from '../../src/core/lint/parse.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import type { Mail } from '../../src/core/scenario/format/message.ts';
import { mailsOf } from '../fixtures/builders.ts';

const folder = new URL('../../content/packs/sakura-2019/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const filesIn = (name: string): readonly string[] => readdirSync(new URL(`${name}/`, folder)).toSorted();

function parsed<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok)
    throw new Error(outcome.problems.map(({ file, text }) => `${file}: ${text.en}`).join('\n'));
  return outcome.value;
}

const pack = parsed(parsePack(read('pack.json'), 'pack.json'));
const scenarios = pack.scenarios.map((file) => parsed(parseScenario(read(`scenarios/${file}`), file)));
const lessons = (pack.lessons ?? []).map((file) => parsed(parseLesson(read(`lessons/${file}`), file)));
const messages = scenarios.flatMap((scenario) => mailsOf(scenario.messages));

function messageCalled(id: string): Mail {
  const message = messages.find((one) => one.id === id);
  if (message === undefined) throw new Error(`no message ${id}`);
  return message;
}

/** Subject, display name, links and text of a message as a Japanese reader sees them, one line each. */
function shownLines(id: string): readonly string[] {
  const message = messageCalled(id);
  return [
    message.subject.ja,
    message.from.name?.ja ?? '',
    ...linesOf(layOut(message).body).flatMap((line) => line.plain.ja.split('\n')),
  ];
}

/** What the seed article quotes, to the letter; only the reader's own address is ours. */
const button = 'あなたがする必要があるのは下のボタンをクリックすることだけです(それはほんの数秒かかります)。';
const panelName = 'さくらのメールボックス コントロールパネル';
const displayName = `${panelName} support@sakura.ad.jp`;
const lure1 = [
  '重要なメッセージ',
  displayName,
  '必要な処置:',
  'ウェブメールアカウントを確認してください。',
  button,
  'あなたはあなたの個人情報の確認を求められることはありません。私たちはあなたのさくらウェブメールアカウントの所有権を確認しているだけです。',
  'http://secure.webmail-sakura.co/jp/rscontrol/webmail=login',
  '今後ともさくらインターネットをよろしくお願いいたします。',
];
const lure3 = (addressed: string) => [
  '重要 – 異常なサインイン活動',
  panelName,
  '厳格な個人情報と機密メッセージ',
  `こんにちは ${addressed}`,
  '異常なサインイン活動',
  `最近、さくらアカウントへのサインインで異常な何かが検出されました ${addressed}`,
  'この問題を解決するには、今すぐサインインしてください',
  'http://secure.sakura-webmail.co/ad.jp/rscontrol/webmail',
  'ありがとう、',
  'さくらアカウントチーム',
];
const quoted: Readonly<Record<string, readonly string[]>> = {
  'lure-1a': lure1,
  'lure-1b': lure1,
  'lure-1c': lure1,
  'lure-2': [
    '重要なお知らせ',
    panelName,
    '必要な処置:',
    'さくらウェブメールを確認してください。',
    button,
    'あなたはあなたの個人情報の確認を求められることはありません。私たちはあなたのアカウントの所有権を確認しているだけです。',
    'http://secure.mailbox-sakura.co/ad.jp/rscontrol/webmail',
    '© SAKURA Internet Inc.',
  ],
  'lure-3a': lure3('yamada@example5.co.jp'),
  'lure-3b': lure3('sato@example6.co.jp'),
  'lure-4': [
    'さくらウェブメールに関する重要なメッセージ',
    panelName,
    'こんにちは yamada@example5.co.jp',
    'さくらアカウントへの最近のサインインについて、異常な何かが検出されました。',
    button,
    'あなたはあなたの個人情報の確認を求められることはありません。私たちはあなたのさくらアカウントの所有権を確認するだけです。',
    'http://secure.sakurawebmail.co/ad.jp/rscontrol/webmail',
    'アカウントを確認しない場合は、確認が完了するまでウェブメールを保留にします。',
    'さくらの客になってくれてありがとう。',
  ],
};

const senders: Readonly<Record<string, string>> = {
  'lure-1a': 'ikeda@example1.co.jp',
  'lure-1b': 'kobayashi@sales.example.com',
  'lure-1c': 'test@example3.ne.jp',
  'lure-2': 'info@office.example.com',
};

/** The part of the pack that shows or teaches each fact of the seed article. */
function coverage(): ReadonlyMap<string, readonly string[]> {
  const pieces = [
    ...scenarios.flatMap(({ id, source, messages: mails, drills = [] }) => [
      { id, covers: source.covers },
      ...mails.map(({ id: mail, solution }) => ({ id: mail, covers: solution.source.covers })),
      ...drills.map((drill) => ({ id: drill.id, covers: drill.source.covers })),
    ]),
    ...lessons.map(({ id, covers }) => ({ id, covers })),
  ];
  const facts = new Map<string, string[]>();
  for (const { id, covers = [] } of pieces) {
    for (const fact of covers) facts.set(fact, [...(facts.get(fact) ?? []), id]);
  }
  return facts;
}

describe('the Sakura 2019 pack', () => {
  it('lists every scenario and lesson that lies in its folders', () => {
    expect([...pack.scenarios].toSorted()).toEqual(filesIn('scenarios'));
    expect([...(pack.lessons ?? [])].toSorted()).toEqual(filesIn('lessons'));
  });

  it('gives every message, drill and lesson its own id', () => {
    const ids = [
      ...messages.map(({ id }) => id),
      ...scenarios.flatMap(({ id, drills = [] }) => [id, ...drills.map((drill) => drill.id)]),
      ...lessons.map(({ id }) => id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Array.from({ length: 70 }, (_, index) => `S${index + 1}`))('shows or teaches fact %s', (fact) => {
    expect(coverage().get(fact) ?? []).not.toEqual([]);
  });

  it('covers no fact that the seed article does not have', () => {
    const numbers = [...coverage().keys()].map((fact) => Number(fact.slice(1)));
    expect(Math.max(...numbers)).toBe(70);
  });

  it('uses only pictures that lie in its assets folder, and all of them', () => {
    const files = [
      ...pack.scenarios.map((file) => `scenarios/${file}`),
      ...(pack.lessons ?? []).map((file) => `lessons/${file}`),
    ];
    const used = files.flatMap((file) =>
      [...read(file).matchAll(/"asset": "([^"]+)"/g)].map((match) => match[1]),
    );
    expect([...new Set(used)].toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual(filesIn('assets'));
  });
});

describe('the lures', () => {
  it.each(Object.entries(quoted))('%s is word for word what the article quotes', (id, lines) => {
    expect(shownLines(id)).toEqual(lines);
  });

  it('are all quoted in this test', () => {
    const lures = messages.filter(({ solution }) => solution.truth === 'phish').map(({ id }) => id);
    expect(lures.toSorted()).toEqual(Object.keys(quoted).toSorted());
  });

  it.each(Object.entries(senders))('%s comes from the reserved stand-in of its sender', (id, address) => {
    expect(messageCalled(id).from.address).toBe(address);
  });

  it('of 4 and 5 June are one lure from three senders within about a day', () => {
    const sent = ['lure-1a', 'lure-1b', 'lure-1c'].map((id) => Date.parse(messageCalled(id).sent));
    expect(Math.max(...sent) - Math.min(...sent)).toBeLessThan(24 * 60 * 60 * 1000);
    expect(new Set(['lure-1a', 'lure-1b', 'lure-1c'].map((id) => messageCalled(id).from.address)).size).toBe(
      3,
    );
  });

  it.each(Object.keys(quoted))('%s is as difficult for every audience as the Phish Scale says', (id) => {
    const { solution } = messageCalled(id);
    if (solution.truth !== 'phish') throw new Error('no lure');
    for (const audience of pack.audiences) {
      expect(phishScale(solution, audience.id)?.difficulty).toBe(writtenDifficulty(solution, audience.id));
    }
  });

  it.each(Object.keys(quoted))(
    '%s has four to eight facts, one of them decisive, and is rated for every audience',
    (id) => {
      const { solution } = messageCalled(id);
      if (solution.truth !== 'phish') throw new Error('no lure');
      expect(solution.facts.length).toBeGreaterThanOrEqual(4);
      expect(solution.facts.length).toBeLessThanOrEqual(8);
      expect(solution.facts.some(({ weight }) => weight === 'decisive')).toBe(true);
      expect(solution.premise.map(({ audience }) => audience)).toEqual(
        pack.audiences.map(({ id: name }) => name),
      );
    },
  );
});

describe('the evidence', () => {
  it.each(messages.map((message) => [message.id, message] as const))(
    'of %s lies where it says, in both languages',
    (_, message) => {
      const { solution } = message;
      const layout = layOut(message);
      const speaksFor = solution.truth === 'phish' ? solution.clues : solution.reassurances;
      for (const { id, anchor } of [...speaksFor, ...solution.decoys]) {
        expect(place(anchor, layout), id).toMatchObject({ found: true });
        expect('quote' in anchor ? Object.keys(anchor.quote).toSorted() : ['en', 'ja'], id).toEqual([
          'en',
          'ja',
        ]);
      }
    },
  );

  it.each(messages.map((message) => [message.id, message] as const))(
    'of %s never calls one region both guilty and innocent',
    (_, message) => {
      const { solution } = message;
      const layout = layOut(message);
      const regionsOf = (
        things: readonly { readonly anchor: Parameters<typeof place>[0] }[],
      ): readonly string[] =>
        things.flatMap(({ anchor }) => {
          const placed = place(anchor, layout);
          return placed.found ? placed.regions : [];
        });
      const speaksFor = regionsOf(solution.truth === 'phish' ? solution.clues : solution.reassurances);
      const decoys = regionsOf(solution.decoys);
      expect(decoys.filter((region) => speaksFor.includes(region))).toEqual([]);
      expect(new Set(decoys).size).toBe(decoys.length);
    },
  );
});

describe('the genuine mail', () => {
  const genuine = messages.filter(({ solution }) => solution.truth === 'legitimate');
  const lures = messages.filter(({ solution }) => solution.truth === 'phish');
  const share = (part: readonly unknown[], all: readonly unknown[]): number => part.length / all.length;
  const lengthOf = (message: Mail): number =>
    linesOf(layOut(message).body).reduce((sum, line) => sum + line.plain.ja.length, 0);

  it('is 45 to 60 % of the pack and of each scenario', () => {
    for (const { messages: mails } of [{ messages }, ...scenarios]) {
      const honest = mails.filter(({ solution }) => solution.truth === 'legitimate');
      expect(share(honest, mails)).toBeGreaterThanOrEqual(0.45);
      expect(share(honest, mails)).toBeLessThanOrEqual(0.6);
    }
  });

  it('cannot be told from the lures by its length', () => {
    const lengths = lures.map(lengthOf);
    const shorter = genuine.filter((message) => lengthOf(message) < Math.min(...lengths));
    const between = genuine.filter((message) => lengthOf(message) <= Math.max(...lengths));
    expect(shorter.length).toBeGreaterThan(0);
    expect(between.length).toBeGreaterThan(genuine.length / 2);
  });

  it('links, asks for a password and stands on plain http, too', () => {
    const pages = genuine.flatMap(({ pages: mock = [] }) => mock);
    const withPassword = pages.filter(({ body }) => JSON.stringify(body).includes('"type":"password"'));
    const plainHttp = pages.filter(({ url }) => url.startsWith('http://'));
    expect(genuine.filter(({ links = [] }) => links.length > 0).length).toBeGreaterThan(genuine.length / 2);
    expect(withPassword.length).toBeGreaterThanOrEqual(2);
    expect(plainHttp.length).toBeGreaterThanOrEqual(2);
  });

  it('lacks a greeting and a signature now and then, as lures do', () => {
    for (const slot of ['greeting', 'signature']) {
      const lacking = genuine.filter(({ body }) => !JSON.stringify(body).includes(`"slot":"${slot}"`));
      expect(lacking.length, slot).toBeGreaterThan(0);
    }
  });
});

describe('what comes back when a message is checked', () => {
  it.each(messages.map((message) => [message.id, message] as const))(
    'is written for every place and for two contacts, the CSIRT among them, for %s',
    (_, { verify }) => {
      expect(verify).toMatchObject({
        site: expect.anything(),
        tickets: expect.anything(),
        within: expect.anything(),
      });
      expect(verify?.contacts).toHaveLength(2);
      expect(verify?.contacts?.map(({ contact }) => contact)).toContain('csirt');
    },
  );

  it.each(['ja', 'en'] as const)('is as long for lures as for genuine mail in %s', (language) => {
    const lengthOf = (truth: Mail['solution']['truth']): number => {
      const lengths = messages
        .filter(({ solution }) => solution.truth === truth)
        .flatMap(({ verify: { contacts = [], site, tickets, within } = {} }) =>
          [...contacts.map(({ reply }) => reply), site, tickets, within].map(
            (text) => text?.[language].length ?? 0,
          ),
        );
      return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    };
    const ratio = lengthOf('phish') / lengthOf('legitimate');
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });
});

describe('the names it prints', () => {
  /** Historical hosts of the lures, the operator's own, and the suffixes the explanations speak of. */
  const listed = new Set([
    'secure.webmail-sakura.co',
    'secure.mailbox-sakura.co',
    'secure.sakura-webmail.co',
    'secure.sakurawebmail.co',
    'webmail-sakura.co',
    'mailbox-sakura.co',
    'sakura-webmail.co',
    'sakurawebmail.co',
    'sakura.ad.jp',
    'secure.sakura.ad.jp',
    'help.sakura.ad.jp',
    'mail.sakura.ad.jp',
    'co.jp',
    'ad.jp',
  ]);
  const reserved =
    /(?:^|\.)(?:example|test|invalid)$|(?:^|\.)example\.(?:com|net|org)$|(?:^|\.)example\d?\.(?:co|ne|or|ad)\.jp$/;
  const file = /\.(?:json|svg|pdf|xlsx|eml)$/;
  const host = /(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])/gi;
  const texts = [
    ...pack.scenarios.map((name) => `scenarios/${name}`),
    ...(pack.lessons ?? []).map((name) => `lessons/${name}`),
    'pack.json',
  ];

  it.each(texts)('in %s are reserved for examples, or listed here', (name) => {
    const found = [...read(name).matchAll(host)].map(([text]) => text.toLowerCase());
    const strangers = found.filter((text) => !file.test(text) && !reserved.test(text) && !listed.has(text));
    expect([...new Set(strangers)]).toEqual([]);
  });

  it.each(texts)('in %s are at documentation addresses (RFC 5737)', (name) => {
    const addresses = [...read(name).matchAll(/"ip": "([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.filter((ip) => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip))).toEqual([]);
  });
});

describe('the drills', () => {
  const drills = scenarios.flatMap(({ drills: list = [] }) => list);

  it('begin a hijacked account with the LAN cable and Wi-Fi, in either order', () => {
    const drill = drills.find(({ id }) => id === 'own-account-sends-spam');
    const first = drill?.steps?.filter(({ rank }) => rank === 1).map(({ id }) => id);
    expect(first).toEqual(['unplug', 'wifi-off']);
  });

  it('each name steps that do harm, among them replying, blaming or working on', () => {
    const harmful = drills.map(({ steps = [] }) =>
      steps.filter(({ rank }) => rank === undefined).map(({ id }) => id),
    );
    expect(harmful).toEqual([
      ['reply', 'blame', 'block', 'post'],
      ['power-off', 'keep-working', 'free-cleaner', 'delete-evidence', 'mass-mail'],
    ]);
  });
});

describe('the lessons', () => {
  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s opens with a picture and is said in both languages',
    (_, lesson) => {
      expect(lesson.body[0]?.kind).toBe('image');
      for (const block of lesson.body) {
        if (block.kind !== 'text') continue;
        expect(plainText(block.text.ja)).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        expect(plainText(block.text.en)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
      }
    },
  );
});
