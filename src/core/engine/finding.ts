/** One explained line of the engine, about a clue, a decoy, a reassurance or an unexplained region. */
import type { Ink } from '../scenario/format/vocabulary.ts';
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
 * `hit`: the fact that the clue proves was found, here or, if `flagged` is false, by another of its clues; or a reassurance was flagged
 * with trust. `miss`: the fact was not found, also where trust was flagged on it; or no reassurance was.
 * `falseAlarm`: a flag that cost, in whichever ink.
 * `neutral`: a myth, flagged or not; also any other flag that neither cost nor earned.
 * `passed`: a decoy rightly left alone (correct rejection), a reassurance where another one was found, or a clue that is seen only
 * after opening a page or a file.
 */
export type FindingOutcome = 'hit' | 'miss' | 'falseAlarm' | 'neutral' | 'passed';

/** One explained line of the engine. */
export interface Finding {
  readonly outcome: FindingOutcome;
  readonly subject: Subject;
  /** Keys of the regions where it lies. */
  readonly regions: readonly string[];
  /** Whether the player flagged one of these regions. */
  readonly flagged: boolean;
  /** In which ink; trust where both were, since it is the one to explain on a clue. Absent where nothing was flagged. */
  readonly ink?: Ink;
  /** Why a flag cost nothing in a genuine message: the player's own sources confirm it, or the best action is about just this. */
  readonly spared?: 'confirmed' | 'prudent';
}
