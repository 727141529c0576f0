/** Rounds that were finished and not recorded → their records, from the moves that the device noted. */
import { finishedRound } from '../../core/record/finished-round.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import type { Round } from '../../core/round/played-message.ts';
import type { UnrecordedRound } from '../../device/saved-data.ts';
import type { ReadIndex } from '../../packs/content.ts';
import { askedBy, dealRound } from '../pages/prepare-round.ts';
import { readInbox } from '../pages/read-inbox.ts';
import { routeOfKey } from './round-key.ts';

/** Undefined while the content of the round cannot be read, or is no longer what was played. */
export async function recordLater(
  { key, moves, passMark }: UnrecordedRound,
  index: ReadIndex,
): Promise<RoundRecord | undefined> {
  const round = await roundOf(key, index);
  if (round === undefined) return undefined;
  const known = new Set(round.messages.map(({ message: { id } }) => id));
  if (!moves.every(({ message }) => known.has(message))) return undefined;
  return finishedRound({ ...round, rules: { ...round.rules, passMark } }, moves);
}

async function roundOf(key: string, index: ReadIndex): Promise<Round | undefined> {
  const route = routeOfKey(key);
  if (route === undefined) return undefined;
  if (route.screen === 'play') {
    const inbox = await readInbox(route, index);
    return inbox.ok ? inbox.value : undefined;
  }
  const content = await index();
  if (!content.ok) return undefined;
  const read = await askedBy(route.parameters);
  const dealt = read.ok ? await dealRound(read.value.asked, content.value) : read;
  return dealt.ok && dealt.value.broken === 0 ? dealt.value.round : undefined;
}
