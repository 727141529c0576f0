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

/** Steps, the nearest one first. */
export interface History {
  readonly step: Step;
  readonly rest?: History;
}

/** What one action of the author changed: the text of a file, by replacements made one after the other, or which files there are. */
export type Step =
  | { readonly kind: 'text'; readonly path: string; readonly replacements: readonly TextReplacement[] }
  | { readonly kind: 'add'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string };

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
  return changeValues(draft, path, [change]);
}

/** Makes several changes of one file, one after the other, as one step. Undefined where one of them has no place. */
export function changeValues(draft: Draft, path: string, changes: readonly ValueChange[]): Draft | undefined {
  let file = draft.files.get(path);
  const replacements: TextReplacement[] = [];
  for (const change of changes) {
    if (file === undefined || file.kind === 'broken') return undefined;
    const made = file.kind === 'scenario' ? inScenario(file, change) : inText(file.text, change);
    if (made === undefined) return undefined;
    replacements.push(...made);
    file = withReplacements(file, made);
  }
  return withStep(draft, { kind: 'text', path, replacements });
}

/**
 * Makes changes in place of the last step, so that what is typed letter by letter is one step. The changes lead from the draft
 * before that step. Undefined where there is no step, or where one of them has no place.
 */
export function amendValues(draft: Draft, path: string, changes: readonly ValueChange[]): Draft | undefined {
  const before = undo(draft);
  return before && changeValues(before, path, changes);
}

/** Changes a stretch of a file as typed by the author. Undefined where the text has no such stretch. */
export function changeText(draft: Draft, path: string, replacement: TextReplacement): Draft | undefined {
  const file = draft.files.get(path);
  const { start, end } = replacement;
  if (file === undefined || start < 0 || end < start || end > file.text.length) return undefined;
  return withStep(draft, { kind: 'text', path, replacements: [replacement] });
}

/** Adds a file. Undefined where the path is taken, or is no path within the folder content/. */
export const addFile = (draft: Draft, path: string, text: string): Draft | undefined =>
  isFree(path, draft.files) ? withStep(draft, { kind: 'add', path, text }) : undefined;

/** Removes a file. Undefined where there is none. */
export const removeFile = (draft: Draft, path: string): Draft | undefined =>
  withStep(draft, { kind: 'remove', path });

/**
 * Gives a file another path. Its text stays as it is, and is read as what a file of that path is. Undefined where there is no such
 * file, or where the path is taken or is no path within the folder content/.
 */
export const renameFile = (draft: Draft, from: string, to: string): Draft | undefined =>
  from !== to && isFree(to, without(draft.files, from))
    ? withStep(draft, { kind: 'rename', from, to })
    : undefined;

/** The draft before its last step; undefined if there is none. */
export function undo({ files, past, future }: Draft): Draft | undefined {
  const done = past && stepped(files, past.step);
  return done && draftOf(done.files, past.rest, historyOf(done.inverse, future));
}

/** The draft with the step made again that was undone last; undefined if there is none. */
export function redo({ files, past, future }: Draft): Draft | undefined {
  const done = future && stepped(files, future.step);
  return done && draftOf(done.files, historyOf(done.inverse, past), future.rest);
}

function withStep({ files, past }: Draft, step: Step): Draft | undefined {
  const done = stepped(files, step);
  return done && draftOf(done.files, historyOf(done.inverse, past), undefined);
}

type Files = Draft['files'];

/** The files after a step, and the step that takes it back. Undefined where its file is not there. */
function stepped(files: Files, step: Step): { readonly files: Files; readonly inverse: Step } | undefined {
  switch (step.kind) {
    case 'text': {
      const { path, replacements } = step;
      const file = files.get(path);
      if (file === undefined) return undefined;
      return {
        files: new Map(files).set(path, withReplacements(file, replacements)),
        inverse: { kind: 'text', path, replacements: inversesOf(file.text, replacements) },
      };
    }
    case 'add': {
      const { path, text } = step;
      return { files: new Map(files).set(path, readFile(path, text)), inverse: { kind: 'remove', path } };
    }
    case 'remove': {
      const { path } = step;
      const file = files.get(path);
      if (file === undefined) return undefined;
      return { files: without(files, path), inverse: { kind: 'add', path, text: file.text } };
    }
    case 'rename': {
      const { from, to } = step;
      const file = files.get(from);
      if (file === undefined) return undefined;
      return {
        files: without(files, from).set(to, readFile(to, file.text, file)),
        inverse: { kind: 'rename', from: to, to: from },
      };
    }
  }
}

function without(files: Files, path: string): Map<string, DraftFile> {
  const others = new Map(files);
  others.delete(path);
  return others;
}

/**
 * Whether a file can have a path. Names differ by more than capitals, since many file systems know only one of two such files; and no
 * file has the name of a folder.
 */
function isFree(path: string, files: Files): boolean {
  const parts = path.split('/');
  if (/[\\:\0]/.test(path) || parts.some((part) => part === '' || part === '.' || part === '..'))
    return false;
  const name = path.toLowerCase();
  return [...files.keys()]
    .map((other) => other.toLowerCase())
    .every((other) => other !== name && !other.startsWith(`${name}/`) && !name.startsWith(`${other}/`));
}

const draftOf = (files: Files, past: History | undefined, future: History | undefined): Draft => ({
  files,
  ...(past && { past }),
  ...(future && { future }),
});

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
