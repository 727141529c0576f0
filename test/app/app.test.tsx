import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
// Parts of the start page that load later: on a busy machine, fetching them takes longer than a test waits.
import '../../src/app/start/HeroMail.tsx';
import '../../src/app/start/StartShelves.tsx';
import '../../src/i18n/ja/hero.json';
import '../../src/i18n/ja/start.json';
import { packsFrom } from '../../src/packs/content.ts';
import { serverSource } from '../../src/packs/server.ts';
import { type Connection, unrecorded } from '../../src/app/session/connection.ts';
import { holdGame } from '../../src/app/session/pause.tsx';
import { createReporter } from '../../src/app/session/lms-reporter.ts';
import { openMemory } from '../../src/device/memory.ts';
import { parametersOf } from '../../src/app/parameters.ts';
import { parametersIn } from '../../src/app/route.ts';
import { applySettings, firstSettings } from '../../src/device/settings.ts';
import type { ContentIndex } from '../../src/core/scenario/format/pack.ts';
import type { Drill } from '../../src/core/scenario/format/drill.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import type { Language } from '../../src/i18n/language.ts';
import { changeLanguage } from '../../src/i18n/setup.ts';
import { LoadFailure } from '../../src/loading/load-once.ts';
import { aScenario, both } from '../fixtures/builders.ts';
import type { Launch } from '../../src/lms/port.ts';
import { draw, speak } from '../fixtures/screen.tsx';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';
import { aSession, aConnection, type FakeSession } from './session/a-session.ts';

const drill = (id: string, title: string): Drill => ({
  id,
  title: both(title),
  situation: both('…'),
  steps: ['one', 'two', 'three'].map((step, index) => ({
    id: step,
    label: both(`${title} ${step}`),
    rank: index + 1,
    explanation: both('…'),
  })),
  cues: ['link-target'],
  lesson: both('…'),
  source: { text: both('創作。') },
});

const morning = aScenario({ drills: [drill('typed', '入力'), drill('opened', '開封')] });
const evening = aScenario({ id: 'an-evening', story: both('夜の受信トレイです。') });

const index: ContentIndex = {
  format: 1,
  packs: [
    {
      id: 'spring',
      title: both('春のパック'),
      description: both('…'),
      scenarios: [
        {
          id: 'a-morning',
          title: both('ある朝'),
          messages: 2,
          drills: [
            { id: 'typed', title: both('入力') },
            { id: 'opened', title: both('開封') },
          ],
        },
        { id: 'an-evening', title: both('ある夜'), messages: 2 },
        { id: 'broken', title: both('壊れた教材'), messages: 2 },
      ],
      lessons: [{ id: 'postcard', title: both('はがき'), summary: both('…'), cues: ['link-target'] }],
    },
    {
      id: 'aid',
      title: both('もしものとき'),
      description: both('…'),
      scenarios: [],
      drills: [{ id: 'paid', title: both('送金') }],
      lessons: [],
    },
  ],
};

const pathOf = ({ id }: Scenario): string => `content/packs/spring/scenarios/${id}.json`;
let server: Record<string, string> = {};

beforeEach(() => {
  server = {
    'content/index.json': JSON.stringify(index),
    [pathOf(morning)]: JSON.stringify(morning),
    [pathOf(evening)]: JSON.stringify(evening),
    'content/packs/aid/drills/paid.json': JSON.stringify({
      format: 1,
      ...drill('paid', '送金'),
      author: 'Test',
      licence: 'CC BY 4.0',
    }),
    'content/packs/spring/lessons/postcard.json': JSON.stringify({
      format: 1,
      id: 'postcard',
      title: both('はがき'),
      summary: both('…'),
      body: [{ kind: 'text', text: both('差出人はだれでも書けます。') }],
      author: 'Test',
      licence: 'CC BY 4.0',
    }),
    'content/packs/spring/scenarios/broken.json': '{ "format": 1, ',
  };
  vi.stubGlobal('fetch', (address: string) => {
    const text = server[address];
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = '';
  applySettings(firstSettings);
});

interface Start {
  readonly hash?: string;
  readonly query?: string;
  readonly connection?: Connection;
  /** The query of the assigned round. */
  readonly assigned?: string;
  /** The title that a package was given. */
  readonly title?: string;
  /** How the language is changed. */
  readonly change?: (language: Language) => Promise<void>;
}

/** The notice around one of its lines. */
const noticeOf = (line: HTMLElement): HTMLElement => line.parentElement ?? line;

/** The page as main.tsx starts it, on a device that keeps nothing. */
async function start({
  hash = '',
  query = '',
  connection = unrecorded,
  assigned,
  title,
  change = changeLanguage,
}: Start = {}) {
  history.replaceState(null, '', `/${hash}`);
  const memory = await openMemory(() => undefined);
  // Awaited, because a part of the first screen may load later.
  const drawn = await act(async () =>
    draw(
      <App
        connection={connection}
        memory={memory}
        firstSettings={firstSettings}
        mistakes={parametersOf(query).mistakes}
        foreign={parametersOf(query).foreign}
        title={title}
        assigned={assigned === undefined ? undefined : parametersIn(assigned)}
        packs={packsFrom(serverSource(() => false))}
        onMemoryLost={(tell) => tell('blocked')}
        onNewVersion={() => undefined}
        changeLanguage={change}
      />,
    ),
  );
  return { ...drawn, memory };
}

const goTo = async (hash: string): Promise<void> => {
  await act(async () => {
    location.hash = hash;
    await vi.waitFor(() => expect(location.hash).toBe(hash));
  });
};

/** Answers every message of the scenario and opens the result. */
async function playThrough(user: UserEvent): Promise<void> {
  for (const _ of morning.messages) {
    if (screen.queryByRole('article') === null) {
      await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    }
    await user.click(await screen.findByRole('radio', { name: 'フィッシング、たぶん' }));
    await user.click(screen.getByRole('radio', { name: '削除' }));
    await user.click(screen.getByRole('button', { name: '判を押す' }));
    const debrief = within(await screen.findByRole('complementary', { name: '振り返り' }));
    await user.click(debrief.getByRole('button', { name: /次のメッセージへ|結果を見る/ }));
  }
}

describe('the title of the page', () => {
  it('is the one a package was given, in every language, and the game’s own otherwise', async () => {
    const { unmount } = await start({ title: 'Phishing 2026 <A> & B' });
    await waitFor(() => expect(document.title).toBe('Phishing 2026 <A> & B'));
    await act(() => changeLanguage('en'));
    expect(document.title).toBe('Phishing 2026 <A> & B');
    unmount();
    await start();
    await waitFor(() => expect(document.title).toContain('Mikiwame'));
  });
});

describe('the start page', () => {
  it('leads to a playable inbox with one click', async () => {
    const { user } = await start();
    await screen.findByRole('link', { name: /ある朝/ });
    await user.click(screen.getByRole('button', { name: 'はじめての2通を開く' }));
    expect(await screen.findByText('あなたは総務の山田葵さんです。')).toBeInTheDocument();
  });

  it('lists inboxes, drills and lessons', async () => {
    const { user } = await start();
    expect(await screen.findByRole('link', { name: /ある朝/ })).toHaveAttribute(
      'href',
      '#/play/spring/a-morning',
    );
    await user.click(screen.getByRole('tab', { name: /もしものとき/ }));
    expect(screen.getByRole('link', { name: /入力/ })).toHaveAttribute(
      'href',
      '#/drill/spring/a-morning/typed',
    );
    await user.click(screen.getByRole('tab', { name: /本棚/ }));
    expect(screen.getByRole('link', { name: /はがき/ })).toHaveAttribute('href', '#/lesson/spring/postcard');
  });

  it('goes from shelf to shelf by the arrow keys', async () => {
    const { user } = await start();
    await user.click(await screen.findByRole('tab', { name: /受信トレイ/, selected: true }));
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: /本棚/, selected: true })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /受信トレイ/, selected: true })).toHaveFocus();
  });

  it('lists the drills of every pack, how many there are, and opens one', async () => {
    const { user } = await start();
    await user.click(await screen.findByRole('tab', { name: /^もしものとき\s*3$/ }));
    await user.click(screen.getByRole('link', { name: '送金' }));
    expect(await screen.findByRole('heading', { name: '送金', level: 1 })).toBeInTheDocument();
    expect(location.hash).toBe('#/drill/aid/paid');
  });

  it('leads to the progress of the player, to every way of playing and to the trainers’ pages', async () => {
    const { user } = await start();
    expect(await screen.findByRole('link', { name: /これまでの成績/ })).toHaveAttribute('href', '#/progress');
    for (const [name, mode] of [
      [/トレーニング/, 'training'],
      [/確認テスト/, 'assessment'],
      [/苦手の練習/, 'practice'],
      [/今日の一局/, 'daily'],
    ] as const)
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', `#/round?mode=${mode}`);
    await user.click(screen.getByRole('link', { name: '研修担当の方' }));
    await user.click(await screen.findByRole('link', { name: /みんなの成績/ }));
    expect(location.hash).toBe('#/group');
  });

  it('offers the next inbox to whoever has finished the first, and marks what is done', async () => {
    const { user, memory } = await start({ hash: '#/settings' });
    const messages = ['one', 'two'].map((message) =>
      aMessageRecord({ pack: 'spring', scenario: 'a-morning', message }),
    );
    await memory.keepRecord(aRecord({ messages }));
    await goTo('#/');
    expect(await screen.findByText('ある夜・2通')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /ある朝.*修了/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '次の受信トレイを開く' }));
    expect(location.hash).toBe('#/play/spring/an-evening');
  });

  it('begins with the first pack that has an inbox', async () => {
    server['content/index.json'] = JSON.stringify({ ...index, packs: index.packs.toReversed() });
    const { user } = await start();
    await screen.findByRole('link', { name: /ある朝/ });
    await user.click(screen.getByRole('button', { name: 'はじめての2通を開く' }));
    expect(location.hash).toBe('#/play/spring/a-morning');
  });

  it('says in a clear sentence that there is no content, and offers no dead button', async () => {
    server = {};
    await start();
    expect(await screen.findByRole('alert')).toHaveTextContent('教材を読み込めませんでした');
    expect(screen.getByRole('button', { name: 'はじめての5通を開く' })).toBeDisabled();
  });

  it('offers to resume a round that was begun', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: '山田 葵 様' }));
    await user.click(screen.getByRole('button', { name: 'メニュー' }));
    await user.click(await screen.findByRole('menuitem', { name: 'ホーム' }));
    await user.click(await screen.findByRole('button', { name: '続きから始める' }));
    expect(await screen.findByRole('button', { name: '山田 葵 様', pressed: true })).toBeInTheDocument();
  });
});

describe('a pause by the page around the frame', () => {
  it('also pauses an inbox under #/play: it is covered, ignores input, and its clock stops', async () => {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    vi.spyOn(Date, 'now').mockImplementation(() => 1_700_000_000_000 + time);
    const pause = (paused: boolean) => act(async () => holdGame({ type: 'pause', paused }));
    const { user, container, memory } = await start({ hash: '#/play/spring/a-morning' });
    container.id = 'root';
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await pause(true);
    expect(container.inert).toBe(true);
    expect(await screen.findByText(/一時停止しています/)).toBeInTheDocument();
    time += 60_000;
    await pause(false);
    expect(container.inert).toBe(false);
    expect(screen.queryByText(/一時停止しています/)).toBeNull();
    await user.click(await screen.findByRole('button', { name: '山田 葵 様' }));
    const { moves } = await memory.round('spring/a-morning');
    const [first, last] = [moves[0], moves.at(-1)];
    expect(last?.kind).toBe('flag');
    expect((last?.at ?? Infinity) - (first?.at ?? 0)).toBeLessThan(60_000);
    vi.restoreAllMocks();
  });
});

describe('a frame in a page that may not hear results', () => {
  it('says so in one banner, and says whether the answers are kept', async () => {
    const trouble = { kind: 'nobody' } as const;
    const connection: Connection = { ...unrecorded, trouble, isHostMissing: true };
    // The device keeps nothing either.
    await start({ hash: '#/', connection });
    expect(await screen.findByText(/このページには成績が記録されず/)).toBeVisible();
    expect(screen.queryByText(/この端末には記録を残せません/)).toBeNull();
    await speak('en');
    expect(
      screen.getByText(/This page does not record results, and the browser keeps nothing/),
    ).toBeVisible();
  });
});

describe('a package with an assigned round', () => {
  const assigned = 'mode=training&length=1&genuine=0&passMark=50&reason=off';
  const recording = (launch: Partial<Launch> = {}) => {
    const session = aSession({ launch });
    return { session, connection: aConnection(session, { reporter: createReporter(session, () => 0) }) };
  };
  const aside = /記録されません。記録の対象は、指定されたラウンドだけです/;

  /** Answers the message that is listed first, and gets to the result of a round of one. */
  async function answerFirst(user: UserEvent): Promise<void> {
    const start = screen.queryByRole('button', { name: '1通目を開く' });
    if (start === null) await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    else await user.click(start);
    await user.click(await screen.findByRole('radio', { name: 'フィッシング、たぶん' }));
    await user.click(screen.getByRole('radio', { name: '削除' }));
    await user.click(screen.getByRole('button', { name: '判を押す' }));
    await screen.findByRole('complementary', { name: '振り返り' });
  }

  it('records that round against the pass mark of the package', async () => {
    const { session, connection } = recording();
    const { user } = await start({ hash: `#/round?${assigned}&seed=a`, connection, assigned });
    await screen.findByRole('button', { name: '1通目を開く' });
    expect(screen.queryByText(aside)).toBeNull();
    await answerFirst(user);
    expect(session.recorded.at(-1)).toMatchObject({ complete: true, passMark: 50 });
    expect(session.kept.at(-1)).toContain('seed');
  });

  it.each([
    '#/play/spring/a-morning',
    '#/round?mode=training&length=1&genuine=0&passMark=0&reason=off',
    '#/round?mode=training&length=1&genuine=0&passMark=50&reason=off&passMark=0',
    '#/round?mode=daily&length=1&reason=off',
  ])('does not record another, and says so: %s', async (hash) => {
    const { session, connection } = recording();
    const { user } = await start({ hash, connection, assigned });
    expect(await screen.findByText(aside)).toBeInTheDocument();
    await vi.waitFor(() => expect(screen.queryByText('読み込んでいます…')).toBeNull());
    await answerFirst(user);
    expect(session.recorded).toEqual([]);
    expect(session.kept).toEqual([]);
    expect(screen.getByText(aside)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '指定のラウンドへ' }).getAttribute('href')).toContain(
      '#/round?mode=training&length=1&genuine=0&passMark=50',
    );
    await speak('en');
    expect(screen.getByText('Not recorded: only the assigned round counts.')).toBeInTheDocument();
  });

  it('says of a drill that it is not recorded', async () => {
    const { connection } = recording();
    await start({ hash: '#/drill/spring/a-morning/typed', connection, assigned });
    expect(await screen.findByText(aside)).toBeInTheDocument();
  });

  it('says the same where the page around the frame assigned the round, in a frame', async () => {
    const session = { ...aSession(), standard: 'frame' as const };
    const connection = aConnection(session, { reporter: createReporter(session, () => 0) });
    await start({ hash: '#/play/spring/a-morning', connection, assigned });
    expect(await screen.findByText(aside)).toBeInTheDocument();
    // The way out is that of the page around it.
    expect(screen.queryByRole('button', { name: '保存して終える' })).toBeNull();
    await goTo('#/settings');
    await screen.findByRole('heading', { name: '設定' });
    expect(screen.queryByText(aside)).toBeNull();
  });

  it('offers that round first on the start page, and folds all others away', async () => {
    const { connection } = recording();
    await start({ hash: '#/', connection, assigned });
    expect(await screen.findByRole('heading', { level: 1, name: '指定されたラウンド' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '指定のラウンドへ' })).toHaveAttribute(
      'href',
      `#/round?${assigned}`,
    );
    expect(await screen.findByText('ある朝')).not.toBeVisible();
    expect(screen.getByText('ほかの練習（記録されません）')).toBeVisible();
  });

  it('does not promise to record a review', async () => {
    const { connection } = recording({ mode: 'review' });
    await start({ hash: '#/', connection, assigned });
    expect(await screen.findByText('ほかの練習')).toBeVisible();
    expect(screen.queryByText(/成績が記録されるのは/)).toBeNull();
    expect(await screen.findByText(/見直し・プレビュー用に開かれています/)).toBeVisible();
  });

  it('does not promise to record where nobody does', async () => {
    await start({ hash: '#/play/spring/a-morning', assigned });
    await screen.findByText('あなたは総務の山田葵さんです。');
    expect(screen.queryByText(aside)).toBeNull();
  });
});

describe('a package without an assigned round', () => {
  it('records what is played, and ignores a pass mark in the address', async () => {
    const session = aSession();
    const connection = aConnection(session, { reporter: createReporter(session, () => 0) });
    await start({
      hash: '#/round?mode=training&length=1&genuine=0&passMark=0&reason=off&seed=a',
      connection,
    });
    await vi.waitFor(() => expect(session.recorded).toHaveLength(1));
    expect(session.recorded[0]?.passMark).toBeUndefined();
    await goTo('#/round?mode=assessment&length=1&genuine=0&passMark=0&seed=a');
    await vi.waitFor(() => expect(session.recorded).toHaveLength(2));
    expect(session.recorded[1]?.passMark).toBe(70);
  });

  it('records against the pass mark of the LMS', async () => {
    const session = aSession({ launch: { passMark: 85 } });
    const connection = aConnection(session, { reporter: createReporter(session, () => 0) });
    await start({ hash: '#/round?mode=assessment&length=1&passMark=0&seed=a', connection });
    await vi.waitFor(() => expect(session.recorded[0]?.passMark).toBe(85));
  });

  it('says of a drill that it is not recorded', async () => {
    const session = aSession();
    const connection = aConnection(session, { reporter: createReporter(session, () => 0) });
    await start({ hash: '#/drill/spring/a-morning/typed', connection });
    expect(await screen.findByText(/事後対応ドリルは対象外です/)).toBeInTheDocument();
  });

  it('offers to resume only the rounds that can be resumed', async () => {
    const session = aSession();
    const connection = aConnection(session, { reporter: createReporter(session, () => 0) });
    const { memory } = await start({ connection });
    await memory.keepMove('spring/a-morning', { kind: 'open', message: 'notice', at: 1 });
    await goTo('#/settings');
    await screen.findByRole('heading', { name: '設定' });
    await goTo('#/');
    await screen.findByRole('link', { name: /ある朝/ });
    expect(screen.getByRole('button', { name: 'はじめての2通を開く' })).toBeInTheDocument();
    // Once opened, it can be resumed from here too.
    await goTo('#/play/spring/a-morning');
    await screen.findByText('あなたは総務の山田葵さんです。');
    await memory.keepMove('spring/a-morning', { kind: 'open', message: 'notice', at: 1 });
    await goTo('#/');
    expect(await screen.findByRole('button', { name: '続きから始める' })).toBeInTheDocument();
  });

  it('offers to resume the inbox of an earlier session', async () => {
    const session = aSession({ launch: { state: `1~${encodeURIComponent('#/play/spring/a-morning')}` } });
    await start({
      hash: '#/',
      connection: aConnection(session, { reporter: createReporter(session, () => 0) }),
    });
    expect(await screen.findByRole('button', { name: '続きから始める' })).toBeInTheDocument();
  });
});

describe('an LMS that is found late', () => {
  /** A package whose LMS is not there yet. */
  const waiting = () => {
    const found: ((connection: Connection) => void)[] = [];
    const connection: Connection = {
      ...unrecorded,
      trouble: { kind: 'nobody' },
      late: (tell) => {
        found.push(tell);
        return () => undefined;
      },
    };
    return { connection, find: (session: FakeSession) => found[0]?.(foundLate(session)) };
  };
  const foundLate = (session: FakeSession): Connection =>
    aConnection(session, { reporter: createReporter(session, () => 0, { isLate: true }) });

  it('receives the answers given before it was found, and those given afterwards', async () => {
    const { connection, find } = waiting();
    const { user } = await start({ hash: '#/play/spring/a-morning', connection });
    expect(await screen.findByText(/LMSが見つかりませんでした/)).toBeInTheDocument();
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await user.click(await screen.findByRole('radio', { name: 'フィッシング、たぶん' }));
    await user.click(screen.getByRole('radio', { name: '削除' }));
    await user.click(screen.getByRole('button', { name: '判を押す' }));
    const session = aSession();
    await act(async () => find(session));
    expect(await screen.findByText('LMSに記録しました')).toBeInTheDocument();
    await vi.waitFor(() => expect(session.recorded.at(-1)?.decisions).toHaveLength(1));
    expect(session.kept.at(-1)).toContain('!s!');
  });

  it('leads to the unfinished round if nothing was answered meanwhile', async () => {
    const { connection, find } = waiting();
    await start({ hash: '#/play/spring/a-morning', connection });
    await screen.findByText('あなたは総務の山田葵さんです。');
    const session = aSession({ launch: { state: `1~${encodeURIComponent('#/play/spring/an-evening')}` } });
    await act(async () => find(session));
    expect(await screen.findByText('夜の受信トレイです。')).toBeInTheDocument();
  });
});

describe('files that cannot be fetched', () => {
  /** The server answers with an error for what the address names, until it is mended. */
  const breakServer = (part: string) => {
    const { fetch: answer } = globalThis;
    let isBroken = true;
    vi.stubGlobal('fetch', (address: string) =>
      isBroken && address.includes(part)
        ? Promise.resolve(new Response('', { status: 503 }))
        : answer(address),
    );
    return () => {
      isBroken = false;
    };
  };
  const again = async (user: UserEvent): Promise<void> =>
    user.click(await screen.findByRole('button', { name: 'もう一度試す' }));

  it.each([
    ['#/play/spring/a-morning', 'a-morning', 'あなたは総務の山田葵さんです。'],
    ['#/play/spring/a-morning', 'index.json', 'あなたは総務の山田葵さんです。'],
    ['#/round?mode=training&length=1&seed=a', 'index.json', '1通目を開く'],
    ['#/round?mode=training&length=1&genuine=0&seed=a', 'scenarios', '1通目を開く'],
    ['#/teach/spring/a-morning/notice', 'a-morning', 'このメールを読み解く'],
    ['#/drill/aid/paid', 'paid', '送金'],
    ['#/drill/spring/a-morning/typed', 'a-morning', '入力'],
    ['#/lesson/spring/postcard', 'postcard', '差出人はだれでも書けます。'],
    ['#/plan', 'index.json', 'ラウンドを組む'],
  ])(
    'are fetched again by Try again at %s without %s, and no other message appears',
    async (hash, part, shown) => {
      const mend = breakServer(part);
      const { user } = await start({ hash });
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('読み込めませんでした');
      expect(alert).toHaveTextContent(/サーバーに接続できないか/);
      expect(screen.queryByText(/このファイルは使えません|合うメッセージがありません/)).toBeNull();
      await again(user);
      expect(await screen.findByRole('button', { name: 'もう一度試す' })).toHaveFocus();
      mend();
      await again(user);
      expect((await screen.findAllByText(shown)).length).toBeGreaterThan(0);
      expect(screen.queryByRole('button', { name: 'もう一度試す' })).toBeNull();
    },
  );

  it('do not take away the start page, which can fetch them again', async () => {
    const mend = breakServer('index.json');
    const { user } = await start();
    expect(await screen.findByRole('alert')).toHaveTextContent('教材を読み込めませんでした');
    mend();
    await again(user);
    expect(await screen.findByRole('link', { name: /ある朝/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'はじめての2通を開く' })).toBeEnabled();
  });

  it('do not lead to another round when the round file is missing', async () => {
    server['content/rounds/exam.json'] = JSON.stringify({
      format: 1,
      mode: 'assessment',
      length: 1,
      genuine: 0,
    });
    const mend = breakServer('rounds/exam');
    const { user } = await start({ hash: '#/round?round=exam' });
    expect(await screen.findByRole('alert')).toHaveTextContent(/rounds\/exam\.json/);
    expect(location.hash).toBe('#/round?round=exam');
    mend();
    await again(user);
    await screen.findByRole('button', { name: '1通目を開く' });
    expect(location.hash).toContain('mode=assessment');
  });

  it('say each wrong setting in a line of its own', async () => {
    await start({ hash: '#/round?mode=exam&length=abc' });
    const wrong = await screen.findAllByText(/は使えません。/);
    expect(wrong.map(({ textContent }) => textContent.slice(0, 14))).toEqual([
      expect.stringContaining('mode=exam'),
      expect.stringContaining('length=abc'),
    ]);
  });

  it('include a round file for which the host sends index.html', async () => {
    server['content/rounds/nothere.json'] = '<!doctype html><title>Mikiwame</title>';
    await start({ hash: '#/round?round=nothere' });
    expect(await screen.findByText(/「nothere」/)).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent('JSON');
  });

  it('say in both languages why a file is missing', async () => {
    const { user } = await start({ hash: '#/play/spring/nowhere' });
    expect(await screen.findByRole('alert')).toHaveTextContent('サーバーにこのファイルはありません');
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(await screen.findByRole('heading', { name: 'Could not be loaded' })).toBeInTheDocument();
    const english = screen.getByText(/no such file on the server/);
    expect(english).not.toHaveAttribute('lang');
    expect(screen.getByText(/サーバーにこのファイルはありません/)).toHaveAttribute('lang', 'ja');
  });
});

describe('a language that does not load', () => {
  it('is reported, the other language stays, and the choice can be repeated', async () => {
    let fails = true;
    const change = async (language: Language): Promise<void> => {
      if (fails) throw new LoadFailure('offline');
      return changeLanguage(language);
    };
    const { user, memory } = await start({ change });
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(await screen.findByText(/もう一方の言語を読み込めませんでした/)).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'ja');
    expect((await memory.settings()).language).toBeUndefined();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'EN' }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
        'Can you tell the fake from the real?',
      ),
    );
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });
});

describe('a finished drill', () => {
  it('is remembered on the start page with its latest result', async () => {
    const { user, memory } = await start({ hash: '#/drill/aid/paid' });
    const finish = async (steps: readonly string[]): Promise<void> => {
      for (const step of steps) await user.click(await screen.findByRole('button', { name: `送金 ${step}` }));
      await user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    };
    await finish(['one', 'three', 'two']);
    await user.click(await screen.findByRole('button', { name: 'もう一度' }));
    await finish(['one', 'two', 'three']);
    await screen.findByRole('button', { name: 'もう一度' });
    expect([...(await memory.drills()).values()]).toMatchObject([{ key: 'aid/paid', score: 1 }]);
    await goTo('#/');
    await user.click(await screen.findByRole('tab', { name: /もしものとき/ }));
    expect(await screen.findByRole('link', { name: /^送金\s*実施済み・100点$/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '入力' })).toBeInTheDocument();
  });
});

describe('the app', () => {
  it('says once that nothing can be kept, and the notice can be closed', async () => {
    const { user } = await start();
    const notice = await screen.findByText(/この端末には記録を残せません/);
    await user.click(within(notice.parentElement ?? document.body).getByRole('button', { name: '閉じる' }));
    expect(screen.queryByText(/この端末には記録を残せません/)).toBeNull();
  });

  it('names invalid parameters of the address, as text, and goes on', async () => {
    await start({ query: '?lang=fr&lang=%3Cimg%20src%3Dx%3E&teach=%24t(app.title)&lang=%7B%7Bvalue%7D%7D' });
    const notice = noticeOf(screen.getByText(/lang=fr/));
    expect(notice).toHaveTextContent('<img src=x>');
    expect(notice).toHaveTextContent('$t(app.title)');
    expect(notice.querySelector('img')).toBeNull();
    await screen.findByRole('link', { name: /ある朝/ });
    expect(screen.getByRole('button', { name: 'はじめての2通を開く' })).toBeEnabled();
  });

  it('ignores foreign parameters of the address, and lists them in the diagnosis', async () => {
    await start({ hash: '#/diagnosis', query: '?utm_source=mail&fbclid=abc&aicc_sid=1&_=17&token=secret' });
    await screen.findByRole('heading', { name: '診断' });
    expect(screen.queryByText(/「utm_source/)).toBeNull();
    expect(screen.getByText('utm_source, fbclid, aicc_sid, _, token')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent('secret');
  });

  it('ignores foreign parameters in the address of a round', async () => {
    await start({ hash: '#/round?mode=training&length=1&gclid=x&_gl=1' });
    await screen.findByRole('button', { name: '1通目を開く' });
    expect(screen.queryByText(/gclid/)).toBeNull();
    await goTo('#/diagnosis');
    expect(await screen.findByText('gclid, _gl')).toBeInTheDocument();
  });

  it('names invalid settings of a round in the language of the screen, also after a change of language', async () => {
    const { user } = await start({ hash: '#/round?mode=exam&round=nowhere' });
    const line = await screen.findByText(/設定ファイル「nowhere」を読み込めませんでした/);
    expect(noticeOf(line)).toHaveTextContent('exam');
    await user.click(screen.getByRole('button', { name: 'EN' }));
    const english = noticeOf(await screen.findByText(/“nowhere” could not be loaded/));
    expect(english).toHaveTextContent('exam');
    expect(english).not.toHaveTextContent(/[ぁ-ん]/);
  });

  it('shows the scenario of the address when the address changes', async () => {
    await start({ hash: '#/play/spring/a-morning' });
    await screen.findByText('あなたは総務の山田葵さんです。');
    await goTo('#/play/spring/an-evening');
    expect(await screen.findByText('夜の受信トレイです。')).toBeInTheDocument();
  });

  it('says what is wrong with a file, and can still play the others', async () => {
    const { user } = await start({ hash: '#/play/spring/broken' });
    expect(await screen.findByRole('heading', { name: 'このファイルは使えません' })).toBeInTheDocument();
    expect(screen.getByText(/packs\/spring\/scenarios\/broken\.json:\d+:\d+/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(await screen.findByRole('link', { name: /ある朝/ })).toBeInTheDocument();
  });

  it.each([
    '#/play/spring/nowhere',
    '#/drill/aid/nowhere',
    '#/lesson/spring/nowhere',
    '#/drill/spring/nowhere/typed',
  ])('says that there is nothing at %s', async (hash) => {
    await start({ hash });
    expect(await screen.findByRole('alert')).toHaveTextContent(/サーバーにこのファイルはありません/);
  });

  it('says that a scenario has no such drill', async () => {
    await start({ hash: '#/drill/spring/a-morning/nothing' });
    expect(await screen.findByText('この教材は見つかりませんでした。')).toBeInTheDocument();
  });

  it('starts a drill with nothing chosen after another drill of the same scenario', async () => {
    const { user } = await start({ hash: '#/drill/spring/a-morning/typed' });
    await user.click(await screen.findByRole('button', { name: /入力 one/ }));
    await goTo('#/drill/spring/a-morning/opened');
    expect(await screen.findByRole('heading', { name: '開封' })).toBeInTheDocument();
    expect(screen.getByText('まだ何も選んでいません。')).toBeInTheDocument();
  });

  it('changes the language of the page and keeps the flags of the round', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: '山田 葵 様' }));
    await user.click(screen.getByRole('button', { name: 'EN' }));
    expect(await screen.findByRole('button', { name: 'Dear Aoi Yamada', pressed: true })).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    expect(document.title).toContain('Mikiwame');
    await user.click(screen.getByRole('button', { name: '日本語' }));
    expect(await screen.findByRole('button', { name: '山田 葵 様', pressed: true })).toBeInTheDocument();
  });

  it('keeps a theme chosen while a language is still loading', async () => {
    const { user, memory } = await start();
    await user.click(screen.getByRole('button', { name: 'EN' }));
    await user.click(screen.getByRole('button', { name: /^(メニュー|Menu)$/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: /^(明るい|Light)$/ }));
    expect(await screen.findByRole('menuitemradio', { name: 'Light', checked: true })).toBeInTheDocument();
    expect(document.documentElement.dataset['theme']).toBe('light');
    expect(await memory.settings()).toEqual({ ...firstSettings, theme: 'light', language: 'en' });
  });

  it('leads to the settings and back into the round', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: '山田 葵 様' }));
    await user.click(screen.getByRole('button', { name: 'メニュー' }));
    await user.click(await screen.findByRole('menuitem', { name: '設定' }));
    expect(await screen.findByRole('heading', { name: '設定' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(await screen.findByRole('button', { name: '山田 葵 様', pressed: true })).toBeInTheDocument();
  });

  it('leads from a debrief to a lesson, and from there back to the same debrief', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await user.click((await screen.findAllByText(/【重要】/))[0] ?? document.body);
    await user.click(await screen.findByRole('radio', { name: 'フィッシング、たぶん' }));
    await user.click(screen.getByRole('radio', { name: '削除' }));
    await user.click(screen.getByRole('button', { name: '判を押す' }));
    await screen.findByRole('complementary', { name: '振り返り' });
    await goTo('#/lesson/spring/postcard');
    expect(await screen.findByText('差出人はだれでも書けます。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
    expect(location.hash).toBe('#/play/spring/a-morning');
  });

  it('leads from an explained message to a lesson and back', async () => {
    const { user } = await start({ hash: `#/teach/spring/a-morning/${morning.messages[0]?.id}` });
    await user.click(await screen.findByRole('link', { name: 'はがき' }));
    await user.click(await screen.findByRole('button', { name: '戻る' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'このメールを読み解く' }),
    ).toBeInTheDocument();
  });

  it('offers a round where the message to be explained is not found', async () => {
    const { user } = await start({ hash: '#/teach/spring/a-morning/nothing-of-this-name' });
    expect(await screen.findByRole('alert')).toHaveTextContent('見つかりません');
    await user.click(screen.getByRole('button', { name: '練習を始める' }));
    expect(location.hash).toMatch(/^#\/round\?mode=training&packs=spring&length=4/);
  });

  it('leads from a lesson of the start page back to the start', async () => {
    const { user } = await start();
    await user.click(await screen.findByRole('tab', { name: /本棚/ }));
    await screen.findByRole('link', { name: /はがき/ });
    await goTo('#/lesson/spring/postcard');
    await user.click(await screen.findByRole('button', { name: '戻る' }));
    expect(await screen.findByRole('link', { name: /ある朝/ })).toBeInTheDocument();
  });

  it('leads from a result to progress or a certificate, and from there back to the same result', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await playThrough(user);
    await user.click(await screen.findByRole('button', { name: 'これまでの成績を見る' }));
    await screen.findByRole('heading', { level: 1, name: 'これまでの成績' });
    act(() => history.back());
    await user.click(await screen.findByRole('button', { name: '受講証を作る' }));
    await screen.findByRole('article', { name: '受講証' });
    await user.click(screen.getByRole('button', { name: '戻る' }));
    expect(await screen.findByRole('heading', { level: 1, name: /^ラウンドの成績/ })).toBeInTheDocument();
  });

  it('restarts a finished round without its old answers', async () => {
    const { user } = await start({ hash: '#/play/spring/a-morning' });
    await playThrough(user);
    await user.click(await screen.findByRole('button', { name: 'もう一度最初から' }));
    expect(await screen.findByText('あなたは総務の山田葵さんです。')).toBeInTheDocument();
    // The bar is updated after the inbox is drawn.
    expect(await screen.findByRole('img', { name: '2通中0通に回答済み' })).toBeInTheDocument();
  });
});
