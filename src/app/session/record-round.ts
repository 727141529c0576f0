/** Stores the record of a finished round: at once, or later if code for it did not load. */
import type { Move } from '../../core/engine/answer.ts';
import { roundId } from '../../core/record/round-id.ts';
import type { Round } from '../../core/round/played-message.ts';
import type { Memory } from '../../device/memory.ts';
import { askAgain, LoadFailure, loadOnce } from '../../loading/load-once.ts';
import type { Packs } from '../../packs/content.ts';

const finishing = loadOnce(() => import('../../core/record/finished-round.ts'));
const rebuilding = loadOnce(() => import('./unrecorded-rounds.ts'));

/** Stores the record of a finished round. Until then, the device lists the round as unrecorded. */
export async function recordRound(
  memory: Memory,
  key: string,
  round: Round,
  moves: readonly Move[],
): Promise<void> {
  const { passMark } = round.rules;
  const [loaded] = await Promise.all([
    unlessMissing(finishing()),
    memory.noteFinished({ key, moves, ...(passMark !== undefined && { passMark }) }),
  ]);
  if (loaded !== undefined) await memory.keepRecord(loaded.finishedRound(round, moves));
}

/** The ids of rounds whose content is gone or has changed. They are tried once in each page, because the content may come back. */
const gone = new WeakMap<Memory, Set<string>>();

/** Stores missing records, including those of earlier visits, if their rounds can be read now. */
export async function recordMissing(memory: Memory, packs: Packs): Promise<void> {
  const given = gone.get(memory) ?? new Set();
  gone.set(memory, given);
  const missing = (await memory.unrecorded()).filter(({ moves }) => !given.has(roundId(moves)));
  if (missing.length === 0) return;
  askAgain();
  const loaded = await unlessMissing(rebuilding());
  if (loaded === undefined) return;
  for (const one of missing) {
    const later = (await unlessMissing(loaded.recordLater(one, packs))) ?? 'unknown';
    if (later === 'gone') given.add(roundId(one.moves));
    else if (later !== 'unknown') await memory.keepRecord(later);
  }
}

/** Undefined if a part of the game does not load: the record stays missing until the next attempt. */
async function unlessMissing<Value>(loading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof LoadFailure) return undefined;
    throw error;
  }
}
