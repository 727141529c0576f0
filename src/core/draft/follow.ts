/** Quotations follow the text they quote: which anchors change along with a text of a message. */
import type { Path } from '../scenario/read/locate.ts';
import { type Language, languages } from '../scenario/format/vocabulary.ts';
import { type ValueChange, changed } from './change-text.ts';
import { isList, type JsonValue, memberOf, valueAt } from './json.ts';

/**
 * The changes that keep the quotations of a text in place when `change` is made within `messages[index]`. All paths lead from
 * the root of the scenario. A quotation whose place cannot be told afterwards is left as it is; then the rule
 * `anchor-not-found` points at it.
 */
export function followingChanges(
  messages: readonly JsonValue[],
  index: number,
  change: ValueChange,
): readonly ValueChange[] {
  const message = messages[index];
  const [, , ...inside] = change.path;
  const body = message === undefined ? undefined : bodyAt(message, inside);
  if (message === undefined || body === undefined) return [];
  const after = changed(message, { ...change, path: inside });
  const edits = languages.flatMap((language) => editsOf(message, after, body.path, inside, language));
  if (edits.length === 0) return [];
  return quotesOf(messages, index, body.where).flatMap(({ path, quote }) =>
    edits.flatMap((edit) => {
      const words = memberOf(quote, edit.language);
      const moved = typeof words === 'string' ? movedQuote(words, edit) : undefined;
      return moved === undefined ? [] : [{ kind: 'set', path: [...path, edit.language], value: moved }];
    }),
  );
}

/** A text of a body in one language, before and after a change. */
interface TextEdit {
  readonly language: Language;
  readonly before: string;
  readonly after: string;
  /** The other texts of the body. Words that stand in them too are not decided by this one. */
  readonly others: readonly string[];
}

/** The quotation after an edit of its text; undefined where it stays as it is. */
function movedQuote(words: string, { before, after, others }: TextEdit): string | undefined {
  const start = before.indexOf(words);
  const isOnce = start >= 0 && before.indexOf(words, start + 1) < 0;
  if (!isOnce || others.some((other) => other.includes(words))) return undefined;
  const end = start + words.length;
  const { head, tail } = sameEnds(before, after);
  const [from, to] = [head, before.length - tail];
  // The edit lies before or behind the words, or the words lie within what was written anew.
  if (to <= start || end <= from) return undefined;
  if (from <= start && end <= to && (from < start || end < to)) return undefined;
  const moved = after
    .slice(Math.min(start, from), end >= to ? after.length - (before.length - end) : after.length - tail)
    .trim();
  return moved === '' || moved === words ? undefined : moved;
}

/** How many units two texts share at their starts and ends. */
function sameEnds(one: string, other: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return { head, tail };
}

// ------------------------------------------------------------------------------------------------ the texts of a body

interface Body {
  /** From the message. */
  readonly path: Path;
  /** What an anchor in this body names beside its quotation. */
  readonly where: readonly [key: 'page' | 'attachment', id: string] | undefined;
}

/** The body that a path within a message leads into. */
function bodyAt(message: JsonValue, [part, index, ...rest]: Path): Body | undefined {
  if (part === 'body') return { path: ['body'], where: undefined };
  if (typeof index !== 'number' || rest.length === 0) return undefined;
  const key = part === 'pages' ? 'page' : part === 'attachments' ? 'attachment' : undefined;
  const list = memberOf(message, String(part));
  const id = list !== undefined && isList(list) ? memberOf(list[index], 'id') : undefined;
  if (key === undefined || typeof id !== 'string') return undefined;
  return { path: [part ?? '', index], where: [key, id] };
}

/** The texts of a body that a change made other, in one language. A text that is gone or new has no counterpart. */
function editsOf(
  before: JsonValue,
  after: JsonValue,
  body: Path,
  changedAt: Path,
  language: Language,
): readonly TextEdit[] {
  const [old, fresh] = [before, after].map((message) => textsIn(valueAt(message, body), body, language));
  if (old === undefined || fresh === undefined || old.length !== fresh.length) return [];
  return old.flatMap(({ path, text }, index) => {
    const now = fresh[index]?.text;
    if (now === undefined || now === text || !leadsTo(changedAt, path)) return [];
    const others = old.filter((_, at) => at !== index).map((other) => other.text);
    return [{ language, before: text, after: now, others }];
  });
}

/** Whether one of two paths starts with the other one. */
const leadsTo = (one: Path, other: Path): boolean =>
  one.slice(0, other.length).every((step, index) => step === other[index]);

interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Each text of a value in one language, without its styles, in the order of the file. */
function textsIn(value: JsonValue | undefined, path: Path, language: Language): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const line = isList(value) ? undefined : memberOf(value, language);
  const text = line === undefined ? undefined : plainText(line);
  if (text !== undefined) return [{ path: [...path, language], text }];
  const members: readonly (readonly [string | number, JsonValue | undefined])[] = isList(value)
    ? [...value.entries()]
    : Object.entries(value);
  return members.flatMap(([step, member]) => textsIn(member, [...path, step], language));
}

/** The words of a line of the format, which is a text or a list of texts and styled runs. */
function plainText(line: JsonValue): string | undefined {
  if (typeof line === 'string') return line;
  if (!isList(line)) return undefined;
  return line
    .map((run) => (typeof run === 'string' ? run : memberOf(run, 'text')))
    .map((text) => (typeof text === 'string' ? text : ''))
    .join('');
}

// ------------------------------------------------------------------------------------------------ the anchors

interface PlacedQuote {
  /** From the root of the scenario to the quotation. */
  readonly path: Path;
  readonly quote: JsonValue;
}

/** The quotations of a body of a message: in its own solution, and in what a twin says differs. */
function quotesOf(
  messages: readonly JsonValue[],
  index: number,
  where: Body['where'],
): readonly PlacedQuote[] {
  const id = memberOf(messages[index], 'id');
  return messages.flatMap((message, at) => {
    const solution = memberOf(message, 'solution') ?? null;
    const path: Path = ['messages', at, 'solution'];
    if (at === index) return anchorsIn(solution, path, where).filter((found) => !isIn(found, 'there'));
    const isTwin = id !== undefined && memberOf(solution, 'twin') === id;
    return isTwin ? anchorsIn(solution, path, where).filter((found) => isIn(found, 'there')) : [];
  });
}

const isIn = ({ path }: PlacedQuote, key: string): boolean => path.includes(key);

function anchorsIn(value: JsonValue, path: Path, where: Body['where']): readonly PlacedQuote[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap((item, index) => anchorsIn(item, [...path, index], where));
  const quote = memberOf(value, 'quote');
  if (quote === undefined) {
    return Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : anchorsIn(member, [...path, key], where),
    );
  }
  const page = memberOf(value, 'page');
  const attachment = memberOf(value, 'attachment');
  const isHere =
    where === undefined
      ? page === undefined && attachment === undefined
      : memberOf(value, where[0]) === where[1];
  return isHere ? [{ path: [...path, 'quote'], quote }] : [];
}
