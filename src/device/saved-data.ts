/** What the device keeps, in the shapes the game uses. */
import type { Move } from '../core/engine/answer.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Settings } from './settings.ts';

/** How far a round has come; before its first move there are none, and nothing is open. */
export interface SavedRound {
  readonly moves: readonly Move[];
  /** The open message. */
  readonly open: string | undefined;
}

/** All that is kept but the schedule, which follows from the records. */
export interface Contents {
  readonly settings: Partial<Settings>;
  readonly rounds: readonly (SavedRound & { readonly key: string })[];
  readonly records: readonly RoundRecord[];
}
