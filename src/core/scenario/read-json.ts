/** Reads the text of an untrusted file as strict JSON: refuses what could hang or fool the game before anything looks at it. */
import { printParseErrorCode, visit } from 'jsonc-parser';
import { type Locate, locateIn, type Path, pathKey, type Position, positionAt } from './locate.ts';
import type { Flaw, Problem } from './problem.ts';
import type { Localized } from './format/text.ts';
import { shown, shownPath } from './shown.ts';

/** The longest file in characters; a whole inbox of sixty messages takes about a tenth of it. */
export const longestFile = 2_000_000;
/** The deepest nesting of objects and lists; the format itself needs about fifteen. */
export const deepestNesting = 40;
/** The most values in one file; a large scenario has some thousands. */
export const mostValues = 100_000;

export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly locate: Locate }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The JSON value of a text and where its parts stand, or what is wrong with the text. */
export function readJson(original: string, file: string): JsonText {
  const text = original.startsWith('\uFEFF') ? original.slice(1) : original;
  const refused = refusal(text);
  if (refused !== undefined) {
    const { offset, ...flaw } = refused;
    return { ok: false, problems: [{ ...flaw, severity: 'error', file, ...positionAt(text, offset) }] };
  }
  const { flaws, positions } = walk(text);
  if (flaws.length > 0) {
    const problems = flaws.map(({ flaw, position }) => ({ ...flaw, file, ...position }));
    return { ok: false, problems };
  }
  const value: unknown = JSON.parse(text);
  return { ok: true, value, locate: locateIn(positions) };
}

interface Refusal extends Pick<Flaw, 'rule' | 'path' | 'text'> {
  readonly offset: number;
}

/** The first reason not even to build a value of the text; takes one pass and no recursion. */
function refusal(text: string): Refusal | undefined {
  if (text.trim() === '') return { rule: 'empty-file', path: [], offset: 0, text: sentences.empty };
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) return { rule: 'not-utf8', path: [], offset: broken, text: sentences.notUtf8 };
  const measured = measure(text);
  if (measured.tooDeep !== undefined) {
    return { rule: 'too-deep', path: [], offset: measured.tooDeep, text: sentences.tooDeep };
  }
  if (text.length > longestFile) {
    const { path, offset } = longestText(text);
    return { rule: 'too-large', path, offset, text: tooLarge(text.length, path) };
  }
  if (measured.values > mostValues) {
    return { rule: 'too-many-values', path: [], offset: 0, text: sentences.tooMany };
  }
  return undefined;
}

function measure(text: string): { readonly tooDeep?: number; readonly values: number } {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepestNesting) return { tooDeep: at, values };
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') values += 1;
  }
  return { values };
}

/** Which text makes a file too large; the start of the file if no single one does. */
function longestText(text: string): { readonly path: Path; readonly offset: number } {
  let longest: { path: Path; offset: number; length: number } = {
    path: [],
    offset: 0,
    length: longestFile / 2,
  };
  visit(text, {
    onLiteralValue: (_value, offset, length, _line, _column, path) => {
      if (length > longest.length) longest = { path: path(), offset, length };
    },
  });
  return longest;
}

interface Placed {
  readonly flaw: Flaw;
  readonly position: Position;
}

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function walk(text: string): {
  readonly flaws: readonly Placed[];
  readonly positions: ReadonlyMap<string, Position>;
} {
  const positions = new Map<string, Position>();
  const keyFlaws: Placed[] = [];
  let syntax: Placed | undefined;
  const record = (path: Path, line: number, column: number): void => {
    const key = pathKey(path);
    if (!positions.has(key)) positions.set(key, { line: line + 1, column: column + 1 });
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, column, path) => record(path(), line, column),
      onArrayBegin: (_offset, _length, line, column, path) => record(path(), line, column),
      onLiteralValue: (_value, _offset, _length, line, column, path) => record(path(), line, column),
      onObjectProperty: (property, _offset, _length, line, column, parent) => {
        const path = [...parent(), property];
        const position = { line: line + 1, column: column + 1 };
        if (forbiddenKeys.has(property)) {
          keyFlaws.push({
            position,
            flaw: { rule: 'forbidden-key', severity: 'error', path, text: forbidden(property) },
          });
        } else if (positions.has(pathKey(path))) {
          keyFlaws.push({
            position,
            flaw: { rule: 'duplicate-key', severity: 'error', path, text: twice(path) },
          });
        } else record(path, line, column);
      },
      onError: (code, offset, _length, line, column) => {
        syntax ??= {
          position: { line: line + 1, column: column + 1 },
          flaw: {
            rule: 'broken-json',
            severity: 'error',
            path: [],
            text: broken(printParseErrorCode(code), text, offset),
          },
        };
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  // After a slip of syntax the rest is guesswork, so it is told alone.
  if (syntax === undefined && !isJson(text)) syntax = { position: { line: 1, column: 1 }, flaw: unreadable };
  return { flaws: syntax === undefined ? keyFlaws : [syntax], positions };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
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

function tooLarge(length: number, path: Path): Localized {
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

function twice(path: Path): Localized {
  const key = shown(String(path.at(-1)));
  return {
    ja: `項目「${key}」が同じ { } の中に2回書かれています。どちらか一方を削除してください。`,
    en: `The field “${key}” is written twice in the same { }. Remove one of the two.`,
  };
}

const unreadable: Flaw = {
  rule: 'broken-json',
  severity: 'error',
  path: [],
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

function broken(code: string, text: string, offset: number): Localized {
  const next = text.charAt(offset);
  if (next !== '' && text.slice(0, offset).trimEnd().endsWith(',') && '}]'.includes(next)) {
    return {
      ja: `「${next}」の前のカンマ , が余分です。削除してください。`,
      en: `The comma , before “${next}” is one too many. Remove it.`,
    };
  }
  return lookAlike(next) ?? slips[code] ?? unreadable.text;
}

/** What an input method or a word processor types in place of a sign of JSON. */
const meantSigns: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['，', ','],
  ['、', ','],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ...Array.from("“”„‟＂‘’＇'「」", (quotation): [string, string] => [quotation, '"']),
]);

function lookAlike(found: string): Localized | undefined {
  if (/[\u00A0\u3000]/.test(found)) {
    return {
      ja: 'ここの空白は全角か特殊な空白です。削除するか、半角の空白に直してください。',
      en: 'This is not a plain space. Remove it, or type a plain one.',
    };
  }
  const meant = meantSigns.get(found);
  return meant === undefined
    ? undefined
    : {
        ja: `「${found}」は JSON では使えません。半角の ${meant} に直してください。`,
        en: `JSON does not know ${found} here. Type a plain ${meant} instead.`,
      };
}
