import { act, fireEvent, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import type { Drill } from '../../src/core/scenario/format/drill.ts';
import DrillScreen from '../../src/drill/DrillScreen.tsx';
import { both } from '../fixtures/builders.ts';
import { draw, speak } from '../fixtures/screen.tsx';

const drill: Drill = {
  id: 'typed',
  title: { ja: '入力してしまった', en: 'It was typed' },
  situation: { ja: '偽の画面に入力しました。', en: 'You typed it on a fake page.' },
  timeline: {
    since: { ja: '入力', en: 'it was typed' },
    turns: [
      {
        id: 'now',
        minute: 0,
        text: { ja: '手元にスマホがあります。', en: 'A phone is at hand.' },
        meanwhile: { ja: '犯人が試しています。', en: 'The thief is trying it.' },
        options: [
          {
            id: 'change',
            label: { ja: '変える', en: 'Change it' },
            worth: 'best',
            explanation: both('鍵を替えます。'),
            next: 'tell',
          },
          {
            id: 'wait',
            label: { ja: '様子を見る', en: 'Wait' },
            worth: 'harmful',
            explanation: both('待つ間に入られます。'),
            consequence: { ja: '知らない端末が入りました。', en: 'A stranger got in.' },
            next: 'late',
          },
        ],
      },
      {
        id: 'late',
        minute: 75,
        text: both('まだ変えていません。'),
        meanwhile: both('犯人が読んでいます。'),
        options: [
          {
            id: 'change',
            label: both('いま変える'),
            worth: 'best',
            explanation: both('遅くても有効です。'),
            next: 'tell',
          },
          {
            id: 'hope',
            label: both('祈る'),
            worth: 'weak',
            explanation: both('止まりません。'),
            next: 'tell',
          },
        ],
      },
      {
        id: 'tell',
        minute: 120,
        text: both('窓口に伝えます。'),
        meanwhile: both('次の人が狙われています。'),
        options: [
          { id: 'phone', label: both('電話する'), worth: 'best', explanation: both('窓口が動けます。') },
          {
            id: 'later',
            label: both('明日にする'),
            worth: 'weak',
            explanation: both('今日なら間に合います。'),
          },
        ],
      },
    ],
  },
  lesson: both('早く知らせる。'),
  source: { text: both('創作。') },
};

const ordered: Drill = {
  ...drill,
  steps: [
    { id: 'one', label: both('変更'), rank: 1, explanation: both('一番目。') },
    { id: 'two', label: both('報告'), rank: 2, explanation: both('二番目。') },
    { id: 'no', label: both('消去'), explanation: both('しません。') },
  ],
};

async function start(played = drill) {
  // Awaited, because its sentences load when it is first drawn.
  const drawn = await act(() =>
    Promise.resolve(
      draw(
        <Suspense>
          <DrillScreen drill={played} onLeave={() => {}} />
        </Suspense>,
      ),
    ),
  );
  await screen.findByRole('heading', { name: '入力してしまった' });
  const choose = async (...labels: readonly string[]): Promise<void> => {
    for (const name of labels) await drawn.user.click(screen.getByRole('button', { name }));
  };
  return { ...drawn, choose };
}

describe('a drill with turns', () => {
  it('tells the situation, the clock, and what the attacker does meanwhile', async () => {
    await start();
    expect(screen.getByText('偽の画面に入力しました。')).toBeVisible();
    expect(screen.getByRole('heading', { name: '場面1' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('入力の直後その間に：犯人が試しています。');
  });

  it('leads to the turn of the option, says what came of it, and moves the focus to its heading', async () => {
    const { choose } = await start();
    await choose('様子を見る');
    expect(screen.getByRole('heading', { name: '場面2' })).toHaveFocus();
    expect(screen.getByText('知らない端末が入りました。')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('入力から1時間15分');
  });

  it('counts a double click as one decision', async () => {
    await start();
    fireEvent.click(screen.getByRole('button', { name: '様子を見る' }), { detail: 2 });
    expect(screen.getByRole('heading', { name: '場面1' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '様子を見る' }), { detail: 1 });
    expect(screen.getByRole('heading', { name: '場面2' })).toBeInTheDocument();
  });

  it('announces the clock in a region that stays', async () => {
    const { choose } = await start();
    const region = screen.getByRole('status');
    await choose('変える');
    expect(screen.getByRole('status')).toBe(region);
    expect(region).toHaveTextContent('入力から2時間');
  });

  it('scores 100 on the best way, and says so', async () => {
    const { choose } = await start();
    await choose('変える', '電話する');
    expect(screen.getByRole('img', { name: '得点 100 / 100' })).toBeInTheDocument();
    expect(screen.getByText('最善の進み方と同じです。')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '振り返り' })).toHaveFocus();
  });

  it('shows the chosen way beside the best way, and explains every choice', async () => {
    const { choose, user } = await start();
    await choose('様子を見る', 'いま変える', '電話する');
    const way = (name: string) =>
      within(screen.getByRole('heading', { name }).closest('section') ?? document.body)
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(way('あなたの進み方')).toEqual([
      '入力の直後様子を見る避けたい',
      '入力から1時間15分いま変える最善',
      '入力から2時間電話する最善',
    ]);
    expect(way('最善の進み方')).toEqual(['入力の直後変える最善', '入力から2時間電話する最善']);
    for (const summary of screen.getAllByText(/^ほかの選択肢/)) await user.click(summary);
    for (const { options } of drill.timeline?.turns ?? [])
      for (const { explanation } of options) expect(screen.getByText(explanation.ja)).toBeVisible();
  });

  it('continues with the order of steps, if there is one', async () => {
    const { choose } = await start(ordered);
    await choose('変える', '電話する');
    expect(screen.getByRole('heading', { name: '手順を並べる' })).toHaveFocus();
    await choose('変更', '報告', 'この順番で対応する');
    expect(screen.getByRole('img', { name: '得点 100 / 100' })).toBeInTheDocument();
    expect(screen.getByText('二番目。')).toBeInTheDocument();
  });

  it('can be restarted from the first turn without losing the focus', async () => {
    const { choose } = await start();
    await choose('変える', '明日にする', 'もう一度');
    expect(screen.getByRole('heading', { name: '場面1' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '入力してしまった' })).toHaveFocus();
  });

  it('keeps the turn when the language changes', async () => {
    const { choose } = await start();
    await choose('変える');
    await speak('en');
    expect(screen.getByRole('heading', { name: 'Turn 2' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('2 h after it was typed');
    expect(screen.getByText('Change it')).toBeInTheDocument();
  });
});
