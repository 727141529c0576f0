/**
 * Writes JSON as `npm run format` would leave it: objects over several lines, as in every shipped file, and a list of plain
 * values on one line where it fits.
 */
import { membersOf, isList, type JsonValue } from './json.ts';

/** In columns, as in .oxfmtrc.json. A full-width character takes two. */
const lineWidth = 110;

/** Where a value begins in its file. */
export interface WritingPlace {
  /** In columns: the indentation of the line. */
  readonly indent: number;
  /** In columns: what stands on the line before the value, its indentation included. */
  readonly before: number;
  /** In columns: what stands on the line after the value. */
  readonly after: number;
}

/** A value over as many lines as it needs. The first line begins at `before`; the last one leaves `after` columns free. */
export function written(value: JsonValue, place: WritingPlace): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) {
    if (value.every(isPlain) && fits(value, place)) return onOneLine(value);
    return bracketed(
      '[]',
      value.map((item) => ['', item]),
      place.indent,
    );
  }
  return bracketed(
    '{}',
    membersOf(value).map(([key, field]) => [`${JSON.stringify(key)}: `, field]),
    place.indent,
  );
}

/** A value without line breaks. */
export function onOneLine(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const fields = membersOf(value).map(([key, field]) => `${JSON.stringify(key)}: ${onOneLine(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Whether the formatter leaves a value on one line at this place. */
export const fits = (value: JsonValue, { before, after }: WritingPlace): boolean =>
  !mustBreak(value) && before + widthOf(onOneLine(value)) + after <= lineWidth;

/** Whether a list has no object with fields in it, so that only its width decides on its lines. */
export const isPlainList = (value: JsonValue): boolean => isList(value) && value.every(isPlain);

/** The width of a text in columns. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

const isPlain = (value: JsonValue): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (isList(value) ? value.every(isPlain) : membersOf(value).length === 0);

/** The formatter never leaves two or more objects, or two or more lists, of several members each on one line. */
function mustBreak(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = isList(value) ? value : membersOf(value).map(([, field]) => field);
  if (members.some(mustBreak)) return true;
  if (!isList(value) || value.length < 2) return false;
  const [first] = value;
  return value.every(
    (item) =>
      typeof item === 'object' &&
      item !== null &&
      Object.keys(item).length > 1 &&
      first !== undefined &&
      isList(item) === isList(first),
  );
}

function bracketed(
  [open = '', close = '']: string,
  members: readonly (readonly [lead: string, value: JsonValue])[],
  indent: number,
): string {
  if (members.length === 0) return open + close;
  const inner = indent + 2;
  const lines = members.map(([lead, value], index) => {
    const last = index === members.length - 1;
    const before = inner + widthOf(lead);
    const text = lead + written(value, { indent: inner, before, after: last ? 0 : 1 });
    return `${' '.repeat(inner)}${text}${last ? '' : ','}`;
  });
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}
