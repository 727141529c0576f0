import { describe, expect, it } from 'vitest';
import { roundProgress } from '../../../src/app/session/round-progress.ts';
import type { Move } from '../../../src/core/engine/answer.ts';
import { inboxRound, type Round } from '../../../src/core/round/played-message.ts';
import { createGame } from '../../../src/play/store.ts';
import { aScenario } from '../../fixtures/builders.ts';

const answered = (message: string): readonly Move[] => [
  { kind: 'judge', message, verdict: 'phish', confidence: 0.75, at: 1 },
  { kind: 'act', message, action: { kind: 'report' }, at: 2 },
  { kind: 'submit', message, at: 3 },
];

/** The marks of a round through a lure and a genuine message, in that order. */
function marks(moves: readonly Move[], rules: Partial<Round['rules']> = {}, open?: string) {
  const round = inboxRound(aScenario(), { pack: { id: 'test' }, assets: '' });
  const game = createGame({ ...round, rules: { ...round.rules, ...rules } }, { moves, now: () => 4 });
  if (open !== undefined) game.openMessage(open);
  return roundProgress(game).marks;
}

describe('the progress of a round', () => {
  it('shows what is open, and what was judged right or wrong', () => {
    expect(marks([], {}, 'genuine')).toEqual(['new', 'open']);
    expect(marks(answered('notice'))).toEqual(['right', 'new']);
    expect(marks([...answered('notice'), ...answered('genuine')])).toEqual(['right', 'wrong']);
  });

  it('tells nothing before the debrief: not before the reason, nor before the end of an assessment', () => {
    expect(marks(answered('notice'), { debrief: 'each', reason: true })).toEqual(['done', 'new']);
    const reason: Move = { kind: 'reason', message: 'notice', reason: { kind: 'unsaid' }, at: 4 };
    expect(marks([...answered('notice'), reason], { debrief: 'each', reason: true })).toEqual([
      'right',
      'new',
    ]);
    expect(marks(answered('notice'), { debrief: 'end' })).toEqual(['done', 'new']);
  });
});
