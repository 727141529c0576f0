/** Pauses the game for the page around its frame. */
import { createRoot, type Root } from 'react-dom/client';
import type { HostMessage } from '../../lms/frame/frame-messages.ts';
import { type GameClock, gameClock } from '../../play/game-clock.ts';
import { PauseCover } from './PauseCover.tsx';

type Pause = Extract<HostMessage, { type: 'pause' }>;

/** Returns the handler for the host's `pause` message: makes the game inert, covers it and stops the clock, unless the host lets it run. */
export function createHold(page: Document, clock: GameClock): (message: Pause) => void {
  let cover: Root | undefined;
  /** The element that had the focus; it gets it back. */
  let before: Element | null = null;
  return ({ paused, timer }) => {
    const timed = timer === 'runs';
    if (cover === undefined) {
      const place = page.createElement('div');
      page.body.append(place);
      cover = createRoot(place);
    }
    if (paused && !timed) clock.stop();
    else clock.goOn();
    const game = page.getElementById('root');
    if (game !== null && game.inert !== paused) {
      if (paused) before = page.activeElement;
      game.inert = paused;
      if (!paused && before instanceof HTMLElement) before.focus();
    }
    cover.render(<PauseCover paused={paused} timed={timed} />);
  };
}

/** The handler of this page. */
export const holdGame = createHold(document, gameClock);
