/** The rounds that are being played on this device. */
import type { Move } from '../core/engine/answer.ts';
import { sliced } from '../loading/yielding.ts';
import type { Device } from './device.ts';
import { addMove, readBegun, readRound, replaceMoves, saveMoves } from './queries.ts';
import type { Contents, SavedRound } from './saved-data.ts';
import type { Tabs } from './tabs.ts';

export interface Rounds {
  /** The keys of the rounds that have moves. */
  readonly begun: () => Promise<ReadonlySet<string>>;
  readonly round: (key: string) => Promise<SavedRound>;
  /** Keeps one move of a round that has been read; costs the same however many it has. */
  readonly keepMove: (key: string, move: Move) => Promise<void>;
  readonly keepOpen: (key: string, open: string | undefined) => Promise<void>;
  /** The round now has these moves and no others; one write however many there are. */
  readonly replaceRound: (key: string, moves: readonly Move[]) => Promise<void>;
  readonly forgetRound: (key: string) => Promise<void>;
}

/** The same with what the rest of the memory needs of them. */
export interface RoundShelf extends Rounds {
  readonly all: () => Promise<Contents['rounds']>;
  /** Takes rounds for this sitting's own, in case the device does not keep them. */
  readonly copy: (rounds: Contents['rounds']) => void;
  readonly forgetCopies: () => void;
  /** Writes what was played while the device did not answer; of a round played before as well, the longer one stays. */
  readonly catchUp: () => Promise<void>;
}

/** A round as this sitting knows it: what is left of it if the device fails. */
interface Copy {
  readonly moves: Move[];
  open: string | undefined;
}

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
      return { moves: [...moves], open };
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
        // Which of the latest moves arrived before the connection was lost, nobody knows.
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
      const breathe = sliced();
      const rounds: (SavedRound & { readonly key: string })[] = [];
      for (const key of await begun()) {
        rounds.push({ key, ...(await round(key)) });
        await breathe();
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
