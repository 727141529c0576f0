import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import { InboxScreen } from '../../../src/play/InboxScreen.tsx';
import { LessonShelf, type ShelvedLesson } from '../../../src/explain/lesson-shelf.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { createGame } from '../../../src/play/store.ts';
import { aMessage, aScenario } from '../../fixtures/builders.ts';
import { draw, speak } from '../../fixtures/screen.tsx';

const shelf: readonly ShelvedLesson[] = [
  {
    title: { ja: 'リンクを読む', en: 'Read a link' },
    cues: ['link-target'],
    href: '#/lesson/shelf/links',
  },
  { title: { ja: '添付を見る', en: 'Attachments' }, cues: ['attachment-type'], href: '#/lesson/shelf/files' },
];

const answered: readonly Move[] = [
  { kind: 'judge', message: 'renewal', verdict: 'legitimate', confidence: 0.9, at: 2 },
  { kind: 'act', message: 'renewal', action: { kind: 'report' }, at: 3 },
  { kind: 'submit', message: 'renewal', at: 4 },
];

/** The inbox with a shelf of lessons, its only message open. */
function drawOpen(moves: readonly Move[]) {
  const scenario = aScenario({ messages: [aMessage({ id: 'renewal' })] });
  const round = inboxRound(scenario, { pack: { id: 'test' }, assets: 'assets/' });
  const game = createGame(round, { moves, now: () => 5 });
  game.openMessage('renewal');
  const nothing = (): void => {};
  return draw(
    <LessonShelf value={shelf}>
      <InboxScreen
        game={game}
        skin="desktop"
        onLeave={nothing}
        onAgain={nothing}
        onPractise={nothing}
        onProgress={nothing}
        onCertificate={nothing}
      />
    </LessonShelf>,
  );
}

describe('the lessons in a debrief', () => {
  it('explain what was missed, in the language of the screen', async () => {
    const { user } = drawOpen(answered);
    const debrief = within(await screen.findByRole('complementary', { name: '振り返り' }));
    await user.click(debrief.getByText(/^すべての解説/));
    expect(await debrief.findByRole('heading', { name: 'ひとくち講座' })).toBeInTheDocument();
    expect(debrief.getByRole('link', { name: 'リンクを読む' })).toHaveAttribute(
      'href',
      '#/lesson/shelf/links',
    );
    expect(debrief.queryByRole('link', { name: '添付を見る' })).toBeNull();
    await speak('en');
    expect(debrief.getByRole('link', { name: 'Read a link' })).toBeInTheDocument();
  });

  it('are not shown before the answer', () => {
    drawOpen([]);
    expect(screen.getByRole('article')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'リンクを読む' })).toBeNull();
    expect(screen.queryByText('ひとくち講座')).toBeNull();
  });
});
