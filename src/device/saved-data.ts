/** What the device keeps, in the shapes the game uses. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import type { Move } from '../core/engine/answer.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Settings } from './settings.ts';

/** How far a round has come; before its first move there are none, and nothing is open. */
export interface SavedRound {
  readonly moves: readonly Move[];
  /** The open message. */
  readonly open: string | undefined;
}

/** A drill that was played to its end, as it went the last time. */
export interface FinishedDrill {
  /** `pack/drill`, or `pack/scenario/drill` for a drill of a scenario. */
  readonly key: string;
  /** 0 to 1. */
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const longestKey = 200;

/** The result of a drill in values from outside; undefined where they are none. */
export function drillResultFrom(key: unknown, value: unknown): FinishedDrill | undefined {
  if (typeof key !== 'string' || key === '' || key.length > longestKey || !isFields(value)) return undefined;
  const { score, at } = value;
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) return undefined;
  return typeof at === 'number' && Number.isFinite(at) ? { key, score, at } : undefined;
}

/** All that is kept but the schedule, which follows from the records. */
export interface Contents {
  readonly settings: Partial<Settings>;
  readonly rounds: readonly (SavedRound & { readonly key: string })[];
  readonly records: readonly RoundRecord[];
  readonly drills: readonly FinishedDrill[];
}
