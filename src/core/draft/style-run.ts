/** Some words of a line get a style of their own: the run that holds them is cut in up to three. */
import type { Run } from '../scenario/format/text.ts';
import { isList, type JsonValue, memberOf, membersOf } from './json.ts';

/** Words in a line of the format. Offsets are UTF-16 units within the run; `end` is exclusive. */
export interface WordsInLine {
  /** The place of the run in the line; 0 where the line is one text. */
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

/** What a run can have beside its text. A style of `null` is taken off. */
export type RunStyle = { readonly [Key in Exclude<keyof Run, 'text'>]?: Run[Key] | null };

/**
 * The line with a style on some of its words. Laws: its words stay the same; all others keep their style. Undefined where the line has
 * no such words.
 */
export function withStyle(
  line: JsonValue,
  { run, start, end }: WordsInLine,
  style: RunStyle,
): JsonValue | undefined {
  const runs = isList(line) ? line : [line];
  const old = runs[run];
  const text = typeof old === 'string' ? old : memberOf(old, 'text');
  if (typeof text !== 'string' || start < 0 || end <= start || end > text.length) return undefined;
  const before = typeof old === 'object' && old !== null && !isList(old) ? membersOf(old) : [];
  const same = Object.fromEntries(before.filter(([key]) => key !== 'text'));
  const styled = Object.fromEntries(membersOf({ ...same, ...style }).filter(([, value]) => value !== null));
  const pieces = [
    pieceOf(text.slice(0, start), same),
    pieceOf(text.slice(start, end), styled),
    pieceOf(text.slice(end), same),
  ].filter((piece) => piece !== '');
  const all = joined([...runs.slice(0, run), ...pieces, ...runs.slice(run + 1)]);
  const [only] = all;
  return all.length === 1 && typeof only === 'string' ? only : all;
}

function pieceOf(text: string, style: { readonly [key: string]: JsonValue }): JsonValue {
  return text === '' || Object.keys(style).length === 0 ? text : { text, ...style };
}

/** Neighbours without a style are one text. */
function joined(runs: readonly JsonValue[]): readonly JsonValue[] {
  const all: JsonValue[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (typeof run === 'string' && typeof last === 'string') all[all.length - 1] = last + run;
    else all.push(run);
  }
  return all;
}
