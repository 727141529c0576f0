/** What the device keeps, in the game's own types. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import type { Move } from '../core/engine/answer.ts';
import { movesFrom } from '../core/engine/move-log.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Settings } from './settings.ts';

/** How far a round has come. A round that has not begun has no moves and no open message. */
export interface SavedRound {
  readonly moves: readonly Move[];
  /** The id of the open message. */
  readonly open: string | undefined;
  /** How many stored moves could not be read, such as stamps of an ink that only a newer version knows; absent for none. */
  readonly unread?: number;
}

/** The latest result of a finished drill. */
export interface FinishedDrill {
  /** `pack/drill`, or `pack/scenario/drill` for a drill of a scenario. */
  readonly key: string;
  /** 0 to 1. */
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const longestKey = 200;

/** Parses an untrusted drill result; undefined if it is not valid. */
export function drillResultFrom(key: unknown, value: unknown): FinishedDrill | undefined {
  if (typeof key !== 'string' || key === '' || key.length > longestKey || !isFields(value)) return undefined;
  const { score, at } = value;
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) return undefined;
  return typeof at === 'number' && Number.isFinite(at) ? { key, score, at } : undefined;
}

/** A finished round that has no record yet, with everything a record is made of. */
export interface UnrecordedRound {
  /** The round's key. */
  readonly key: string;
  readonly moves: readonly Move[];
  /** 0 to 100, if the round has one. */
  readonly passMark?: number;
}

/** An unrecorded round in a value from outside; undefined if it is not one. */
export function unrecordedFrom(value: unknown): UnrecordedRound | undefined {
  if (!isFields(value)) return undefined;
  const { key, passMark } = value;
  const moves = movesFrom(value['moves']);
  if (typeof key !== 'string' || moves === undefined || moves.length === 0) return undefined;
  const isMark = typeof passMark === 'number' && passMark >= 0 && passMark <= 100;
  return { key, moves, ...(isMark && { passMark }) };
}

/** Everything that is kept, except the schedule, which is derived from the records. */
export interface Contents {
  readonly settings: Partial<Settings>;
  readonly rounds: readonly (SavedRound & { readonly key: string })[];
  readonly records: readonly RoundRecord[];
  readonly drills: readonly FinishedDrill[];
}
