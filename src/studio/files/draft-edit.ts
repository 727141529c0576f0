/** What one edit changed of a kept draft, and back. Small for a large draft. What is read back is untrusted. */
import type { TextReplacement } from '../../core/draft/change-text.ts';
import type { StaleText } from '../../core/draft/stale-texts.ts';
import type { Step } from '../../core/draft/draft.ts';
import { isFields } from '../../core/scenario/read/from-outside.ts';
import type { DraftEntry, KeptDraft } from '../draft/shelf.ts';

/** The part of a kept draft that the journal holds; pictures are files of their own. */
export type DraftText = Omit<KeptDraft, 'pictures'>;

/** A change of a list whose front changes: so many fewer, then these before the rest. */
interface FrontChange {
  readonly drop: number;
  readonly put: readonly Step[];
}

/** The difference of two states of a draft. */
export interface DraftEdit {
  readonly entry: DraftEntry;
  /** By path: a stretch that changed, a new text, or undefined where the file is gone. */
  readonly texts: readonly (readonly [path: string, change: TextReplacement | string | undefined])[];
  /** The paths in order, if the changes above leave another one. */
  readonly order?: readonly string[];
  readonly past: FrontChange;
  readonly future: FrontChange;
  /** All stale translations, where they changed. */
  readonly stale?: readonly StaleText[];
}

/** The edit that leads from one state to another. Law: `withEdit(before, editBetween(before, after, entry))` is `after`. */
export function editBetween(before: DraftText, after: DraftText, entry: DraftEntry): DraftEdit {
  const paths = [...new Set([...before.texts.keys(), ...after.texts.keys()])];
  const texts = paths.flatMap((path): DraftEdit['texts'] => {
    const [old, now] = [before.texts.get(path), after.texts.get(path)];
    if (old === now) return [];
    return [[path, old === undefined || now === undefined ? now : stretchBetween(old, now)]];
  });
  const order = [...after.texts.keys()];
  const left = withTexts(before.texts, texts);
  const isOrdered = left !== undefined && [...left.keys()].every((path, at) => path === order[at]);
  return {
    entry,
    texts,
    ...(!isOrdered && { order }),
    past: frontBetween(before.past, after.past),
    future: frontBetween(before.future, after.future),
    ...(before.stale !== after.stale && { stale: after.stale ?? [] }),
  };
}

/** The state after an edit; undefined if the edit does not fit. */
export function withEdit(
  before: DraftText,
  { entry, texts, order, past, future, stale = before.stale }: DraftEdit,
): DraftText | undefined {
  const changed = withTexts(before.texts, texts);
  if (changed === undefined) return undefined;
  return {
    id: before.id,
    name: entry.name,
    changed: entry.changed,
    texts: order === undefined ? changed : inOrder(changed, order),
    past: [...past.put, ...before.past.slice(past.drop)],
    future: [...future.put, ...before.future.slice(future.drop)],
    ...(stale && { stale }),
  };
}

/** What two texts do not share at their ends. */
function stretchBetween(old: string, now: string): TextReplacement {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let same = 0;
  while (same < most - start && old.at(-1 - same) === now.at(-1 - same)) same += 1;
  return { start, end: old.length - same, text: now.slice(start, now.length - same) };
}

function withTexts(
  texts: DraftText['texts'],
  changes: DraftEdit['texts'],
): ReadonlyMap<string, string> | undefined {
  const after = new Map(texts);
  for (const [path, change] of changes) {
    if (change === undefined) after.delete(path);
    else if (typeof change === 'string') after.set(path, change);
    else {
      const old = after.get(path);
      if (old === undefined || change.start > change.end || change.end > old.length) return undefined;
      after.set(path, old.slice(0, change.start) + change.text + old.slice(change.end));
    }
  }
  return after;
}

const inOrder = (texts: ReadonlyMap<string, string>, order: readonly string[]): ReadonlyMap<string, string> =>
  new Map([
    ...order.flatMap((path) => {
      const text = texts.get(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
    ...[...texts].filter(([path]) => !order.includes(path)),
  ]);

/** A list of steps only changes at its front, and the steps that stay are the same objects. */
function frontBetween(before: readonly Step[], after: readonly Step[]): FrontChange {
  let same = 0;
  while (same < before.length && same < after.length && before.at(-1 - same) === after.at(-1 - same))
    same += 1;
  return { drop: before.length - same, put: after.slice(0, after.length - same) };
}

// ------------------------------------------------------------------------------------------------ from outside

/** A kept draft in a value from storage; undefined if it is none. Steps that cannot be read are left out with those behind them. */
export function draftTextFrom(value: unknown): DraftText | undefined {
  if (!isFields(value)) return undefined;
  const { id, name, changed, texts, past, future } = value;
  if (typeof id !== 'string' || typeof name !== 'string' || !isCount(changed) || !(texts instanceof Map))
    return undefined;
  const entries = [...texts].filter(isText);
  if (entries.length < texts.size) return undefined;
  return {
    id,
    name,
    changed,
    texts: new Map(entries),
    past: stepsFrom(past),
    future: stepsFrom(future),
    ...staleFrom(value['stale']),
  };
}

const isText = (entry: readonly [unknown, unknown]): entry is [string, string] =>
  typeof entry[0] === 'string' && typeof entry[1] === 'string';

/** An edit in a value from storage; undefined if it is none. */
export function draftEditFrom(value: unknown): DraftEdit | undefined {
  if (!isFields(value)) return undefined;
  const { texts, order } = value;
  const [entry, past, future] = [
    draftEntryFrom(value['entry']),
    frontFrom(value['past']),
    frontFrom(value['future']),
  ];
  if (entry === undefined || past === undefined || future === undefined || !Array.isArray(texts))
    return undefined;
  const changes = texts.filter(isTextChange);
  if (changes.length < texts.length) return undefined;
  const paths = Array.isArray(order) ? order.filter((path) => typeof path === 'string') : undefined;
  return {
    entry,
    texts: changes,
    ...(paths && { order: paths }),
    past,
    future,
    ...staleFrom(value['stale']),
  };
}

/** A line of the list in a value from storage; undefined if it is none. */
export function draftEntryFrom(value: unknown): DraftEntry | undefined {
  if (!isFields(value)) return undefined;
  const { id, name, changed, lures, genuine, errors, warnings } = value;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  if (!isCount(changed) || !isCount(lures) || !isCount(genuine) || !isCount(errors) || !isCount(warnings))
    return undefined;
  return { id, name, changed, lures, genuine, errors, warnings };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;

function isTextChange(value: unknown): value is DraftEdit['texts'][number] {
  if (!Array.isArray(value)) return false;
  const [path, change]: readonly unknown[] = value;
  return (
    typeof path === 'string' && (change === undefined || typeof change === 'string' || isReplacement(change))
  );
}

function isReplacement(value: unknown): value is TextReplacement {
  return (
    isFields(value) && isCount(value['start']) && isCount(value['end']) && typeof value['text'] === 'string'
  );
}

function frontFrom(value: unknown): FrontChange | undefined {
  if (!isFields(value) || !isCount(value['drop'])) return undefined;
  return { drop: value['drop'], put: stepsFrom(value['put']) };
}

function staleFrom(value: unknown): { readonly stale?: readonly StaleText[] } {
  return Array.isArray(value) ? { stale: value.filter(isStale) } : {};
}

function isStale(value: unknown): value is StaleText {
  if (!isFields(value)) return false;
  const { file, ja, en, stale, was } = value;
  const areTexts = [file, ja, en, was].every((text) => typeof text === 'string');
  return areTexts && (stale === 'ja' || stale === 'en');
}

function stepsFrom(value: unknown): readonly Step[] {
  if (!Array.isArray(value)) return [];
  const broken = value.findIndex((step) => !isStep(step));
  return (broken === -1 ? value : value.slice(0, broken)).filter(isStep);
}

function isStep(value: unknown): value is Step {
  if (!isFields(value)) return false;
  const { kind, path, text, from, to, replacements } = value;
  switch (kind) {
    case 'text':
      return typeof path === 'string' && Array.isArray(replacements) && replacements.every(isReplacement);
    case 'add':
      return typeof path === 'string' && typeof text === 'string';
    case 'remove':
      return typeof path === 'string';
    case 'rename':
      return typeof from === 'string' && typeof to === 'string';
    default:
      return false;
  }
}
