/** One file of a draft: its text, what can be drawn of it, and what is wrong with it, message by message. */
import { visit } from 'jsonc-parser';
import { type AroundMessages, checkAround, compareMessages, keepsOutOfPlay } from '../lint/check-around.ts';
import { checkMessage } from '../lint/check-message.ts';
import { located, newerFormat, parseDrill, parseLesson, parsePack, parseWorld } from '../lint/parse.ts';
import type { Around } from '../lint/rule.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import { type Locate, type Position, positionAt } from '../scenario/read/locate.ts';
import type { Outcome, Problem, UnplacedProblem } from '../scenario/read/problem.ts';
import { deepestNesting, longestFile, mostValues, readJson } from '../scenario/read/read-json.ts';
import { type TextReplacement, replaced, type TextSpan } from './change-text.ts';
import { isList, itemsOf, type JsonValue, memberOf, membersOf } from './json.ts';

/** A file of a draft. The text is the truth; everything else follows from it. */
export type DraftFile = BrokenFile | ScenarioFile | OtherFile;

/** A text that is no JSON, or breaks the limits of a file. */
export interface BrokenFile extends Filed {
  readonly kind: 'broken';
  readonly problems: readonly Problem[];
}

/** A scenario. Each message is read by itself, so that one bad message leaves the others alone. */
export interface ScenarioFile extends Filed {
  readonly kind: 'scenario';
  readonly messages: readonly DraftMessage[];
  /** What stands around the messages; absent where the schema refuses it. */
  readonly around?: AroundMessages;
  /** What is wrong around the messages. */
  readonly problemsAround: readonly UnplacedProblem[];
  /** What is wrong with messages beside each other; looked for once every part is complete. */
  readonly problemsBetween: readonly UnplacedProblem[];
  /** What rules for one message see of the rest. */
  readonly seen: Around;
  /** The number of JSON values around the messages, and how deep they are nested. */
  readonly size: Size;
}

/** A pack.json, a drill, a lesson, a world, or a file that the game does not know. */
export interface OtherFile extends Filed {
  readonly kind: 'other';
  readonly problems: readonly Problem[];
}

interface Filed {
  /** From the folder content/. */
  readonly path: string;
  readonly text: string;
}

/** A message of a scenario and where it stands in the text. */
export interface DraftMessage extends TextSpan {
  readonly value: JsonValue;
  /** Absent while the message is incomplete: then the studio can draw parts of it, and the game leaves it out. */
  readonly message?: Message;
  /** Paths lead from the root of the file. */
  readonly problems: readonly UnplacedProblem[];
  /** Line and column from the first unit of the message; paths lead from the message. */
  readonly locate: Locate;
  readonly size: Size;
}

interface Size {
  readonly values: number;
  readonly depth: number;
}

/** Reads a file. Messages that stand in `earlier` unchanged are not checked again. */
export function readFile(path: string, text: string, earlier?: DraftFile): DraftFile {
  const json = readJson(text, path);
  if (!json.ok) return { kind: 'broken', path, text, problems: json.problems };
  const newer = newerFormat(json.value);
  if (newer !== undefined) {
    return { kind: 'broken', path, text, problems: located([newer], path, json.locate) };
  }
  if (!/(^|\/)scenarios\/[^/]+\.json$/.test(path)) {
    return { kind: 'other', path, text, problems: parserOf(path)?.(text, path).problems ?? [] };
  }
  return readScenario(path, text, earlier?.kind === 'scenario' ? earlier : undefined);
}

/**
 * The file after replacements in its text, made one after the other. Law: the same as reading the new text from the start.
 * Replacements within messages cost the reading of these messages only.
 */
export function withReplacements(file: DraftFile, replacements: readonly TextReplacement[]): DraftFile {
  const text = replacements.reduce(replaced, file.text);
  const quick = file.kind === 'scenario' ? withMessagesReplaced(file, text, replacements) : undefined;
  return quick ?? readFile(file.path, text, file);
}

/** The problems of a file with their places, in the order of its text. */
export function problemsOf(file: DraftFile): readonly Problem[] {
  if (file.kind !== 'scenario') return file.problems;
  const { messages, problemsAround, problemsBetween, path } = file;
  const locate = locateIn(file);
  return [...problemsAround, ...messages.flatMap(({ problems }) => problems), ...problemsBetween]
    .map((problem) => ({ ...problem, file: path, ...locate(problem.path) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The scenario of a file, if the game would play it; law: `parseScenario` accepts the same texts. */
export function scenarioOf(file: DraftFile): Scenario | undefined {
  if (file.kind !== 'scenario' || file.around === undefined) return undefined;
  const complete = completeOf(file.messages);
  const problems = [
    ...file.problemsAround,
    ...file.problemsBetween,
    ...file.messages.flatMap((one) => one.problems),
  ];
  if (complete === undefined || problems.some(keepsOutOfPlay)) return undefined;
  return { ...file.around, messages: complete };
}

// ------------------------------------------------------------------------------------------------ reading

function parserOf(path: string): ((text: string, file: string) => Outcome<unknown>) | undefined {
  if (/(^|\/)pack\.json$/.test(path)) return parsePack;
  if (/(^|\/)drills\/[^/]+\.json$/.test(path)) return parseDrill;
  if (/(^|\/)lessons\/[^/]+\.json$/.test(path)) return parseLesson;
  return /(^|\/)world\.json$/.test(path) ? parseWorld : undefined;
}

function readScenario(path: string, text: string, earlier: ScenarioFile | undefined): ScenarioFile {
  const value: JsonValue = JSON.parse(withoutMark(text));
  const seen = seenOf(value);
  const { around, problems } = checkAround(value);
  const isSame = JSON.stringify(seen) === JSON.stringify(earlier?.seen);
  const messages = messageSpans(text).flatMap((span, index) => {
    const known = isSame ? earlier?.messages[index] : undefined;
    const piece = text.slice(span.start, span.end);
    return known !== undefined && earlier?.text.slice(known.start, known.end) === piece
      ? { ...known, ...span }
      : (readMessage(path, piece, span, index, seen) ?? []);
  });
  return withComparison({
    kind: 'scenario',
    path,
    text,
    messages,
    ...(around && { around }),
    problemsAround: problems,
    problemsBetween: [],
    seen,
    size: sizeOf(value, isMessageList),
  });
}

/** Undefined where the text is no JSON, or breaks the limits of a file by itself. */
function readMessage(
  path: string,
  text: string,
  span: TextSpan,
  index: number,
  seen: Around,
): DraftMessage | undefined {
  const json = readJson(text, path);
  if (!json.ok) return undefined;
  const value: JsonValue = JSON.parse(text);
  return { ...span, ...checkMessage(value, index, seen), value, locate: json.locate, size: sizeOf(value) };
}

/** Undefined where more than the inside of messages changed, or where the file would break a limit. */
function withMessagesReplaced(
  file: ScenarioFile,
  text: string,
  replacements: readonly TextReplacement[],
): ScenarioFile | undefined {
  if (text.length > longestFile) return undefined;
  const touched = new Set<number>();
  let spans: readonly TextSpan[] = file.messages;
  for (const replacement of replacements) {
    const index = spans.findIndex(({ start, end }) => start < replacement.start && replacement.end < end);
    if (index < 0) return undefined;
    touched.add(index);
    spans = shifted(spans, index, replacement);
  }
  const messages = file.messages.flatMap((message, index) => {
    const span = spans[index] ?? message;
    if (!touched.has(index)) return { ...message, start: span.start, end: span.end };
    const piece = text.slice(span.start, span.end);
    return readMessage(file.path, piece, span, index, file.seen) ?? [];
  });
  if (messages.length < file.messages.length) return undefined;
  const values = messages.reduce((sum, { size }) => sum + size.values, file.size.values);
  const isDeep = messages.some(({ size }) => size.depth + depthOfMessages > deepestNesting);
  return values > mostValues || isDeep ? undefined : withComparison({ ...file, text, messages });
}

/** The object of the scenario and the list of its messages. */
const depthOfMessages = 2;

/** Spans after a replacement within one of them. */
export function shifted(
  spans: readonly TextSpan[],
  index: number,
  { start, end, text }: TextReplacement,
): readonly TextSpan[] {
  const by = text.length - (end - start);
  return spans.map((span, at) => {
    if (at < index) return span;
    return { start: at === index ? span.start : span.start + by, end: span.end + by };
  });
}

function withComparison(file: ScenarioFile): ScenarioFile {
  const { around, messages } = file;
  const complete = completeOf(messages);
  return {
    ...file,
    problemsBetween: around && complete ? compareMessages({ ...around, messages: complete }) : [],
  };
}

function completeOf(messages: readonly DraftMessage[]): Message[] | undefined {
  const complete = messages.flatMap(({ message }) => message ?? []);
  return complete.length === messages.length ? complete : undefined;
}

// ------------------------------------------------------------------------------------------------ in the text

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** Where each message stands. The text is valid JSON. */
function messageSpans(text: string): readonly TextSpan[] {
  const json = withoutMark(text);
  const marks = text.length - json.length;
  const spans: TextSpan[] = [];
  let depth = 0;
  let field = '';
  let isList = false;
  let start = 0;
  const isMessage = (): boolean => depth === depthOfMessages && field === 'messages' && isList;
  const begin = (offset: number): void => {
    if (isMessage()) start = offset;
    depth += 1;
  };
  const end = (offset: number, length: number): void => {
    depth -= 1;
    if (isMessage()) spans.push({ start: start + marks, end: offset + length + marks });
  };
  visit(json, {
    onObjectProperty: (key) => {
      if (depth === 1) field = key;
    },
    onObjectBegin: (offset) => {
      if (depth === 1) isList = false;
      begin(offset);
    },
    onArrayBegin: (offset) => {
      if (depth === 1) isList = true;
      begin(offset);
    },
    onObjectEnd: end,
    onArrayEnd: end,
    onLiteralValue: (_value, offset, length) => {
      if (isMessage()) spans.push({ start: offset + marks, end: offset + length + marks });
    },
  });
  return spans;
}

/** Looks up places in the text of a scenario. The places around the messages are only read once they are asked for. */
function locateIn({ path, text, messages }: ScenarioFile): Locate {
  let around: Locate | undefined;
  return (at) => {
    const [list, index, ...inside] = at;
    const message = list === 'messages' && typeof index === 'number' ? messages[index] : undefined;
    if (message !== undefined) return within(placeOf(text, message), message.locate(inside));
    if (around === undefined) {
      const json = readJson(text, path);
      around = json.ok ? json.locate : () => ({ line: 1, column: 1 });
    }
    return around(at);
  };
}

/** The byte-order mark takes no column. */
function placeOf(text: string, { start }: TextSpan): Position {
  const json = withoutMark(text);
  return positionAt(json, start - (text.length - json.length));
}

const within = (outer: Position, inner: Position): Position => ({
  line: outer.line + inner.line - 1,
  column: inner.line === 1 ? outer.column + inner.column - 1 : inner.column,
});

// ------------------------------------------------------------------------------------------------ values

/** What messages see of their scenario, also where the rest of it is wrong. */
function seenOf(value: JsonValue): Around {
  const [clock, directory] = [memberOf(value, 'clock'), memberOf(value, 'directory')];
  return {
    // Without a clock, nothing is too early.
    clock: typeof clock === 'string' ? clock : '',
    directory: itemsOf(directory).flatMap((contact) => {
      const id = memberOf(contact, 'id');
      return typeof id === 'string' ? [{ id }] : [];
    }),
  };
}

const isMessageList = (key: string, depth: number): boolean => key === 'messages' && depth === 1;

/** How many values there are in a value, itself included, and how deep they are nested. `skip` leaves out what is in a field. */
function sizeOf(
  value: JsonValue,
  skip: (key: string, depth: number) => boolean = () => false,
  depth = 1,
): Size {
  if (typeof value !== 'object' || value === null) return { values: 1, depth: 0 };
  const members = isList(value) ? value.map((item): [string, JsonValue] => ['', item]) : membersOf(value);
  const sizes = members.map(([key, member]) =>
    skip(key, depth) ? { values: 1, depth: 1 } : sizeOf(member, skip, depth + 1),
  );
  return {
    values: sizes.reduce((sum, { values }) => sum + values, 1),
    depth: sizes.reduce((most, size) => Math.max(most, size.depth), 0) + 1,
  };
}
