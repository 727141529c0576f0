import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import { resultsIn } from '../../src/core/record/result-code.ts';
import { inboxRules } from '../../src/core/round/played-message.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';
import { play } from '../fixtures/screen.tsx';

const lure = aMessage({ id: 'lure' });
const mail = aLegitimateMessage({ id: 'mail' });
const scenario = aScenario({ messages: [lure, mail] });

const answered = (message: string, verdict: 'phish' | 'legitimate', at: number): readonly Move[] => [
  { kind: 'judge', message, verdict, confidence: 0.9, at },
  { kind: 'act', message, action: { kind: verdict === 'phish' ? 'report' : 'keep' }, at: at + 1_000 },
  { kind: 'submit', message, at: at + 2_000 },
];
const allRight = [...answered('lure', 'phish', 1_000), ...answered('mail', 'legitimate', 9_000)];

async function finish(moves: readonly Move[], passMark?: number) {
  const drawn = play(scenario, { moves, round: { rules: { ...inboxRules, passMark } } });
  await drawn.user.click(screen.getByRole('button', { name: '結果を見る' }));
  await screen.findByRole('heading', { level: 1, name: /^ラウンドの成績/ });
  return drawn;
}

describe('the result of a round', () => {
  it.each([
    [allRight, '偽物1通を、止めました。', []],
    [
      [...answered('lure', 'phish', 1), ...answered('mail', 'phish', 9)],
      '偽物1通を、止めました。',
      [expect.stringMatching(/からの本物の1通だけ、疑いすぎました。$/)],
    ],
    [
      [...answered('lure', 'legitimate', 1), ...answered('mail', 'legitimate', 9)],
      '偽物1通を、通してしまいました。',
      [],
    ],
  ] as const)(
    'says what was stopped, and whom the player doubted too much',
    async (moves, headline, doubted) => {
      await finish(moves);
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(headline);
      expect(screen.queryAllByText(/疑いすぎました/).map(({ textContent }) => textContent)).toEqual(doubted);
    },
  );

  it('shows each message with its seal and its outcome, and leads to its debrief', async () => {
    const { user, game } = await finish([...answered('lure', 'phish', 1), ...answered('mail', 'phish', 9)]);
    expect(screen.getByRole('button', { name: /偽物・見抜いた/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /本物・疑いすぎ/ }));
    expect(game.store.getState().open).toBe('mail');
  });

  it('leads back to what was misjudged, and shares a row that reveals nothing about the messages', async () => {
    const { user, game } = await finish([...answered('lure', 'phish', 1), ...answered('mail', 'phish', 9)]);
    await user.click(screen.getByText('共有する'));
    const { value } = screen.getByLabelText<HTMLTextAreaElement>(/^共有文/);
    expect(value).toMatch(/^見極め (?:◎惜|惜◎) 2通中1通 得点\d+$/);
    await user.click(screen.getByRole('button', { name: '見直す' }));
    expect(game.store.getState().open).toBe('mail');
  });

  it('is compared with the pass mark, if the round has one', async () => {
    const { unmount } = await finish(allRight, 50);
    expect(screen.getByText('合格ライン50点に届きました。')).toBeVisible();
    expect(screen.getByRole('button', { name: '合格証を作る' })).toBeVisible();
    unmount();
    const without = await finish(allRight);
    expect(screen.queryByText(/合格ライン/)).toBeNull();
    without.unmount();
    await finish([...answered('lure', 'legitimate', 1), ...answered('mail', 'phish', 9)], 100);
    expect(screen.getByText(/合格ラインは100点です。あと\d+点/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /証を作る/ })).toBeNull();
  });

  it('leads to practice, to all rounds and to a certificate of this one', async () => {
    const { user, practised, progressShown, certificates } = await finish(allRight);
    await user.click(screen.getByRole('button', { name: 'これを練習する' }));
    await user.click(screen.getByRole('button', { name: 'これまでの成績を見る' }));
    await user.click(screen.getByRole('button', { name: '受講証を作る' }));
    expect([practised(), progressShown(), certificates]).toEqual([1, 1, [`round-${(1_000).toString(36)}`]]);
  });

  it('says what two messages cannot show, and how many are needed', async () => {
    const { user } = await finish(allRight);
    await user.click(screen.getByText('くわしく見る'));
    expect(
      screen.getByText(/このラウンドのほかに14通ほど、確信度の図には28通ほどの判定が要ります/),
    ).toBeVisible();
    expect(screen.queryByRole('heading', { name: '見抜く力と用心深さ' })).toBeNull();
    expect(screen.getByText('もう少し続ける')).toBeVisible();
  });

  it('can be handed in as a code that contains the answers', async () => {
    const { user } = await finish(allRight, 50);
    await user.click(screen.getByText('研修担当者に成績を渡す'));
    const field = screen.getByLabelText<HTMLTextAreaElement>('結果コード');
    const [read] = resultsIn(field.value);
    expect(read).toMatchObject({
      kind: 'result',
      result: { passMark: 50, messages: [{ confidence: 0.9 }, { confidence: 0.9 }] },
    });
  });
});
