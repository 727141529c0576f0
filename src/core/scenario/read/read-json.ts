/**
 * Reads an untrusted file as strict JSON. Rejects anything that could hang or deceive the game before other code
 * looks at it.
 */
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { Brackets } from './brackets.ts';
import { characterName, invisible, isBlank } from './character-names.ts';
import { type Locate, locateIn, type Path, type PlacedValue, type Position, positionAt } from './locate.ts';
import type { Problem } from './problem.ts';
import type { ReadingRule } from './reading-rules.ts';
import type { Localized } from '../format/text.ts';
import { shown, shownPath } from './shown.ts';

/** In UTF-16 units. An inbox of sixty messages takes about a tenth of it. */
export const longestFile = 2_000_000;
/** The deepest nesting of objects and lists. The format needs about fifteen levels. */
export const deepestNesting = 40;
/** The most values in a file. A large scenario has several thousand. */
export const mostValues = 100_000;
/** In UTF-16 units: the longest field name. The longest in the format has thirteen characters. */
export const longestKey = 100;
/** In UTF-16 units: a longer file is not searched for the text that makes it too large. */
const longestSearched = 3 * longestFile;

/** A JSON text that was read, or what is wrong with it. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly locate: Locate }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Parses a text as JSON with the positions of its parts, or says what is wrong. */
export function readJson(original: string, file: string): JsonText {
  if (original.length > longestFile + byteOrderMark.length) return refused([tooLarge(original)], file);
  const text = original.startsWith(byteOrderMark) ? original.slice(byteOrderMark.length) : original;
  const problem = problemOfText(text);
  if (problem !== undefined) return refused([problem], file);
  const { root, problems } = walk(text);
  if (problems.length > 0) return refused(problems, file);
  const parsed = parsedJson(text);
  return parsed === undefined
    ? refused([unreadable], file)
    : { ok: true, value: parsed.value, locate: locateIn(root) };
}

const byteOrderMark = '\uFEFF';

type JsonProblem = Pick<Problem, 'path' | 'line' | 'column' | 'text'> & { readonly rule: ReadingRule };

function refused(problems: readonly JsonProblem[], file: string): JsonText {
  return { ok: false, problems: problems.map((problem) => ({ ...problem, severity: 'error', file })) };
}

/** What is wrong with a text as a whole. */
function problemOfText(text: string): JsonProblem | undefined {
  if (text.length > longestFile) return tooLarge(text);
  if (text.trim() === '') return { rule: 'empty-file', path: [], ...start, text: sentences.empty };
  const broken = text.indexOf('\uFFFD');
  if (broken < 0) return undefined;
  return { rule: 'not-utf8', path: [], ...positionAt(text, broken), text: sentences.notUtf8 };
}

const start: Position = { line: 1, column: 1 };

/** Says that a file is too large, and names the text that makes it so, if there is one. */
function tooLarge(text: string): JsonProblem {
  const longest = mayHoldOneLongText(text) ? walk(text).longest : undefined;
  const { path = [], position = start } = longest ?? {};
  return { rule: 'too-large', path, ...position, text: tooLargeText(text.length, path) };
}

/** Whether two quotation marks are far enough apart for a text that long. Much faster than the parser. */
function mayHoldOneLongText(text: string): boolean {
  if (text.length > longestSearched) return false;
  let start = 0;
  for (let end = text.indexOf('"'); end >= 0; end = text.indexOf('"', end + 1)) {
    if (text[end - 1] === '\\') continue;
    if (end - start > longestFile / 2 && text.slice(start, end).trim().length > longestFile / 2) return true;
    start = end + 1;
  }
  return false;
}

interface Walked {
  readonly root: PlacedValue;
  /** The first syntax error or exceeded limit by itself, otherwise every forbidden key. */
  readonly problems: readonly JsonProblem[];
  /** A text that alone takes more than half of the allowed size. */
  readonly longest?: { readonly path: Path; readonly position: Position; readonly length: number };
}

/**
 * Ends a walk. Otherwise the parser would go on guessing after an error, possibly through a hundred thousand
 * brackets.
 */
class Stop extends Error {
  readonly problem: JsonProblem;
  constructor(rule: ReadingRule, position: Position, text: Localized, path: Path = []) {
    super(rule);
    this.problem = { rule, path, ...position, text };
  }
}

interface Growing extends Position {
  readonly inner: Map<string | number, Growing>;
}

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a text once, within the limits on depth and number of values. */
function walk(text: string): Walked {
  const problems: JsonProblem[] = [];
  const open: Growing[] = [];
  let root: Growing | undefined;
  /** The position of the last key, used for the value that follows. */
  let named: Growing | undefined;
  let longest: Walked['longest'];
  let values = 0;

  /** Adds the position of the value that starts here. */
  const place = (line: number, column: number): Growing => {
    values += 1;
    if (values > mostValues) throw new Stop('too-many-values', start, sentences.tooMany);
    const found = named ?? newPlace(line, column);
    if (named === undefined) {
      const list = open.at(-1);
      list?.inner.set(list.inner.size, found);
    }
    named = undefined;
    root ??= found;
    return found;
  };
  const brackets = new Brackets(text);
  const begin = (offset: number, _length: number, line: number, column: number): void => {
    brackets.opened(offset, line, column);
    open.push(place(line, column));
    if (open.length > deepestNesting) throw new Stop('too-deep', position(line, column), sentences.tooDeep);
  };
  const end = (offset: number, _length: number, line: number, column: number): void => {
    brackets.closed(offset, line, column);
    open.pop();
  };
  const problem = visitUntilStopped(text, {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onLiteralValue: (_value, _offset, length, line, column, path) => {
      brackets.valued();
      place(line, column);
      if (length > (longest?.length ?? longestFile / 2)) {
        longest = { path: path(), position: position(line, column), length };
      }
    },
    onObjectProperty: (key, _offset, _length, line, column, parent) => {
      const at = position(line, column);
      // Reported at its object, so that no path contains the key.
      if (key.length > longestKey) throw new Stop('unknown-field', at, keyTooLong(key), parent());
      brackets.named(key);
      const siblings = open.at(-1)?.inner;
      named = newPlace(line, column);
      if (forbiddenKeys.has(key)) {
        problems.push({ rule: 'forbidden-key', path: [...parent(), key], ...at, text: forbidden(key) });
      } else if (siblings?.has(key) === true) {
        problems.push({ rule: 'duplicate-key', path: [...parent(), key], ...at, text: twice(key) });
      } else siblings?.set(key, named);
    },
    onError: (code, offset, length, line, column) => {
      const bracket = maySayMore.has(printParseErrorCode(code)) ? brackets.slipAt(offset) : undefined;
      if (bracket !== undefined) throw new Stop('broken-json', bracket.position, bracket.text);
      const found = slip(code, text, offset, length);
      throw new Stop('broken-json', position(line, column + found.at), found.text);
    },
  });
  return {
    root: root ?? newPlace(0, 0),
    // After a syntax error the rest is guesswork, so report the error by itself.
    problems: problem === undefined ? problems : [problem],
    ...(longest && { longest }),
  };
}

const position = (line: number, column: number): Position => ({ line: line + 1, column: column + 1 });
const newPlace = (line: number, column: number): Growing => ({ ...position(line, column), inner: new Map() });

function visitUntilStopped(text: string, visitor: Parameters<typeof visit>[1]): JsonProblem | undefined {
  try {
    visit(text, visitor, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.problem;
    throw error;
  }
}

function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

// ------------------------------------------------------------------------------------------------ sentences

const sentences = {
  empty: {
    ja: 'ファイルが空です。シナリオの JSON を書いて保存してください。',
    en: 'The file is empty. Write the JSON of a scenario in it and save it.',
  },
  notUtf8: {
    ja: '文字が壊れています。ファイルが UTF-8 以外（Shift_JIS など）で保存されているようです。文字コード UTF-8 で保存し直してください。',
    en: 'A character is damaged: the file seems to be saved in an encoding other than UTF-8. Save it again as UTF-8.',
  },
  tooDeep: {
    ja: `{ } や [ ] の入れ子が深すぎます（上限は ${deepestNesting} 段）。入れ子を減らしてください。`,
    en: `The { } and [ ] are nested too deeply (the limit is ${deepestNesting} levels). Nest them less.`,
  },
  tooMany: {
    ja: `値の数が多すぎます(上限は ${mostValues.toLocaleString('en')} 個)。シナリオを複数のファイルに分けてください。`,
    en: `The file holds too many values (the limit is ${mostValues.toLocaleString('en')}). Split the scenario into several files.`,
  },
} satisfies Record<string, Localized>;

function tooLargeText(length: number, path: Path): Localized {
  const size = length.toLocaleString('en');
  const limit = longestFile.toLocaleString('en');
  const where = shownPath(path);
  return {
    ja: `ファイルが大きすぎます（${size} 文字。上限は ${limit} 文字）。${where === '' ? 'ファイルを分けてください。' : `特に「${where}」の文が長すぎるので、短くしてください。`}`,
    en: `The file is too large (${size} characters; the limit is ${limit}). ${where === '' ? 'Split it into several files.' : `The text at “${where}” is by far the longest: shorten it.`}`,
  };
}

function forbidden(key: string): Localized {
  return {
    ja: `「${key}」は項目名として使えません。この項目を削除してください。`,
    en: `“${key}” must not be used as a field name. Remove this field.`,
  };
}

function keyTooLong(key: string): Localized {
  const name = shown(key);
  return {
    ja: `項目名「${name}」が長すぎます（${key.length.toLocaleString('en')} 文字。上限は ${longestKey} 文字）。" の閉じ忘れがないか確認するか、項目名を短くしてください。`,
    en: `The field name “${name}” is too long (${key.length.toLocaleString('en')} characters; the limit is ${longestKey}). Look for a missing ", or shorten the name.`,
  };
}

function twice(name: string): Localized {
  const key = shown(name);
  return {
    ja: `項目「${key}」が同じ { } の中に2回書かれています。どちらか一方を削除してください。`,
    en: `The field “${key}” is written twice in the same { }. Remove one of the two.`,
  };
}

const unreadable: JsonProblem = {
  rule: 'broken-json',
  path: [],
  ...start,
  text: {
    ja: 'JSON として読めません。書き方を確認してください。',
    en: 'The file cannot be read as JSON. Check how it is written.',
  },
};

const slips: Readonly<Record<string, Localized>> = {
  InvalidSymbol: {
    ja: 'ここに JSON では使えない文字か単語があります。文字列なら " " で囲み、文の中の " は \\" と書いてください。',
    en: 'Here is a character or word that JSON does not know. If it is a text, put it between " "; a " within a text is written \\".',
  },
  InvalidNumberFormat: {
    ja: '数値の書き方が正しくありません。',
    en: 'This number is not written correctly.',
  },
  PropertyNameExpected: {
    ja: 'ここには " " で囲んだ項目名が必要です。',
    en: 'A field name between " " is needed here.',
  },
  ValueExpected: { ja: 'ここには値が必要です。', en: 'A value is needed here.' },
  ColonExpected: {
    ja: '項目名の後にコロン : が必要です。',
    en: 'A colon : is needed after the field name.',
  },
  CommaExpected: {
    ja: 'この前にカンマ , が抜けています。前の行の終わりを確認してください。',
    en: 'A comma , is missing before this. Look at the end of the line before.',
  },
  CloseBraceExpected: {
    ja: '閉じる波かっこ } が足りません。',
    en: 'A closing brace } is missing.',
  },
  CloseBracketExpected: {
    ja: '閉じる角かっこ ] が足りません。',
    en: 'A closing bracket ] is missing.',
  },
  EndOfFileExpected: {
    ja: 'JSON が終わった後に余分な文字があります。削除するか、かっこの数を確認してください。',
    en: 'Something follows after the JSON has ended. Remove it, or count the brackets.',
  },
  InvalidCommentToken: {
    ja: 'コメントは書けません。削除してください。',
    en: 'Comments are not allowed. Remove this one.',
  },
  UnexpectedEndOfString: {
    ja: '文字列が閉じられていません。終わりに " を付け、文中の改行は \\n、文中の " は \\" と書いてください。',
    en: 'The text is not closed. End it with ", and inside it write a line break as \\n and a quotation mark as \\".',
  },
  InvalidUnicode: {
    ja: '\\u の後には4桁の16進数が必要です。',
    en: '\\u must be followed by four hexadecimal digits.',
  },
  InvalidEscapeCharacter: {
    ja: '\\ の後の文字が正しくありません。\\ そのものは \\\\ と書いてください。',
    en: 'The character after \\ is not allowed. Write a backslash itself as \\\\.',
  },
  InvalidCharacter: {
    ja: '文字列の中に、タブなどそのままでは書けない文字があります。タブは \\t、改行は \\n と書いてください。',
    en: 'The text holds a character that cannot stand there as it is. Write a tab as \\t and a line break as \\n.',
  },
};

/** Errors that a missing bracket causes. */
const maySayMore: ReadonlySet<string> = new Set([
  'PropertyNameExpected',
  'ValueExpected',
  'ColonExpected',
  'CommaExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
]);

/** Describes a syntax error, and how far into the token its cause is. */
function slip(
  code: ParseErrorCode,
  text: string,
  offset: number,
  length: number,
): { readonly text: Localized; readonly at: number } {
  const next = text.charAt(offset);
  if ('}]'.includes(next) && next !== '' && text[lastBefore(text, offset)] === ',') {
    return {
      at: 0,
      text: {
        ja: `「${next}」の前のカンマ , が余分です。削除してください。`,
        en: `The comma , before “${next}” is one too many. Remove it.`,
      },
    };
  }
  const name = printParseErrorCode(code);
  const token = text.slice(offset, offset + length);
  const cause =
    name === 'InvalidSymbol' ? strayIn(token) : name === 'InvalidCharacter' ? controlIn(token) : undefined;
  return cause ?? { at: 0, text: slips[name] ?? unreadable.text };
}

/** The offset of the last non-blank character before an offset. */
function lastBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && ' \t\r\n'.includes(text.charAt(at))) at -= 1;
  return at;
}

interface Cause {
  readonly at: number;
  readonly text: Localized;
}

/** The first character of a token, outside strings, that is invisible or only looks like JSON punctuation. */
function strayIn(token: string): Cause | undefined {
  let at = 0;
  for (const character of token) {
    if (invisible.test(character)) return { at, text: unseen(character) };
    const meant = meantSigns.get(character) ?? plainOf(character);
    if (meant !== undefined) return { at, text: lookAlike(character, meant) };
    at += character.length;
  }
  return undefined;
}

function unseen(character: string): Localized {
  const name = characterName(character);
  return isBlank(character)
    ? {
        ja: `ここの空白は ${name.ja}で、JSON では空白として使えません。削除するか、半角の空白に直してください。`,
        en: `This is not a plain space but ${name.en}, though the two cannot be told apart by eye. Remove it, or type a plain space.`,
      }
    : {
        ja: `ここに、目に見えない文字 ${name.ja}があります。見えませんが、この位置にカーソルを置いて削除してください。`,
        en: `Here is ${name.en}, which cannot be seen. Put the cursor at this place and delete it.`,
      };
}

/** The raw control character that makes a string invalid. */
function controlIn(token: string): Cause | undefined {
  // oxlint-disable-next-line no-control-regex -- it looks for control characters
  const at = token.search(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
  if (at < 0) return undefined;
  const name = characterName(token.charAt(at));
  return {
    at,
    text: {
      ja: `文字列の中に、目に見えない文字 ${name.ja}があります。削除してください。`,
      en: `The text holds ${name.en}, which cannot be seen. Delete it.`,
    },
  };
}

/**
 * What input methods or word processors type instead of JSON punctuation, if normalisation does not give the plain
 * sign.
 */
const meantSigns: ReadonlyMap<string, string> = new Map([
  ['、', ','],
  ...Array.from('“”„‟‘’‚‛＇「」『』«»‹›〝〞〟″', (quotation): [string, string] => [quotation, '"']),
  ...Array.from('‐‑‒–—―−', (dash): [string, string] => [dash, '-']),
]);

/** The plain sign, digit or letter for a full-width or small form. */
function plainOf(character: string): string | undefined {
  const plain = character.normalize('NFKC');
  return plain !== character && /^[!-~]$/.test(plain) ? plain : undefined;
}

const lookAlike = (found: string, meant: string): Localized => ({
  ja: `「${found}」は JSON では使えません。半角の ${meant} に直してください。`,
  en: `JSON does not know ${found} here. Type a plain ${meant} instead.`,
});
