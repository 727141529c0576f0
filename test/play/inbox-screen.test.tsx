import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import en from '../../src/i18n/en/common.json';
import ja from '../../src/i18n/ja/common.json';
import { inkOf } from '../../src/play/store.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';
import { play, speak } from '../fixtures/screen.tsx';

const answered = (
  message: string,
  verdict: 'phish' | 'legitimate',
  kind: 'report' | 'keep' | 'delete',
  region?: string,
): readonly Move[] => [
  ...(region === undefined ? [] : [{ kind: 'flag', message, region, ink: inkOf(verdict), at: 0 } as const]),
  { kind: 'judge', message, verdict, confidence: 1, at: 1 },
  { kind: 'act', message, action: { kind }, at: 2 },
  { kind: 'submit', message, at: 3 },
];

const perfect = [
  ...answered('notice', 'phish', 'report', 'link/main'),
  ...answered('genuine', 'legitimate', 'keep', 'field/fromAddress'),
];

describe('the inbox', () => {
  it('welcomes with the story and how to play, mouse and keyboard', () => {
    play(aScenario());
    expect(screen.getByText('あなたは総務の山田葵さんです。')).toBeInTheDocument();
    expect(screen.getByText(/矢印キー/)).toBeInTheDocument();
  });

  it('opens the first message from its introduction, and keeps the story with the contacts', async () => {
    const { user } = play(aScenario());
    await user.click(screen.getByRole('button', { name: '1通目を開く' }));
    expect(screen.getByRole('heading', { name: '【重要】アカウントのご確認' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: ja.reference.title }));
    // On a busy machine the dialog first says that it takes long.
    await waitFor(() =>
      expect(screen.getByRole('dialog')).toHaveTextContent('あなたは総務の山田葵さんです。'),
    );
  });

  it('draws the first message ahead, hidden, and opens exactly that', async () => {
    const { user, game } = play(aScenario());
    const ahead = await waitFor(
      () => {
        const message = document.querySelector('.message');
        if (message === null) throw new Error('nothing is drawn ahead');
        return message;
      },
      { timeout: 30_000 },
    );
    expect(ahead).not.toBeVisible();
    expect(screen.queryByRole('article')).toBeNull();
    expect(game.store.getState().moves).toEqual([]);
    await user.click(screen.getByRole('button', { name: '1通目を開く' }));
    expect(screen.getByRole('article')).toBe(ahead);
    expect(screen.getByRole('heading', { name: '【重要】アカウントのご確認' })).toHaveFocus();
    expect(game.store.getState().moves).toMatchObject([{ kind: 'open', message: 'notice' }]);
  });

  it('opens the row that was pressed before the game was there', async () => {
    const { game } = play(aScenario(), { pressed: 'genuine' });
    await waitFor(() => expect(game.store.getState().open).toBe('genuine'));
  });

  it('ignores a row that is not in the inbox', async () => {
    const { game } = play(aScenario(), { pressed: 'elsewhere' });
    await screen.findByRole('searchbox');
    expect(game.store.getState().moves).toEqual([]);
  });

  it('moves through the list by J and K with the focus on the open message, and shows the keys', async () => {
    const { user, game } = play(aScenario());
    await user.keyboard('j');
    expect(game.store.getState().open).toBe('notice');
    expect(screen.getByRole('heading', { level: 2, name: /アカウントのご確認/ })).toHaveFocus();
    await user.keyboard('J');
    expect(game.store.getState().open).toBe('genuine');
    await user.keyboard('jk');
    expect(game.store.getState().open).toBe('notice');
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'キーの一覧' });
    await user.keyboard('j');
    expect(game.store.getState().open).toBe('notice');
    await user.click(within(help).getByRole('button', { name: '閉じる' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes on by J with the next unanswered message after the open one was reported', async () => {
    const scenario = aScenario({
      messages: [aLegitimateMessage(), aMessage(), aMessage({ id: 'last' })],
    });
    const { user, game } = play(scenario, { moves: answered('genuine', 'legitimate', 'keep') });
    act(() => game.openMessage('last'));
    act(() =>
      game.store.setState({
        moves: [...game.store.getState().moves, ...answered('last', 'phish', 'report')],
      }),
    );
    await user.keyboard('j');
    expect(game.store.getState().open).toBe('notice');
  });

  it('lists every message by sender, subject and time, and opens one', async () => {
    const { user } = play(aScenario());
    const rows = within(screen.getByRole('region', { name: '受信トレイ' })).getAllByRole('button');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveAccessibleName(/未読.*花森ウェブメール.*10:15.*【重要】アカウントのご確認/s);
    await user.click(rows[0] ?? document.body);
    expect(screen.getByRole('article', { name: '【重要】アカウントのご確認' })).toBeInTheDocument();
  });

  it('searches the list by sender, subject and text, in any kana or width', async () => {
    const { user } = play(aScenario());
    const field = await screen.findByRole('searchbox', { name: '一覧を検索' });
    const list = within(screen.getByRole('region', { name: '受信トレイ' }));
    const found = () => list.queryAllByRole('button').length;
    await user.type(field, 'あかうんと');
    expect(found()).toBe(2);
    await user.clear(field);
    await user.type(field, '<img src=x onerror=1>[[(*');
    expect(found()).toBe(0);
    expect(list.getByText('見つかりません。')).toHaveRole('status');
    await user.clear(field);
    expect(found()).toBe(2);
  });

  it('puts a reported and a deleted message into their folders and counts them', async () => {
    const { user } = play(aScenario(), {
      moves: [...answered('notice', 'phish', 'report'), ...answered('genuine', 'phish', 'delete')],
    });
    const folders = within(screen.getByRole('navigation', { name: 'フォルダー' }));
    expect(folders.getByRole('button', { name: /受信トレイ/ })).toHaveTextContent('0');
    await user.click(folders.getByRole('button', { name: /報告済み/ }));
    expect(within(screen.getByRole('region', { name: '報告済み' })).getAllByText(/【重要】/)).toHaveLength(1);
    await user.click(folders.getByRole('button', { name: /削除済み/ }));
    expect(within(screen.getByRole('region', { name: '削除済み' })).getAllByText(/【重要】/)).toHaveLength(1);
    await user.click(folders.getByRole('button', { name: /受信トレイ/ }));
    expect(screen.getByText('このフォルダーは空です。')).toBeInTheDocument();
  });

  it('shows contacts and company rules on request', async () => {
    const { user } = play(aScenario());
    await user.click(screen.getByRole('button', { name: '連絡先・きまり' }));
    const reference = await screen.findByRole('dialog', { name: '連絡先・社内のきまり' });
    expect(reference).toHaveTextContent('03-0000-0000');
    expect(reference).toHaveTextContent('迷ったら報告します。');
    expect(within(reference).queryByRole('link')).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('plays a whole round from the first message to the result', async () => {
    const { user } = play(aScenario());
    for (const [verdict, action] of [
      ['フィッシング、たぶん', ja.tool.report],
      ['正規のメール、たぶん', 'そのまま'],
    ] as const) {
      if (screen.queryByRole('article') === null) {
        const [row] = within(screen.getByRole('region', { name: '受信トレイ' })).getAllByText(/【重要】/);
        await user.click(row ?? document.body);
      }
      await user.click(screen.getByRole('radio', { name: verdict }));
      await user.click(screen.getByRole('radio', { name: action }));
      await user.click(screen.getByRole('button', { name: '判を押す' }));
      const debrief = within(await screen.findByRole('complementary', { name: '振り返り' }));
      await user.click(debrief.getByRole('button', { name: /次のメッセージへ|結果を見る/ }));
    }
    expect(await screen.findByRole('heading', { name: /^ラウンドの成績/ })).toHaveFocus();
  });
});

describe('the result', () => {
  const finish = async (moves: readonly Move[]) => {
    const drawn = play(aScenario(), { moves });
    await drawn.user.click(screen.getByRole('button', { name: '結果を見る' }));
    await screen.findByRole('heading', { name: /^ラウンドの成績/ });
    return drawn;
  };

  it('is offered only after every message has been answered', () => {
    play(aScenario(), { moves: answered('notice', 'phish', 'report') });
    expect(screen.queryByRole('button', { name: '結果を見る' })).toBeNull();
  });

  it('is 100 for a flawless round', async () => {
    await finish(perfect);
    expect(screen.getByRole('img', { name: '得点 100 / 100' })).toBeInTheDocument();
    expect(screen.getByText('2通中2通の判定が的中しました。')).toBeInTheDocument();
  });

  it('distinguishes right and wrong in words, and leads back to a debrief', async () => {
    const { user } = await finish([...perfect.slice(0, 4), ...answered('genuine', 'phish', 'report')]);
    expect(screen.getByText('2通中1通の判定が的中しました。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /疑いすぎ/ }));
    expect(await screen.findByRole('complementary', { name: '振り返り' })).toHaveTextContent(
      '惜しい。本物でした。',
    );
  });

  it('is the same in both languages', async () => {
    await finish([...perfect.slice(0, 4), ...answered('genuine', 'phish', 'report')]);
    const score = screen.getByRole('img', { name: /^得点/ }).getAttribute('aria-label');
    await speak('en');
    const [said] = /\d+/.exec(score ?? '') ?? [];
    expect(screen.getByRole('img', { name: /100$/ })).toHaveAccessibleName(
      en.debrief.score.replace('{{score}}', said ?? 'no score'),
    );
  });

  it('leads to other rounds and to the same one again', async () => {
    const { user, left, begunAgain } = await finish(perfect);
    await user.click(screen.getByRole('button', { name: 'もう一度最初から' }));
    await user.click(screen.getByRole('button', { name: 'ほかの教材へ' }));
    expect([left(), begunAgain()]).toEqual([1, 1]);
  });
});
