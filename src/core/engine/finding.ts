/** One explained line of the engine, about a clue, a decoy, a reassurance or an unexplained region. */
import type { RegionKind } from '../scenario/layout/regions.ts';
import type { Clue, Decoy, Reassurance, Weight } from '../scenario/format/solution.ts';
import type { Localized } from '../scenario/format/text.ts';

/** The subject of a finding; `general` is an innocent region that no author explained. */
export type Subject =
  | { readonly kind: 'clue'; readonly clue: Clue; readonly weight: Weight; readonly title: Localized }
  | { readonly kind: 'decoy'; readonly decoy: Decoy }
  | { readonly kind: 'myth'; readonly decoy: Decoy }
  | { readonly kind: 'reassurance'; readonly reassurance: Reassurance }
  | { readonly kind: 'general'; readonly region: string; readonly regionKind: RegionKind };

/**
 * `hit`: the fact that the clue proves was found, through this clue or, if `flagged` is false, through another.
 * `miss`: it was not found. `falseAlarm`: a flag that cost points. `neutral`: a myth, flagged or not; also a flag
 * on a decoy or reassurance that shares its region with a clue or myth. `passed`: a decoy or reassurance rightly
 * left alone (correct rejection).
 */
export type Outcome = 'hit' | 'miss' | 'falseAlarm' | 'neutral' | 'passed';

/** One explained line of the engine. */
export interface Finding {
  readonly outcome: Outcome;
  readonly subject: Subject;
  /** Keys of the regions where it lies. */
  readonly regions: readonly string[];
  /** Whether the player flagged one of these regions. */
  readonly flagged: boolean;
}
