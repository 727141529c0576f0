/** The texts of a file part by part: its messages, and what is around them. */
import { isList, type JsonValue, membersOf } from '../../core/draft/json.ts';
import type { DraftFile } from '../../core/draft/read-file.ts';
import { staleIn, type StaleText } from '../../core/draft/stale-texts.ts';
import { hasRoom, type TextRow, textRows } from '../../core/draft/texts.ts';
import { type Language, languages } from '../../core/scenario/format/vocabulary.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { valueOfFile } from '../draft/file-value.ts';
import { lengthOf, limits } from '../inspector/explanation-limits.ts';
import { truthIn } from '../mark/new-solution.ts';

/** A part of a file whose texts are shown together. */
export interface TextPart {
  /** The place in the list of messages; undefined for what is around them, or for a file without messages. */
  readonly message: number | undefined;
  /** Leads from the root of the file to the value. */
  readonly path: Path;
  readonly value: JsonValue;
  readonly truth: ReturnType<typeof truthIn>;
  readonly rows: readonly PlacedRow[];
}

/** A text in both languages, and what is to be done about it. */
export interface PlacedRow extends TextRow {
  /** The languages that lack it. */
  readonly missing: readonly Language[];
  readonly stale: StaleText | undefined;
  /** The languages in which an explanation is longer than one reads at a glance. */
  readonly over: readonly Language[];
}

/** The parts of a file that have texts. A broken file has none. */
export function textPartsOf(file: DraftFile, stale: readonly StaleText[]): readonly TextPart[] {
  if (file.kind === 'broken') return [];
  const parts =
    file.kind === 'scenario'
      ? [
          { message: undefined, path: [], value: around(valueOfFile(file) ?? null) },
          ...file.messages.map(({ value }, index) => ({ message: index, path: ['messages', index], value })),
        ]
      : [{ message: undefined, path: [], value: valueOfFile(file) ?? null }];
  return parts.map((part) => ({
    ...part,
    truth: truthIn(part.value),
    rows: textRows(part.value).map((row) => placed(row, file.path, stale)),
  }));
}

function placed(row: TextRow, file: string, stale: readonly StaleText[]): PlacedRow {
  const isExplained = row.place.endsWith('/explanation');
  return {
    ...row,
    missing: languages.filter((one) => hasRoom(row, one) && (row[one] ?? '') === ''),
    stale: staleIn(stale, file, row),
    over: isExplained ? languages.filter((one) => lengthOf(row[one] ?? '', one) > limits[one]) : [],
  };
}

const around = (value: JsonValue): JsonValue =>
  typeof value === 'object' && value !== null && !isList(value)
    ? Object.fromEntries(membersOf(value).filter(([key]) => key !== 'messages'))
    : value;

/** What of the texts is shown. */
export const filters = ['all', 'missing', 'stale', 'over'] as const;
/** What of the texts is shown. */
export type Filter = (typeof filters)[number];

/** Whether a filter shows a row. */
export function shows(filter: Filter, { missing, stale, over }: PlacedRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'missing':
      return missing.length > 0;
    case 'stale':
      return stale !== undefined;
    case 'over':
      return over.length > 0;
  }
}

/** Whether nothing is left to translate. */
export const isDone = ({ missing, stale }: PlacedRow): boolean => missing.length === 0 && stale === undefined;

/** The parts of a place that are named to the reader, with the number of a list's item behind its list. */
export function placeSteps(place: string): readonly { readonly key: string; readonly number?: number }[] {
  const steps: { key: string; number?: number }[] = [];
  for (const step of (place.split('#')[0] ?? '').split('/').slice(1)) {
    const last = steps.at(-1);
    if (!/^\d+$/.test(step)) steps.push({ key: step });
    else if (last !== undefined && last.number === undefined) last.number = Number(step) + 1;
  }
  return steps;
}
