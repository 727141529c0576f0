/** Rounds that were finished and not recorded → their records, from the moves that the device noted. */
import { finishedRound } from '../../core/record/finished-round.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import type { Round } from '../../core/round/played-message.ts';
import type { Problem } from '../../core/scenario/read/problem.ts';
import type { UnrecordedRound } from '../../device/saved-data.ts';
import type { Packs } from '../../packs/content.ts';
import { askedBy, dealRound, isPassing } from '../pages/prepare-round.ts';
import { readInbox } from '../pages/read-inbox.ts';
import { routeOfKey } from './round-key.ts';

/** The outcome for a round: its record; its content is gone or has changed; or unknown for now. */
export type Later = RoundRecord | 'gone' | 'unknown';

/** The record of an earlier round, if its content can be read. */
export async function recordLater({ key, moves, passMark }: UnrecordedRound, packs: Packs): Promise<Later> {
  const round = await roundOf(key, packs);
  if (round === 'gone' || round === 'unknown') return round;
  const known = new Set(round.messages.map(({ message: { id } }) => id));
  if (!moves.every(({ message }) => known.has(message))) return 'gone';
  return finishedRound({ ...round, rules: { ...round.rules, passMark } }, moves);
}

async function roundOf(key: string, packs: Packs): Promise<Round | 'gone' | 'unknown'> {
  const route = routeOfKey(key);
  if (route === undefined) return 'gone';
  const content = await packs.index();
  if (!content.ok) return 'unknown';
  const isThere = (pack: string): boolean => content.value.packs.some(({ id }) => id === pack);
  if (route.screen === 'play') {
    // Avoids a request for a pack that was removed.
    if (!isThere(route.pack)) return 'gone';
    const inbox = await readInbox(route, packs);
    return inbox.ok ? inbox.value : missing(inbox.problems);
  }
  const read = await askedBy(route.parameters, packs);
  if (!read.ok) return missing(read.problems);
  const { asked } = read.value;
  if (asked.packs !== undefined && !asked.packs.some(isThere)) return 'gone';
  const dealt = await dealRound(asked, content.value, packs);
  if (!dealt.ok) return missing(dealt.problems);
  return dealt.value.broken === 0 ? dealt.value.round : 'gone';
}

const missing = (problems: readonly Problem[]): 'gone' | 'unknown' =>
  isPassing(problems) ? 'unknown' : 'gone';
