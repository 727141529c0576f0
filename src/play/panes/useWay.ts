import { useCallback, useState } from 'react';
import type { ListEntry } from '../../inbox/message/MessageList.tsx';
import type { Game } from '../store.ts';

/** Where the player can go from the open message. */
export interface Way {
  /** Whether the player led here, so that the focus goes to what is read. */
  readonly led: boolean;
  /** The next message to answer. */
  readonly next: string | undefined;
  readonly goOn: () => void;
  readonly openRow: (row: string) => void;
  readonly toList: () => void;
}

/** The way on and back from `open`, a message id, or from the list. */
export function useWay(game: Game, open: string | undefined, entries: readonly ListEntry[]): Way {
  const [led, setLed] = useState(false);
  const next = nextAfter(open, entries);
  const openRow = useCallback(
    (row: string) => {
      setLed(true);
      game.openMessage(row);
    },
    [game],
  );
  return {
    led,
    next,
    openRow,
    goOn: () => {
      if (next !== undefined) openRow(next);
      else game.finish();
    },
    toList: () => {
      setLed(true);
      game.openMessage(undefined);
    },
  };
}

/** The next message to answer: down the list from the open one, then on from the top. */
function nextAfter(open: string | undefined, entries: readonly ListEntry[]): string | undefined {
  const at = entries.findIndex(({ message }) => message.id === open);
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))].find(
    ({ state }) => state !== 'answered',
  )?.message.id;
}
