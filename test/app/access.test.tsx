import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import ProblemScreen from '../../src/app/shell/ProblemScreen.tsx';
import { StartScreen } from '../../src/app/pages/StartScreen.tsx';
import { openMemory } from '../../src/device/memory.ts';
import type { Move } from '../../src/core/engine/answer.ts';
import { aScenario, both } from '../fixtures/builders.ts';
import { aRichMessage } from '../fixtures/rich-message.ts';
import { draw, play } from '../fixtures/screen.tsx';

/** Returns what axe reports. jsdom has no layout, so colours and sizes are checked in a real browser, in test/e2e. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const scenario = aScenario({ messages: [aRichMessage()] });
const answered: readonly Move[] = [
  { kind: 'flag', message: 'notice', region: 'field/date', at: 0 },
  { kind: 'judge', message: 'notice', verdict: 'phish', confidence: 1, at: 1 },
  { kind: 'act', message: 'notice', action: { kind: 'report' }, at: 2 },
  { kind: 'submit', message: 'notice', at: 3 },
];

describe('axe finds nothing wrong with', () => {
  it('the start page without content', async () => {
    const memory = await openMemory(() => undefined);
    draw(<StartScreen index={async () => ({ ok: false, problems: [] })} memory={memory} onGo={() => {}} />);
    await screen.findByRole('alert');
    expect(await faults()).toEqual([]);
  });

  it('an open message with its details and its original', async () => {
    const { user } = play(scenario, { open: 'notice' });
    await user.click(screen.getByText('詳細を表示'));
    await user.click(screen.getByText('原文を表示'));
    await screen.findByText('Message-ID', { selector: 'dt' });
    await screen.findByLabelText('メッセージの原文');
    expect(await faults()).toEqual([]);
  });

  it('the lens and the mock page', async () => {
    const { user } = play(scenario, { open: 'notice' });
    await user.click(screen.getByLabelText('リンク先を調べる：確認する'));
    await screen.findByRole('dialog');
    expect(await faults()).toEqual([]);
    await user.click(await screen.findByText('開いてみる（模擬ページ）'));
    await screen.findByRole('dialog', { name: '模擬ブラウザー' });
    expect(await faults()).toEqual([]);
  });

  it('the debrief and the result', async () => {
    const { user } = play(scenario, { open: 'notice', moves: answered });
    await screen.findByRole('complementary', { name: '振り返り' });
    expect(await faults()).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: '結果を見る' })[0] ?? document.body);
    await screen.findByRole('heading', { name: /^ラウンドの成績/ });
    expect(await faults()).toEqual([]);
  });

  it('the list of problems of a file', async () => {
    const problem = { rule: 'json', severity: 'error', file: 'a.json', path: ['messages', 0] } as const;
    draw(
      <ProblemScreen
        problems={[{ ...problem, line: 1, column: 2, text: both('…') }]}
        tries={0}
        onAgain={() => {}}
        onLeave={() => {}}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('このファイルは使えません');
    expect(await faults()).toEqual([]);
  });
});
