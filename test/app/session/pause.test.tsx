import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createGameClock } from '../../../src/play/game-clock.ts';
import { createHold } from '../../../src/app/session/pause.tsx';
import { RoundTimer } from '../../../src/play/RoundTimer.tsx';
import { draw, drawOnUse } from '../../fixtures/screen.tsx';

function aHeldGame() {
  let time = 0;
  const clock = createGameClock(() => time);
  const game = document.createElement('div');
  game.id = 'root';
  const button = document.createElement('button');
  game.append(button);
  document.body.append(game);
  button.focus();
  const hold = createHold(document, clock);
  return {
    game,
    button,
    clock,
    pass: (milliseconds: number) => void (time += milliseconds),
    pause: (paused: boolean, timer?: 'runs') =>
      act(async () => {
        hold({ type: 'pause', paused, ...(timer && { timer }) });
        await Promise.resolve();
      }),
  };
}

afterEach(() => document.body.replaceChildren());

describe('a game paused by the page around it', () => {
  it('ignores input, says so, and continues with the focus where it was', async () => {
    const { game, button, pause } = aHeldGame();
    await pause(true);
    expect(game.inert).toBe(true);
    const words = await screen.findByText(/一時停止しています/);
    expect(words.closest('[role="status"]')).toHaveTextContent('時間は進みません');
    button.blur();
    await pause(false);
    expect(game.inert).toBe(false);
    expect(button).toHaveFocus();
    expect(screen.queryByText(/一時停止/)).toBeNull();
  });

  it('stops its clock, unless the host lets it run', async () => {
    const { clock, pass, pause } = aHeldGame();
    await pause(true);
    pass(60_000);
    await pause(false);
    expect(clock.now()).toBe(0);
    await pause(true, 'runs');
    expect(await screen.findByText(/時間は進み続けます/)).toBeInTheDocument();
    pass(60_000);
    await pause(false);
    expect(clock.now()).toBe(60_000);
  });

  it('shows the same remaining time after a pause of a minute', async () => {
    const { clock, pass, pause } = aHeldGame();
    let ended = 0;
    const timer = () => (
      <RoundTimer
        moves={[{ kind: 'open', message: 'lure', at: 0 }]}
        seconds={50}
        extendable={false}
        now={clock.now}
        onExtend={() => undefined}
        onEnd={() => (ended += 1)}
      />
    );
    const drawn = await drawOnUse(timer());
    const before = (await screen.findByRole('timer')).textContent;
    await pause(true);
    pass(60_000);
    drawn.rerender(timer());
    await pause(false);
    expect(screen.getByRole('timer')).toHaveTextContent(before);
    expect(ended).toBe(0);
    pass(60_000);
    drawn.unmount();
    draw(timer());
    expect(ended).toBe(1);
  });
});
