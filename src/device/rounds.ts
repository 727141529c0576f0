/** The unfinished rounds on this device. */
import type { Move } from '../core/engine/answer.ts';
import { sliced } from '../loading/yielding.ts';
import type { Device } from './device.ts';
import { addMove, readBegun, readRound, replaceMoves, saveMoves } from './queries.ts';
import type { Contents, SavedRound } from './saved-data.ts';
import type { Tabs } from './tabs.ts';

/** Unfinished rounds and their moves. */
export interface Rounds {
  /** The keys of rounds that have moves. */
  readonly begun: () => Promise<ReadonlySet<string>>;
  readonly round: (key: string) => Promise<SavedRound>;
  /** Stores one move of a round that has been read before. Takes the same time for any number of moves. */
  readonly keepMove: (key: string, move: Move) => Promise<void>;
  readonly keepOpen: (key: string, open: string | undefined) => Promise<void>;
  /** Replaces the moves of a round in a single write. */
  readonly replaceRound: (key: string, moves: readonly Move[]) => Promise<void>;
  readonly forgetRound: (key: string) => Promise<void>;
}

/** `Rounds` with what the rest of the memory needs. */
export interface RoundShelf extends Rounds {
  readonly all: () => Promise<Contents['rounds']>;
  /** Keeps rounds in memory, in case the device does not store them. */
  readonly copy: (rounds: Contents['rounds']) => void;
  readonly forgetCopies: () => void;
  /**
   * Writes what was played while the device did not answer. If the device has a longer log of the same round, that
   * one stays.
   */
  readonly catchUp: () => Promise<void>;
}

/** This page's copy of a round, used if the device fails. */
interface Copy {
  readonly moves: Move[];
  open: string | undefined;
}

/** Unfinished rounds on a device, in step with other tabs. */
export function roundShelf(device: Device, tabs: Tabs): RoundShelf {
  const copies = new Map<string, Copy>();
  const copyOf = (key: string): Copy => {
    const known = copies.get(key) ?? { moves: [], open: undefined };
    copies.set(key, known);
    return known;
  };
  const put = ({ key, moves, open }: Contents['rounds'][number]): void =>
    void copies.set(key, { moves: [...moves], open });

  async function begun(): Promise<ReadonlySet<string>> {
    const keys = new Set(await device.read(readBegun));
    if (device.loss() === undefined) return keys;
    for (const [key, { moves }] of copies) {
      if (moves.length > 0) keys.add(key);
      else keys.delete(key);
    }
    return keys;
  }

  async function round(key: string): Promise<SavedRound> {
    for (;;) {
      const before = device.writes();
      const isAhead = device.loss() !== undefined && copies.has(key);
      const found = isAhead ? undefined : await device.read((open) => readRound(open, key));
      // A move was written while we were reading: read again.
      if (device.writes() !== before) continue;
      if (found !== undefined) put({ key, ...found });
      const { moves, open } = copyOf(key);
      return { moves: [...moves], open, ...(found?.unread !== undefined && { unread: found.unread }) };
    }
  }

  async function replaceRound(key: string, moves: readonly Move[]): Promise<void> {
    put({ key, moves, open: undefined });
    if (await device.write((open) => replaceMoves(open, key, moves))) tabs.tell({ kind: 'round', key });
  }

  return {
    begun,
    round,
    replaceRound,
    forgetRound: (key) => replaceRound(key, []),
    keepMove: async (key, move) => {
      copyOf(key).moves.push(move);
      const isKept = await device.write(
        (open) => addMove(open, key, move),
        // It is unknown which of the latest moves were stored before the connection was lost.
        (open) => saveMoves(open, key, [...copyOf(key).moves]),
      );
      if (isKept) tabs.tell({ kind: 'round', key });
    },
    keepOpen: async (key, message) => {
      copyOf(key).open = message;
      await device.write(
        (open) => open.put('rounds', { open: message }, key),
        (open) => open.put('rounds', { open: copyOf(key).open }, key),
      );
    },
    all: async () => {
      const yieldNow = sliced();
      const rounds: (SavedRound & { readonly key: string })[] = [];
      for (const key of await begun()) {
        const { moves, open } = await round(key);
        rounds.push({ key, moves, open });
        await yieldNow();
      }
      return rounds;
    },
    copy: (rounds) => {
      for (const one of rounds) put(one);
    },
    forgetCopies: () => copies.clear(),
    catchUp: async () => {
      for (const [key, { moves, open: message }] of copies) {
        const kept = await device.read((open) => readRound(open, key));
        if (kept !== undefined && kept.moves.length <= moves.length) {
          await device.write((open) => replaceMoves(open, key, moves));
          await device.write((open) => open.put('rounds', { open: message }, key));
        }
        tabs.hear({ kind: 'round', key });
        tabs.tell({ kind: 'round', key });
      }
    },
  };
}
