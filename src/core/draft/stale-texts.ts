/**
 * Which translations are older than their text: a text that changed in one language alone. It is told from edits, so it lies beside the
 * draft and never in its files.
 */
import { type Language, languages } from '../scenario/format/vocabulary.ts';
import type { Draft } from './draft.ts';
import type { JsonValue } from './json.ts';
import type { DraftFile } from './read-file.ts';
import { type TextRow, textRows } from './texts.ts';

/** A text whose other language did not follow. It is found by its words, so it follows its text to another place. */
export interface StaleText extends Readonly<Record<Language, string>> {
  readonly file: string;
  /** The language that did not follow. */
  readonly stale: Language;
  /** The text in the other language when the two last fitted. */
  readonly was: string;
}

/** The most that are remembered, the newest ones. */
const most = 500;

/** The stale texts after a change of the draft. Where a text is changed back, or its translation is changed too, it fits again. */
export function staleAfter(known: readonly StaleText[], before: Draft, after: Draft): readonly StaleText[] {
  let stale = known;
  for (const [path, file] of after.files) {
    const old = before.files.get(path);
    if (old === undefined || old === file) continue;
    for (const [one, other] of changedRows(old, file)) stale = withRow(stale, path, one, other);
  }
  return stale.length > most ? stale.slice(-most) : stale;
}

/** Why a row is stale; undefined where its languages fit. */
export const staleIn = (
  stale: readonly StaleText[],
  file: string,
  { ja, en }: TextRow,
): StaleText | undefined => stale.find((one) => one.file === file && one.ja === ja && one.en === en);

/** Without a text whose author says that its translation still fits. */
export const withoutStale = (stale: readonly StaleText[], text: StaleText): readonly StaleText[] =>
  stale.filter((one) => one !== text);

function withRow(
  stale: readonly StaleText[],
  file: string,
  before: TextRow,
  after: TextRow,
): readonly StaleText[] {
  const known = staleIn(stale, file, before);
  const others = known === undefined ? stale : withoutStale(stale, known);
  const changed = languages.filter((language) => before[language] !== after[language]);
  const [edited] = changed;
  const { ja = '', en = '' } = after;
  if (edited === undefined) return stale;
  const other: Language = edited === 'ja' ? 'en' : 'ja';
  // Both were written anew, one is missing, or the stale one followed.
  if (changed.length === 2 || ja === '' || en === '' || known?.stale === edited) return others;
  const was = known?.was ?? before[edited] ?? '';
  if (was === '' || was === after[edited]) return others;
  return [...others, { file, ja, en, stale: other, was }];
}

/** The rows of a file before and after a change, where both stand at the same places. */
function changedRows(before: DraftFile, after: DraftFile): readonly (readonly [TextRow, TextRow])[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old.length !== now.length) return [];
  return old.flatMap((part, index) => {
    const next = now[index];
    if (next === undefined || next === part) return [];
    const [rows, fresh] = [textRows(part), textRows(next)];
    const isSame = rows.length === fresh.length && rows.every(({ place }, at) => place === fresh[at]?.place);
    return isSame ? rows.flatMap((row, at) => pairOf(row, fresh[at])) : [];
  });
}

const pairOf = (row: TextRow, next: TextRow | undefined): readonly (readonly [TextRow, TextRow])[] =>
  next === undefined || (row.ja === next.ja && row.en === next.en) ? [] : [[row, next]];

/** The messages of a scenario and, as the last part, what is around them; any other file as a whole. */
function partsOf(file: DraftFile): readonly JsonValue[] {
  switch (file.kind) {
    case 'broken':
      return [];
    case 'other':
      return [valueIn(file.text)];
    case 'scenario': {
      const first = file.messages[0]?.start ?? 0;
      const last = file.messages.at(-1)?.end ?? 0;
      // The messages are left out, as they are compared one by one.
      const around = file.text.slice(0, first) + file.text.slice(last);
      return [...file.messages.map(({ value }) => value), valueIn(around)];
    }
  }
}

/** The text of a file that is no longer JSON has no texts to compare. */
function valueIn(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text.replace(/^\uFEFF/, ''));
  return value;
}
