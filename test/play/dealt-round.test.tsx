import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import { rulesOf } from '../../src/core/round/round-settings.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { InboxScreen } from '../../src/play/InboxScreen.tsx';
import { dealtMessage, type Round } from '../../src/core/round/played-message.ts';
import { createGame } from '../../src/play/store.ts';
import ja from '../../src/i18n/ja/common.json';
import { aLegitimateMessage, aMessage, aScenario, both } from '../fixtures/builders.ts';
import { draw, play } from '../fixtures/screen.tsx';

const morning = aScenario();
const evening = aScenario({
  id: 'an-evening',
  story: both('夜の店です。'),
  recipient: {
    ...morning.recipient,
    name: both('森 実'),
    organization: both('有限会社れい'),
  },
  companyRules: [both('夜は店長に電話します。')],
  directory: [{ id: 'manager', name: both('店長'), role: both('上司'), phone: '03-0000-1111' }],
  messages: [
    aMessage({ id: 'notice', subject: both('夜の件名') }),
    aLegitimateMessage({ id: 'genuine', subject: both('夜の知らせ') }),
  ],
});

const from = (pack: string, scenario: Scenario, message: string) => {
  const found = dealtMessage({ pack, scenario: scenario.id, message }, scenario, {
    pack: { id: pack },
    assets: `content/packs/${pack}/assets/`,
  });
  if (found === undefined) throw new Error(`${message} is not in ${scenario.id}`);
  return found;
};

type Asked = Parameters<typeof rulesOf>[0];

const dealt = (asked: Asked = {}): Round => ({
  opening: { kind: 'dealt', shortage: undefined },
  rules: rulesOf(asked),
  messages: [
    from('spring', morning, 'notice'),
    from('summer', evening, 'notice'),
    from('spring', morning, 'genuine'),
  ],
});

function begin(asked: Asked = {}, moves: readonly Move[] = [], clock = { now: 1_000 }) {
  const game = createGame(dealt(asked), { moves, now: () => clock.now });
  const drawn = draw(
    <InboxScreen
      game={game}
      skin="desktop"
      onLeave={() => {}}
      onAgain={() => {}}
      onPractise={() => {}}
      onProgress={() => {}}
      onCertificate={() => {}}
    />,
  );
  return { ...drawn, game };
}

type User = ReturnType<typeof draw>['user'];

async function answer(user: User, verdict = 'フィッシング、たぶん'): Promise<void> {
  await user.click(screen.getByRole('radio', { name: verdict }));
  await user.click(screen.getByRole('radio', { name: ja.tool.report }));
  await user.click(screen.getByRole('button', { name: '判を押す' }));
}

/** Unfolds everything in a debrief. */
async function unfold(user: User): Promise<void> {
  const debrief = await screen.findByRole('complementary', { name: '振り返り' });
  await user.click(within(debrief).getByText(/^すべての解説/));
}

const answered = (message: string): readonly Move[] => [
  { kind: 'judge', message, verdict: 'phish', confidence: 1, at: 1 },
  { kind: 'act', message, action: { kind: 'keep' }, at: 2 },
  { kind: 'submit', message, at: 3 },
];

const keys = ['spring/a-morning/notice', 'summer/an-evening/notice', 'spring/a-morning/genuine'] as const;

describe('a round from several inboxes', () => {
  it('keeps its order, opens the first message, and leads down the list with the focus on the heading', async () => {
    const { user } = begin({ reason: false });
    expect(await screen.findByRole('heading', { level: 1, name: 'トレーニング' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: '1通目を開く' }));
    expect(screen.getByRole('heading', { name: /アカウントのご確認/ })).toHaveFocus();
    await answer(user);
    await user.click(await screen.findByRole('button', { name: '次のメッセージへ' }));
    expect(screen.getByRole('heading', { name: /夜の件名/ })).toHaveFocus();
  });

  it('keeps messages with the same id apart', async () => {
    const { user, game } = begin({ reason: false });
    await user.click(await screen.findByText('夜の件名'));
    await answer(user);
    const debrief = within(await screen.findByRole('complementary', { name: '振り返り' }));
    const state = game.store.getState();
    expect(new Set(state.moves.map(({ message }) => message))).toEqual(new Set(['summer/an-evening/notice']));
    expect(debrief.getByText(/「偽物・.+」と判定し/)).toBeInTheDocument();
  });

  it('shows the contacts, rules and reader of the open message', async () => {
    const { user } = begin();
    expect(screen.queryByRole('button', { name: ja.reference.title })).toBeNull();
    await user.click(await screen.findByText('夜の件名'));
    expect(await screen.findByText(/森 実（有限会社れい）/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: ja.tool.verify }));
    const places = await screen.findByRole('dialog');
    expect(within(places).getByRole('button', { name: /店長/ })).toBeInTheDocument();
    await user.click(within(places).getByRole('button', { name: ja.app.close }));
    await user.click(screen.getByRole('button', { name: ja.reference.title }));
    const reference = await screen.findByRole('dialog');
    expect(reference).toHaveTextContent('夜は店長に電話します。');
    expect(reference).not.toHaveTextContent('迷ったら報告します。');
  });

  it('marks an opened message as read, even after another one is opened', async () => {
    const { user } = begin();
    const rows = within(screen.getByRole('region', { name: '受信トレイ' })).getAllByRole('button');
    await user.click(rows[0] ?? document.body);
    await user.click(rows[1] ?? document.body);
    expect(rows[0]).toHaveAccessibleName(/開封済み/);
    expect(rows[1]).toHaveAccessibleName(/開封済み/);
    expect(rows[2]).toHaveAccessibleName(/未読/);
  });
});

describe('training', () => {
  it('guides through the first answer only, beginning with whether the message makes sense', async () => {
    const { user } = begin({ reason: false });
    await user.click(await screen.findByText('夜の件名'));
    const helps = within(await screen.findByRole('group', { name: '考える手助け' }));
    const guided = () => helps.getAllByRole('status')[0]?.textContent;
    expect(guided()).toMatch(/いま、この方法で/);
    await user.click(screen.getByRole('button', { name: '夜の件名' }));
    expect(guided()).toMatch(/6つの印/);
    await user.keyboard('2');
    expect(guided()).toMatch(/どうするか/);
    await user.keyboard('r');
    expect(guided()).toMatch(/判を押す/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: '次のメッセージへ' }));
    expect(await screen.findByRole('button', { name: /ヒント/ })).toBeInTheDocument();
    expect(screen.queryByText(/いま、この方法で/)).toBeNull();
  });

  it('stops guiding when the player closes the guide', async () => {
    const { user } = begin({ reason: false });
    await user.click(await screen.findByText('夜の件名'));
    await user.click(await screen.findByRole('button', { name: '案内を閉じる' }));
    expect(screen.queryByText(/いま、この方法で/)).toBeNull();
  });

  it('asks before the debrief which flag decided, and repeats the reason there', async () => {
    const { user, game } = begin();
    await user.click(await screen.findByText('夜の件名'));
    await user.click(screen.getByRole('button', { name: '手続きのページを開く' }));
    await answer(user);
    expect(await screen.findByRole('heading', { name: '決め手は何でしたか' })).toHaveFocus();
    expect(screen.queryByRole('complementary', { name: '振り返り' })).toBeNull();
    // The message stays visible, so its link is a button of the same name.
    const question = screen.getByRole('region', { name: '決め手は何でしたか' });
    await user.click(within(question).getByRole('button', { name: '手続きのページを開く' }));
    await unfold(user);
    expect(await screen.findByText('あなたの決め手：手続きのページを開く')).toBeInTheDocument();
    expect(screen.getByText(/同じメッセージを受け取った人も守られます/)).toBeInTheDocument();
    expect(game.store.getState().moves.at(-1)).toMatchObject({
      kind: 'reason',
      reason: { kind: 'region', region: 'link/main' },
    });
  });

  it('has a question that can be skipped', async () => {
    const { user } = begin();
    await user.click(await screen.findByText('夜の件名'));
    await user.click(screen.getByRole('button', { name: '手続きのページを開く' }));
    await answer(user);
    await user.click(await screen.findByRole('button', { name: '答えずに解説へ進む' }));
    await unfold(user);
    expect(screen.queryByText(/あなたの決め手/)).toBeNull();
  });

  it('asks nothing if nothing was stamped', async () => {
    const { user } = begin();
    await user.click(await screen.findByText('夜の件名'));
    await answer(user);
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: '決め手は何でしたか' })).toBeNull();
  });

  it('gives one hint at a time, says its cost before, and subtracts it', async () => {
    const { user } = begin({ reason: false });
    await user.click(await screen.findByText('夜の件名'));
    const first = await screen.findByRole('button', { name: 'ヒント（最大−6点）' });
    expect(screen.queryByText(/開かずに調べてみましょう/)).toBeNull();
    await user.click(first);
    expect(screen.getByText(/^リンクの行き先を、開かずに調べてみましょう/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '次のヒント（さらに最大−6点）' }));
    expect(screen.getAllByText(/てみましょう/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /ヒント（/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: '手続きのページを開く' }));
    await answer(user);
    await unfold(user);
    expect(await screen.findByText(/ヒント 2 回分/)).toBeInTheDocument();
  });

  it('offers hints for genuine mail in the same form', async () => {
    const { user } = begin();
    await user.click(screen.getAllByText(/アカウントのご確認/)[1] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'ヒント（最大−6点）' }));
    expect(screen.getByText(/^差出人の名前とアドレスを見くらべてみましょう/)).toBeInTheDocument();
  });
});

describe('an assessment', () => {
  it('explains nothing before its end, gives no hints, locks answers, and then says passed or failed', async () => {
    const { user } = begin({ mode: 'assessment' });
    expect(await screen.findByText('合格点 70 点')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: '1通目を開く' }));
    for (const last of [false, false, true]) {
      expect(screen.queryByRole('button', { name: /ヒント/ })).toBeNull();
      await answer(user);
      if (last) break;
      expect(await screen.findByRole('heading', { name: '回答を受け付けました' })).toHaveFocus();
      expect(screen.queryByRole('button', { name: '判を押す' })).toBeNull();
      expect(screen.queryByRole('complementary', { name: '振り返り' })).toBeNull();
      await user.click(screen.getByRole('button', { name: '次のメッセージへ' }));
    }
    await screen.findByRole('complementary', { name: '振り返り' });
    await user.click(screen.getAllByRole('button', { name: '結果を見る' })[0] ?? document.body);
    expect(await screen.findByText(/合格ラインは70点です/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /夜の件名/ }));
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
  });

  it('accepts no flag after the answer', async () => {
    const { user, game } = begin({ mode: 'assessment' }, answered(keys[0]));
    await user.click(screen.getAllByText(/アカウントのご確認/)[0] ?? document.body);
    await screen.findByRole('heading', { name: '回答を受け付けました' });
    const before = game.store.getState().moves.length;
    await user.click(screen.getByRole('button', { name: '山田 葵 様' }));
    expect(game.store.getState().moves).toHaveLength(before);
  });
});

describe('a time limit', () => {
  const opened: Move = { kind: 'open', message: keys[0], at: 1_000 };

  it('does not run unless a trainer set one', async () => {
    begin({}, [opened], { now: 10_000_000 });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('starts with the first opened message, and can be hidden and made ten times as long', async () => {
    const { user, game } = begin({ timer: 300 }, [opened], { now: 61_000 });
    expect(await screen.findByRole('timer')).toHaveTextContent('残り 4分');
    await user.click(screen.getByRole('button', { name: '10倍に延ばす' }));
    expect(screen.getByRole('timer')).toHaveTextContent('残り 49分');
    expect(screen.queryByRole('button', { name: '10倍に延ばす' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '時間を隠す' }));
    expect(screen.queryByRole('timer')).toBeNull();
    expect(game.store.getState().moves.at(-1)).toMatchObject({ kind: 'extend' });
  });

  it('cannot be extended in an assessment', async () => {
    begin({ mode: 'assessment', timer: 300 }, [opened]);
    await screen.findByRole('timer');
    expect(screen.queryByRole('button', { name: '10倍に延ばす' })).toBeNull();
  });

  it('never shows more than the limit, whatever the clock says', async () => {
    begin({ mode: 'assessment', timer: 60 }, [{ ...opened, at: 4_000_000 }], { now: 1_000 });
    expect(await screen.findByRole('timer')).toHaveTextContent('残り 60秒');
  });

  it('continues on another page from the time at which this one was left', () => {
    const clock = { now: 31_000 };
    const { game } = begin({ mode: 'assessment', timer: 60 }, [opened], clock);
    game.noteTime();
    expect(game.store.getState().moves.at(-1)).toEqual({ kind: 'open', message: keys[0], at: 31_000 });
  });

  it('stores no time if none was set, none runs yet, or the round is over', () => {
    const noted = (asked: Asked, moves: readonly Move[]) => {
      const { game } = begin(asked, moves);
      game.noteTime();
      return game.store.getState().moves.length - moves.length;
    };
    expect(noted({}, [opened])).toBe(0);
    expect(noted({ timer: 60 }, [])).toBe(0);
    expect(
      noted(
        { timer: 60 },
        keys.map((message): Move => ({ kind: 'expire', message, at: 1 })),
      ),
    ).toBe(0);
  });

  it('closes open messages as unanswered at its end, says so, and still explains them', async () => {
    const { user } = begin({ mode: 'assessment', timer: 300 }, [opened, ...answered(keys[0])], {
      now: 400_000,
    });
    expect(await screen.findByText(/制限時間が来ました/)).toHaveTextContent('2通は回答がなかった');
    await user.click(screen.getByRole('button', { name: /夜の件名/ }));
    expect(await screen.findByText(/時間内に回答がなかった/)).toBeInTheDocument();
    const debrief = within(screen.getByRole('complementary', { name: '振り返り' }));
    expect(debrief.getByRole('heading', { name: 'フィッシングメールでした' })).toHaveFocus();
    expect(screen.queryByRole('button', { name: '判を押す' })).toBeNull();
    // The message is where it is read, and its marks lead to the cards beside it.
    const message = within(screen.getByRole('region', { name: 'メッセージ' }));
    await user.click(message.getAllByRole('button', { description: '' }).at(0) ?? document.body);
    await user.click(debrief.getByRole('button', { name: '一覧へ' }));
    expect(await screen.findByRole('button', { name: /夜の件名/ })).toBeInTheDocument();
  });

  it('ends while the page is open, without a move of the player', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const clock = { now: 299_000 };
    begin({ timer: 300 }, [opened], clock);
    expect(await screen.findByRole('timer')).toHaveTextContent('残り 2秒');
    clock.now = 302_000;
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(await screen.findByText(/制限時間が来ました/)).toBeInTheDocument();
    vi.useRealTimers();
  });
});

describe('an inbox played as a whole', () => {
  it('resumes moves of an earlier version, and asks for no reason', async () => {
    const { user } = play(morning, { moves: answered('notice') });
    await user.click(screen.getAllByText(/アカウントのご確認/)[0] ?? document.body);
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toBeInTheDocument();
  });
});
