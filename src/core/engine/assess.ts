/** One message and its answer → what the engine says of it. */
import type { Clue, Decoy, Localized, Message, Reassurance, Truth, Weight } from '../scenario/schema.ts';
import type { RegionKind } from '../scenario/regions.ts';
import type { Action, Answer } from './answer.ts';

/** What a finding is about; `general` is an innocent region that no author explained. */
export type Subject =
  | { readonly kind: 'clue'; readonly clue: Clue; readonly weight: Weight; readonly title: Localized }
  | { readonly kind: 'decoy'; readonly decoy: Decoy }
  | { readonly kind: 'myth'; readonly decoy: Decoy }
  | { readonly kind: 'reassurance'; readonly reassurance: Reassurance }
  | { readonly kind: 'general'; readonly region: string; readonly regionKind: RegionKind };

/** `neutral`: a myth, flagged or not. `passed`: a decoy or reassurance rightly left alone (correct rejection). */
export type Outcome = 'hit' | 'miss' | 'falseAlarm' | 'neutral' | 'passed';

export interface Finding {
  readonly outcome: Outcome;
  readonly subject: Subject;
  /** Keys of the regions it lies in. */
  readonly regions: readonly string[];
  readonly flagged: boolean;
}

export interface Assessment {
  readonly message: string;
  readonly truth: Truth;
  /** All three 0 to 1. */
  readonly evidence: number;
  readonly judgement: number;
  readonly handling: number;
  /** Weighted sum, 0 to 100, not rounded. */
  readonly score: number;
  readonly correct: boolean;
  readonly verdict: Truth;
  readonly confidence: number;
  readonly action: Action;
  /** Clues first, deciding ones foremost; then false alarms, myths, what was rightly left alone. */
  readonly findings: readonly Finding[];
  readonly factsFound: number;
  readonly facts: number;
}
export type { Answer, Message };
