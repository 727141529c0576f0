/**
 * A pack being written. The texts of its files are the truth: a change edits a text, and what can be drawn or is wrong is read
 * from it. Plain values; every function returns a new draft.
 */
import type { Path } from '../scenario/read/locate.ts';
import {
  type ValueChange,
  inverseOf,
  type TextReplacement,
  replaced,
  replacementFor,
  type TextSpan,
} from './change-text.ts';
import { followingChanges } from './follow.ts';
import { type DraftFile, readFile, type ScenarioFile, shifted, withReplacements } from './read-file.ts';

/** The files of a pack and how they came to be what they are. */
export interface Draft {
  /** By path from the folder content/. */
  readonly files: ReadonlyMap<string, DraftFile>;
  /** The steps that can be undone, the last one first. */
  readonly past?: History;
  /** The steps that can be made again, the next one first. */
  readonly future?: History;
}

interface History {
  readonly step: Step;
  readonly rest?: History;
}

/** What one action of the author changed: replacements in one file, made one after the other. */
interface Step {
  readonly path: string;
  readonly replacements: readonly TextReplacement[];
}

/** Opens files as a draft, by their paths from the folder content/. Whatever the texts are, they are kept. */
export function openDraft(texts: ReadonlyMap<string, string>): Draft {
  return { files: new Map([...texts].map(([path, text]) => [path, readFile(path, text)])) };
}

/** The texts to save. Law: a draft that was only opened has the texts it was opened with. */
export const textsOf = ({ files }: Draft): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, { text }]) => [path, text]));

/**
 * Changes one value of a file. Quotations of a changed text follow it in the same step. Undefined where the file has no such
 * place, or is no JSON at present: then only `changeText` can mend it.
 */
export function changeValue(draft: Draft, path: string, change: ValueChange): Draft | undefined {
  const file = draft.files.get(path);
  if (file === undefined || file.kind === 'broken') return undefined;
  const replacements = file.kind === 'scenario' ? inScenario(file, change) : inText(file.text, change);
  return replacements && withStep(draft, file, replacements);
}

/** Changes a stretch of a file as typed by the author. Undefined where the text has no such stretch. */
export function changeText(draft: Draft, path: string, replacement: TextReplacement): Draft | undefined {
  const file = draft.files.get(path);
  const { start, end } = replacement;
  if (file === undefined || start < 0 || end < start || end > file.text.length) return undefined;
  return withStep(draft, file, [replacement]);
}

/** The draft before its last step; undefined if there is none. */
export function undo(draft: Draft): Draft | undefined {
  const { past, future } = draft;
  return past && retraced(draft, past, (step) => ({ past: past.rest, future: historyOf(step, future) }));
}

/** The draft with the step made again that was undone last; undefined if there is none. */
export function redo(draft: Draft): Draft | undefined {
  const { past, future } = draft;
  return future && retraced(draft, future, (step) => ({ past: historyOf(step, past), future: future.rest }));
}

function withStep(draft: Draft, file: DraftFile, replacements: readonly TextReplacement[]): Draft {
  const step = { path: file.path, replacements: inversesOf(file.text, replacements) };
  const files = new Map(draft.files).set(file.path, withReplacements(file, replacements));
  return { files, past: historyOf(step, draft.past) };
}

/** Makes the replacements of a step and passes on the step that takes them back. */
function retraced(
  draft: Draft,
  { step: { path, replacements } }: History,
  histories: (inverse: Step) => { readonly past: History | undefined; readonly future: History | undefined },
): Draft | undefined {
  const file = draft.files.get(path);
  if (file === undefined) return undefined;
  const { past, future } = histories({ path, replacements: inversesOf(file.text, replacements) });
  const files = new Map(draft.files).set(path, withReplacements(file, replacements));
  return { files, ...(past && { past }), ...(future && { future }) };
}

const historyOf = (step: Step, rest: History | undefined): History => ({ step, ...(rest && { rest }) });

/** The replacements that take others back, in the order in which to make them. */
function inversesOf(text: string, replacements: readonly TextReplacement[]): readonly TextReplacement[] {
  const inverses: TextReplacement[] = [];
  let now = text;
  for (const replacement of replacements) {
    inverses.unshift(inverseOf(replacement, now));
    now = replaced(now, replacement);
  }
  return inverses;
}

const byteOrderMark = '\uFEFF';

function inText(text: string, change: ValueChange): readonly TextReplacement[] | undefined {
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  const replacement = replacementFor(text, change, { start, end: text.length });
  return replacement && [replacement];
}

function inScenario(file: ScenarioFile, change: ValueChange): readonly TextReplacement[] | undefined {
  const index = messageOf(change.path);
  if (index === undefined) return inText(file.text, change);
  const values = file.messages.map(({ value }) => value);
  let text = file.text;
  let spans: readonly TextSpan[] = file.messages;
  const replacements: TextReplacement[] = [];
  for (const each of [change, ...followingChanges(values, index, change)]) {
    const at = messageOf(each.path) ?? index;
    const span = spans[at];
    const inside = { ...each, path: each.path.slice(2) };
    const replacement = span && replacementFor(text, inside, span);
    if (replacement === undefined) return undefined;
    replacements.push(replacement);
    text = replaced(text, replacement);
    spans = shifted(spans, at, replacement);
  }
  return replacements;
}

/** The message that a path leads into; undefined for a path to elsewhere or to a message as a whole. */
function messageOf([list, index, ...inside]: Path): number | undefined {
  return list === 'messages' && typeof index === 'number' && inside.length > 0 ? index : undefined;
}
