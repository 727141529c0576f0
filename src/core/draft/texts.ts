/** The texts of a file in both languages, as rows for translators, and back. */
import type { Path } from '../scenario/read/locate.ts';
import { type Language, languages } from '../scenario/format/vocabulary.ts';
import { isList, type JsonValue, memberOf, membersOf, valueAt } from './json.ts';

/** A text in both languages. */
export interface TextRow {
  /** Where it stands: a JSON Pointer (RFC 6901); for one of several runs, its number after `#`. */
  readonly place: string;
  /** Absent where the file has no text in that language. */
  readonly ja?: string;
  readonly en?: string;
}

/** A text to be put in place of another one. */
export interface TextChange {
  readonly path: Path;
  readonly value: string;
}

/** Every text of a file, in its order. Styled texts give a row for each run. */
export function textRows(value: JsonValue, path: Path = []): readonly TextRow[] {
  if (typeof value !== 'object' || value === null) return [];
  const [ja, en] = languages.map((language) => memberOf(value, language));
  if (ja !== undefined || en !== undefined) return rowsOf(pointerOf(path), ja, en);
  const members = isList(value)
    ? value.map((item, index): readonly [string | number, JsonValue] => [index, item])
    : membersOf(value);
  return members.flatMap(([key, member]) => textRows(member, [...path, key]));
}

function rowsOf(place: string, ja: JsonValue | undefined, en: JsonValue | undefined): readonly TextRow[] {
  const runs = { ja: runsOf(ja), en: runsOf(en) };
  const count = Math.max(runs.ja.length, runs.en.length);
  const areStyled = [ja, en].some((text) => text !== undefined && typeof text !== 'string');
  return Array.from({ length: count }, (_, index) => {
    const [one, other] = [runs.ja[index], runs.en[index]];
    return {
      place: areStyled ? `${place}#${index}` : place,
      ...(one !== undefined && { ja: one }),
      ...(other !== undefined && { en: other }),
    };
  });
}

function runsOf(text: JsonValue | undefined): readonly string[] {
  if (typeof text === 'string') return [text];
  if (text === undefined || !isList(text)) return [];
  return text.flatMap((run) => {
    const words = typeof run === 'string' ? run : memberOf(run, 'text');
    return typeof words === 'string' ? [words] : [];
  });
}

/**
 * The changes that make a file say what the rows say. A row for a place that the file lacks is reported in `unknown`.
 * A language that a row leaves empty stays as it is; one that the file lacks is added.
 */
export function changesOf(
  value: JsonValue,
  rows: readonly TextRow[],
): { readonly changes: readonly TextChange[]; readonly unknown: readonly string[] } {
  const now = new Map(textRows(value).map((row) => [row.place, row]));
  const changes: TextChange[] = [];
  const unknown: string[] = [];
  for (const row of rows) {
    const old = now.get(row.place);
    if (old === undefined) {
      unknown.push(row.place);
      continue;
    }
    for (const language of languages) {
      const text = row[language];
      if (text === undefined || text === '' || text === old[language]) continue;
      const change = changeAt(value, row.place, language, text);
      if (change === undefined) unknown.push(`${row.place} ${language}`);
      else changes.push(change);
    }
  }
  return { changes, unknown };
}

/**
 * Whether a row has room for a text of a language: it has one, or that language lacks the whole text. Where the two languages have
 * styled runs at different words, one of them has more rows.
 */
export const hasRoom = (row: TextRow, language: Language): boolean =>
  row[language] !== undefined || /^[^#]*(?:#0)?$/.test(row.place);

/** The change that writes one text, empty or not. Undefined where the file has no such place. */
export function changeAt(
  value: JsonValue,
  place: string,
  language: Language,
  text: string,
): TextChange | undefined {
  const path = pathOf(value, place, language);
  return path && { path, value: text };
}

/**
 * The change that puts the words of one language in place of those of the other. Where the other one lacks the whole text, the styles
 * come along. Undefined where there is nothing to copy.
 */
export function copyAt(
  value: JsonValue,
  place: string,
  from: Language,
): { readonly path: Path; readonly value: JsonValue } | undefined {
  const to: Language = from === 'ja' ? 'en' : 'ja';
  const path = stepsOf(value, place.split('#')[0] ?? '');
  const text = valueAt(value, path);
  const [source, there] = [memberOf(text, from), memberOf(text, to)];
  if (source === undefined) return undefined;
  if (there === undefined || there === '') return { path: [...path, to], value: source };
  const words = textRows(text ?? null).find((row) => row.place === place.replace(/^[^#]*/, ''))?.[from];
  return words === undefined ? undefined : changeAt(value, place, to, words);
}

function pathOf(value: JsonValue, place: string, language: Language): Path | undefined {
  const [pointer = '', number] = place.split('#');
  const path = [...stepsOf(value, pointer), language];
  const text = valueAt(value, path);
  if (number === undefined) return text === undefined || typeof text === 'string' ? path : undefined;
  if (text === undefined || typeof text === 'string') return number === '0' ? path : undefined;
  const run = memberOf(text, Number(number));
  if (typeof run === 'string') return [...path, Number(number)];
  return run === undefined ? undefined : [...path, Number(number), 'text'];
}

const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function stepsOf(root: JsonValue, pointer: string): Path {
  const steps: (string | number)[] = [];
  let value: JsonValue | undefined = root;
  for (const written of pointer.split('/').slice(1)) {
    const name = written.replaceAll('~1', '/').replaceAll('~0', '~');
    const step: string | number =
      value !== undefined && typeof value === 'object' && value !== null && isList(value)
        ? Number(name)
        : name;
    steps.push(step);
    value = memberOf(value, step);
  }
  return steps;
}
