/** One explained line of the engine: what it says of one clue, decoy, reassurance or unexplained region. */
import type { RegionKind } from '../scenario/layout/regions.ts';
import type { Clue, Decoy, Reassurance, Weight } from '../scenario/format/solution.ts';
import type { Localized } from '../scenario/format/text.ts';

/** What a finding is about; `general` is an innocent region that no author explained. */
export type Subject =
  | { readonly kind: 'clue'; readonly clue: Clue; readonly weight: Weight; readonly title: Localized }
  | { readonly kind: 'decoy'; readonly decoy: Decoy }
  | { readonly kind: 'myth'; readonly decoy: Decoy }
  | { readonly kind: 'reassurance'; readonly reassurance: Reassurance }
  | { readonly kind: 'general'; readonly region: string; readonly regionKind: RegionKind };

/**
 * `hit`: the fact that the clue proves was found, here or, if `flagged` is false, by another of its clues. `miss`: it was not.
 * `falseAlarm`: a flag that cost.
 * `neutral`: a myth, flagged or not; also a flag that met a decoy or reassurance only where it shares a region with a clue or myth.
 * `passed`: a decoy or reassurance rightly left alone (correct rejection).
 */
export type Outcome = 'hit' | 'miss' | 'falseAlarm' | 'neutral' | 'passed';

export interface Finding {
  readonly outcome: Outcome;
  readonly subject: Subject;
  /** Keys of the regions it lies in. */
  readonly regions: readonly string[];
  /** Whether the player flagged one of them. */
  readonly flagged: boolean;
}
