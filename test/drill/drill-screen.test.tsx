import { act, screen, within } from '@testing-library/react';
import { type ComponentProps, Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import type { Drill } from '../../src/core/scenario/format/drill.ts';
import DrillScreen, { type DrillAnswer } from '../../src/drill/DrillScreen.tsx';
import { LessonShelf, type ShelvedLesson } from '../../src/explain/lesson-shelf.ts';
import { both } from '../fixtures/builders.ts';
import { draw, type Drawn, speak } from '../fixtures/screen.tsx';

const drill: Drill & Required<Pick<Drill, 'steps'>> = {
  id: 'typed',
  title: { ja: '入力してしまった', en: 'It was typed' },
  situation: both('…'),
  steps: [
    { id: 'cut', label: { ja: '切り離す', en: 'Unplug' }, rank: 1, explanation: both('広がりを止めます。') },
    { id: 'call', label: { ja: '知らせる', en: 'Tell' }, rank: 2, explanation: both('窓口が動けます。') },
    { id: 'change', label: { ja: '変える', en: 'Change' }, rank: 3, explanation: both('鍵を替えます。') },
    { id: 'wipe', label: { ja: '消す', en: 'Wipe' }, explanation: both('証拠が消えます。') },
  ],
  meanwhile: [{ ja: '犯人がログインします。', en: 'The thief signs in.' }],
  lesson: { ja: '早く知らせる。', en: 'Tell soon.' },
  source: { text: both('創作。') },
};

const shelf: readonly ShelvedLesson[] = [
  { title: both('リンクを読む'), cues: ['link-target'], href: '#/lesson/shelf/links' },
  { title: both('送金の口実'), cues: ['changed-bank-details'], href: '#/lesson/shelf/money' },
];

async function start(over: Partial<ComponentProps<typeof DrillScreen>> = {}) {
  // Awaited, because its sentences load when it is first drawn.
  const drawn = await act(() =>
    Promise.resolve(
      draw(
        <Suspense>
          <LessonShelf value={shelf}>
            <DrillScreen drill={drill} onLeave={() => {}} {...over} />
          </LessonShelf>
        </Suspense>,
      ),
    ),
  );
  await screen.findByRole('heading', { name: '入力してしまった' });
  return drawn;
}
const offered = () =>
  within(screen.getByRole('heading', { name: /できること/ }).parentElement ?? document.body);
const order = (): readonly (string | null | undefined)[] =>
  within(screen.getByRole('heading', { name: 'あなたの順番' }).parentElement ?? document.body)
    .queryAllByRole('listitem')
    .map((step) => step.querySelector('.step-label')?.textContent);

async function choose({ user }: Drawn, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await user.click(offered().getByRole('button', { name: new RegExp(label) }));
}

const tagOf = (label: string): string | null | undefined =>
  screen.getByRole('heading', { name: label }).nextElementSibling?.textContent;

describe('a drill', () => {
  it('leads to the lessons about its cues afterwards, and not before', async () => {
    const drawn = await start({ drill: { ...drill, cues: ['link-target'] } });
    expect(screen.queryByRole('link', { name: 'リンクを読む' })).toBeNull();
    await choose(drawn, '切り離す');
    await drawn.user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    expect(screen.getByRole('link', { name: 'リンクを読む' })).toHaveAttribute(
      'href',
      '#/lesson/shelf/links',
    );
    expect(screen.queryByRole('link', { name: '送金の口実' })).toBeNull();
  });

  it('reports the answer, and shows the debrief of an answer that is passed in', async () => {
    const answers: (DrillAnswer | undefined)[] = [];
    const drawn = await start({ onAnswer: (answer) => answers.push(answer) });
    await choose(drawn, '切り離す', '知らせる');
    await drawn.user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    expect(answers).toEqual([{ choices: [], order: ['cut', 'call'] }]);
    await drawn.user.click(screen.getByRole('button', { name: 'もう一度' }));
    expect(answers.at(-1)).toBeUndefined();
    drawn.unmount();
    await start({ answered: { choices: [], order: ['cut', 'call'] } });
    expect(tagOf('変える')).toBe('抜け');
  });

  it('cannot be handed in before a step is chosen', async () => {
    const drawn = await start();
    const submit = screen.getByRole('button', { name: 'この順番で対応する' });
    expect(submit).toBeDisabled();
    await choose(drawn, '切り離す');
    expect(submit).toBeEnabled();
  });

  it('takes steps in the order they are chosen, and takes one back', async () => {
    const drawn = await start();
    await choose(drawn, '知らせる', '切り離す', '変える');
    expect(order()).toEqual(['知らせる', '切り離す', '変える']);
    await choose(drawn, '切り離す');
    expect(order()).toEqual(['知らせる', '変える']);
  });

  it('moves a step up and down, but not beyond the ends', async () => {
    const drawn = await start();
    await choose(drawn, '知らせる', '切り離す');
    expect(screen.getByRole('button', { name: '前へ：知らせる' })).toBeDisabled();
    expect(screen.getByRole('button', { name: '後へ：切り離す' })).toBeDisabled();
    await drawn.user.click(screen.getByRole('button', { name: '前へ：切り離す' }));
    expect(order()).toEqual(['切り離す', '知らせる']);
    await drawn.user.click(screen.getByRole('button', { name: '後へ：切り離す' }));
    expect(order()).toEqual(['知らせる', '切り離す']);
  });

  it('tells what happens meanwhile', async () => {
    const drawn = await start();
    await choose(drawn, '知らせる');
    expect(screen.getByRole('status')).toHaveTextContent('その間に：犯人がログインします。');
  });

  it('says for each step whether it was right, harmful, forgotten or rightly left out, and why', async () => {
    const drawn = await start();
    await choose(drawn, '切り離す', '消す', '変える');
    await drawn.user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    expect(tagOf('切り離す')).toBe('適切');
    expect(tagOf('消す')).toBe('してはいけない');
    expect(tagOf('知らせる')).toBe('抜け');
    for (const { explanation } of drill.steps) expect(screen.getByText(explanation.ja)).toBeInTheDocument();
  });

  it('says which step came too early or too late', async () => {
    const drawn = await start();
    await choose(drawn, '変える', '切り離す', '知らせる');
    await drawn.user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    expect(tagOf('変える')).toBe('早すぎ');
    expect(tagOf('消す')).toBe('避けて正解');
  });

  it('scores 100 in the right order, and can be restarted', async () => {
    const drawn = await start();
    await choose(drawn, '切り離す', '知らせる', '変える');
    await drawn.user.click(screen.getByRole('button', { name: 'この順番で対応する' }));
    expect(screen.getByRole('img', { name: '得点 100 / 100' })).toBeInTheDocument();
    await drawn.user.click(screen.getByRole('button', { name: 'もう一度' }));
    expect(order()).toEqual([]);
  });

  it('offers the steps in an order that is neither that of the file nor the right one', async () => {
    await start();
    const labels = offered()
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    expect(labels).not.toEqual(drill.steps.map(({ label }) => label.ja));
  });

  it('keeps the order when the language changes', async () => {
    const drawn = await start();
    await choose(drawn, '知らせる', '切り離す');
    await speak('en');
    expect(
      screen.getAllByText(/^(Tell|Unplug)$/, { selector: '.step-label' }).map((step) => step.textContent),
    ).toEqual(['Tell', 'Unplug']);
  });
});
