/** What is wrong with a file, in words a trainer understands. */
import type { Localized } from '../format/text.ts';

export type Severity = 'error' | 'warning';

export interface Problem {
  /** Name of the rule that found it, as in content/README.md. */
  readonly rule: string;
  /** An error keeps the file out of play; a warning does not. */
  readonly severity: Severity;
  readonly file: string;
  /** JSON path from the root of the file; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do. */
  readonly text: Localized;
}

/** A problem before its place in the text of a file is looked up. */
export type UnplacedProblem = Pick<Problem, 'rule' | 'severity' | 'path' | 'text'>;

/** A value, or what is wrong with it; `problems` beside a value are warnings. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
