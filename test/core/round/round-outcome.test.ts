import { describe, expect, it } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { roundOutcome } from '../../../src/core/round/round-outcome.ts';
import { roundSoFar } from '../../../src/core/round/round-so-far.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../../fixtures/builders.ts';

const round = inboxRound(
  aScenario({ messages: [aMessage({ id: 'lure' }), aLegitimateMessage({ id: 'mail' })] }),
  { pack: { id: 'test' }, assets: '' },
);
const answered = (
  message: string,
  verdict: 'phish' | 'legitimate',
  kind: 'report' | 'follow',
): readonly Move[] => [
  { kind: 'flag', message, region: 'link/main', at: 0 },
  { kind: 'judge', message, verdict, confidence: 0.9, at: 1 },
  { kind: 'act', message, action: { kind }, at: 2 },
  { kind: 'submit', message, at: 3 },
];
const outcomeOf = (moves: readonly Move[]) => roundOutcome(round.messages, roundSoFar(round, moves));

describe('the outcome of a round', () => {
  it('counts a lure as stopped only if it was called phishing and not followed', () => {
    expect(outcomeOf(answered('lure', 'phish', 'report')).stopped).toBe(1);
    expect(outcomeOf(answered('lure', 'phish', 'follow')).stopped).toBe(0);
    expect(outcomeOf(answered('lure', 'legitimate', 'report')).stopped).toBe(0);
    expect(outcomeOf([])).toMatchObject({ lures: 1, stopped: 0, genuine: 1, passed: 0, isAllRight: false });
  });

  it('names whom the player doubted too much, and the best find', () => {
    const { doubted, bestFind } = outcomeOf([
      ...answered('lure', 'phish', 'report'),
      ...answered('mail', 'phish', 'report'),
    ]);
    expect(doubted.map(({ played }) => played.message.id)).toEqual(['mail']);
    expect(bestFind?.played.message.id).toBe('lure');
  });
});
