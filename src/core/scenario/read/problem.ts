/** What is wrong with a file, in words that a trainer understands. */
import type { Localized } from '../format/text.ts';
import type { Path } from './locate.ts';

/** How serious a problem is. */
export type Severity = 'error' | 'warning';

/** A change that mends a problem and changes no meaning. The path leads from the root of the file. */
export type Fix =
  | { readonly kind: 'set'; readonly path: Path; readonly value: string }
  | { readonly kind: 'remove'; readonly path: Path }
  /** Gives a field another name. */
  | { readonly kind: 'rename'; readonly path: Path; readonly name: string };

/** Something wrong in a file, with its place. */
export interface Problem {
  /** The name of the rule that found it, as in content/README.md. */
  readonly rule: string;
  /** A file with an error cannot be played; a warning does not matter to play. */
  readonly severity: Severity;
  readonly file: string;
  /** JSON path from the root of the file; empty for the whole file. */
  readonly path: readonly (string | number)[];
  /** The id of the message that it is in, where that has one. */
  readonly message?: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do. */
  readonly text: Localized;
  /** Present if there is one right way to mend it. */
  readonly fix?: Fix;
}

/** A problem whose position in the text has not been looked up yet. */
export type UnplacedProblem = Pick<Problem, 'rule' | 'severity' | 'path' | 'text' | 'fix'>;

/** A value, or what is wrong with it. `problems` beside a value are warnings. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
