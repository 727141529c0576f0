import { describe, expect, it } from 'vitest';
import { inboxRound, inboxRules } from '../../src/core/round/played-message.ts';
import { createGame, type Game } from '../../src/play/store.ts';
import { toneAfter } from '../../src/play/tone-after.ts';
import type { RoundRules } from '../../src/core/round/round-settings.ts';
import type { Truth } from '../../src/core/scenario/format/solution.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';

const scenario = aScenario({ messages: [aMessage({ id: 'lure' }), aLegitimateMessage({ id: 'mail' })] });

/** The tones during an action. */
function heard(rules: Partial<RoundRules>, play: (game: Game) => void): readonly (string | undefined)[] {
  const round = inboxRound(scenario, { pack: { id: 'test' }, assets: '' });
  const game = createGame({ ...round, rules: { ...inboxRules, ...rules } }, { now: () => 1 });
  const tones: (string | undefined)[] = [];
  game.onEvent((event) => tones.push(toneAfter(game, event, game.store.getState().moves)));
  play(game);
  return tones.filter((tone) => tone !== undefined);
}

function answer(game: Game, message: string, verdict: Truth): void {
  game.openMessage(message);
  game.judge(message, verdict, 0.9);
  game.act(message, { kind: 'report' });
  game.submit(message);
}

describe('the tones of a round', () => {
  it('are the same for a flag on a clue and on an innocent part, and absent when a flag is removed', () => {
    const tones = heard({}, (game) => {
      for (const region of ['link/main', 'slot/greeting', 'field/subject', 'link/main']) {
        game.toggleFlag('lure', region);
      }
    });
    expect(tones).toEqual(['stamp', 'stamp', 'stamp']);
  });

  it('are absent for opening, judging and hints', () => {
    expect(
      heard({}, (game) => {
        game.openMessage('lure');
        game.judge('lure', 'phish', 0.5);
        game.judge('lure', 'legitimate', 0.5);
        game.takeHint('lure');
      }),
    ).toEqual([]);
  });

  it('say with the debrief whether the verdict was right', () => {
    const tones = heard({}, (game) => {
      answer(game, 'lure', 'phish');
      answer(game, 'mail', 'phish');
      game.finish();
    });
    expect(tones).toEqual(['found', 'missed', 'end']);
  });

  it('wait for the player’s reason if the round asks for one', () => {
    const before = heard({ reason: true }, (game) => {
      game.toggleFlag('lure', 'link/main');
      answer(game, 'lure', 'phish');
    });
    expect(before).toEqual(['stamp']);
    const after = heard({ reason: true }, (game) => {
      game.toggleFlag('lure', 'link/main');
      answer(game, 'lure', 'phish');
      game.giveReason('lure', { kind: 'whole' });
    });
    expect(after).toEqual(['stamp', 'found']);
    // Without a flag, no reason is asked for.
    expect(heard({ reason: true }, (game) => answer(game, 'mail', 'phish'))).toEqual(['missed']);
  });

  it('reveal no answer in a round that is explained at its end', () => {
    const tones = heard({ debrief: 'end' }, (game) => {
      answer(game, 'lure', 'phish');
      answer(game, 'mail', 'phish');
      game.finish();
    });
    expect(tones).toEqual(['end']);
  });
});
