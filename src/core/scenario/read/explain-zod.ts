/** Explains what the schema rejects in our own words: one problem per invalid field, in both languages. */
import type { z } from 'zod';
import type { ReadingRule } from './reading-rules.ts';
import { formAt, helpAt, knownFields } from './schema-at.ts';
import type { Path } from './locate.ts';
import { nearest } from './nearest.ts';
import type { UnplacedProblem } from './problem.ts';
import type { Localized } from '../format/text.ts';
import { shown, shownPath } from './shown.ts';

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

/** The problems for zod's issues about `value`, at most `most` of them. */
export function problemsOfIssues(
  issues: readonly Issue[],
  value: unknown,
  schema: z.ZodType,
  most: number,
): readonly UnplacedProblem[] {
  const problems: UnplacedProblem[] = [];
  for (const issue of issues) {
    if (problems.length >= most) break;
    problems.push(...problemsOf(issue, value, schema, most - problems.length));
  }
  return problems.filter((problem) => !isMisspelt(problem, problems));
}

/** Whether a missing field is there under a misspelt name: one slip is one problem. */
function isMisspelt({ rule, path }: UnplacedProblem, all: readonly UnplacedProblem[]): boolean {
  if (rule !== 'missing-field' && rule !== 'translation-missing') return false;
  const place = JSON.stringify(path);
  return all.some(
    ({ fix }) => fix?.kind === 'rename' && JSON.stringify([...fix.path.slice(0, -1), fix.name]) === place,
  );
}

function problemsOf(
  issue: Issue,
  root: unknown,
  schema: z.ZodType,
  most: number,
): readonly UnplacedProblem[] {
  const path = pathOf(issue);
  if (path.length > 0 && valueAt(root, path) === undefined && issue.code !== 'unrecognized_keys') {
    return [missing(path, root)];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, [issue.expected], valueAt(root, path), schema)];
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, most)
        .map((key) => unknownField([...path, key], knownFields(schema, path, valueAt(root, path))));
    case 'invalid_value':
      return [unknownValue(path, issue.values, valueAt(root, path))];
    case 'invalid_union':
      return problemsOfUnion(issue, root, schema, most);
    case 'too_big':
      return [tooBig(path, issue.origin, Number(issue.maximum))];
    case 'too_small':
      return [tooSmall(path, issue.origin, Number(issue.minimum))];
    case 'invalid_format':
      return [wrongForm(path, schema, valueAt(root, path))];
    case 'invalid_key':
    case 'invalid_element':
      return problemsOfKey(issue, path, schema);
    case 'not_multiple_of':
    case 'custom':
      return [custom(path, schema)];
  }
}

/** A key that is not in a record's list is reported like an unknown value. */
function problemsOfKey(
  issue: z.core.$ZodIssueInvalidKey | z.core.$ZodIssueInvalidElement,
  path: Path,
  schema: z.ZodType,
): readonly UnplacedProblem[] {
  const [inner] = issue.issues;
  const key = path.at(-1);
  return inner?.code === 'invalid_value' ? [unknownValue(path, inner.values, key)] : [custom(path, schema)];
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** The value at a path of a JSON value; undefined if there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// -------------------------------------------------------------------------------------------------- unions

/** Compares a value that matches no alternative with the nearest one; "invalid input" would help nobody. */
function problemsOfUnion(
  issue: UnionIssue,
  root: unknown,
  schema: z.ZodType,
  most: number,
): readonly UnplacedProblem[] {
  const path = pathOf(issue);
  const value = valueAt(root, path);
  if ('options' in issue && issue.options !== undefined) return [unknownValue(path, issue.options, value)];
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const roots = branches.map((branch) => branch.find(({ path: inner }) => inner.length === 0));
  const values = roots.map((inner) => (inner?.code === 'invalid_value' ? inner.values : undefined));
  if (values.every((allowed) => allowed !== undefined)) return [unknownValue(path, values.flat(), value)];
  const types = roots.map((inner) => (inner?.code === 'invalid_type' ? inner.expected : undefined));
  if (types.every((expected) => expected !== undefined)) return [wrongType(path, types, value, schema)];
  if (isObject(value) && branches.every((branch) => lacksAll(branch, value))) {
    return noKind(path, Object.keys(value), knownFields(schema, path));
  }
  const best = branches.reduce((left, right) =>
    badness(right, value) < badness(left, value) ? right : left,
  );
  return problemsOfIssues(
    best.map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] })),
    root,
    schema,
    most,
  );
}

/** Whether all fields that a branch requires are missing. */
function lacksAll(branch: readonly Issue[], value: Record<string, unknown>): boolean {
  const asked = branch.filter(({ code, path }) => code !== 'unrecognized_keys' && path.length > 0);
  return asked.length > 0 && asked.every(({ path }) => valueAt(value, [String(path[0])]) === undefined);
}

function badness(branch: readonly Issue[], value: unknown): number {
  return branch
    .map((issue) => {
      // An unknown field weighs more than a wrong value: the alternative that knows the field is the one meant.
      if (issue.code === 'unrecognized_keys') return 11 * issue.keys.length;
      if (issue.path.length === 0) return issue.code === 'invalid_type' ? 1_000 : 10;
      return valueAt(value, pathOf(issue)) === undefined ? 20 : 10;
    })
    .reduce((sum, points) => sum + points, 0);
}

// ------------------------------------------------------------------------------------------------ sentences

function problem(
  rule: ReadingRule | 'too-long' | 'translation-missing',
  path: Path,
  text: Localized,
): UnplacedProblem {
  return { rule, severity: 'error', path, text };
}

const languageNames: ReadonlyMap<string | number | undefined, Localized> = new Map([
  ['ja', { ja: '日本語', en: 'Japanese' }],
  ['en', { ja: '英語', en: 'English' }],
]);

function missing(path: Path, root: unknown): UnplacedProblem {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  const language = languageNames.get(key);
  if (language !== undefined && isObject(valueAt(root, parent))) return untranslated(path, language);
  const name = shown(String(key));
  const where = place(parent);
  return problem('missing-field', path, {
    ja: `${where.ja}に「${name}」がありません。書き加えてください。`,
    en: `“${name}” is missing ${where.en}. Add it.`,
  });
}

function place(path: Path): Localized {
  if (path.length === 0) return { ja: 'ファイル', en: 'from the file' };
  return { ja: `「${shownPath(path)}」`, en: `from “${shownPath(path)}”` };
}

function untranslated(path: Path, language: Localized): UnplacedProblem {
  const parent = shownPath(path.slice(0, -1));
  return problem('translation-missing', path, {
    ja: `「${parent}」の${language.ja}の文がありません。"${path.at(-1)}" に書いてください。`,
    en: `The ${language.en} text of “${parent}” is missing. Write it in "${path.at(-1)}".`,
  });
}

function unknownField(path: Path, known: readonly string[]): UnplacedProblem {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  const listed = known.join(', ');
  const fallback: Localized =
    known.length > 0
      ? { ja: `ここで使える項目：${listed}。`, en: `Fields known here: ${listed}.` }
      : { ja: '削除してください。', en: 'Remove it.' };
  const unknown = problem('unknown-field', path, {
    ja: `「${shown(key)}」という項目はここでは使えません。${meant === undefined ? fallback.ja : `「${meant}」の間違いではありませんか。`}`,
    en: `The field “${shown(key)}” is not known here. ${meant === undefined ? fallback.en : `Did you mean “${meant}”?`}`,
  });
  return meant === undefined ? unknown : { ...unknown, fix: { kind: 'rename', path, name: meant } };
}

function unknownValue(path: Path, allowed: readonly unknown[], value: unknown): UnplacedProblem {
  const words = allowed.map(String);
  const given = shown(said(value));
  if (allowed.length === 1 && path.length === 1 && path[0] === 'format') {
    return problem('unknown-format', path, {
      ja: `"format" は ${words[0]} にしてください（今は ${given}）。`,
      en: `"format" must be ${words[0]} (it is ${given}).`,
    });
  }
  const meant = typeof value === 'string' ? meantWords(value, words) : [];
  const listed = words.map((word) => (word === '' ? '""' : word)).join(', ');
  const isCue = path.at(-1) === 'cue';
  const hint =
    meant.length === 0
      ? undefined
      : {
          ja: `「${meant.join('」か「')}」の間違いではありませんか。`,
          en: ` Did you mean “${meant.join('” or “')}”?`,
        };
  return problem(isCue ? 'unknown-cue' : 'unknown-value', path, {
    ja: `「${given}」は${isCue ? '着眼点カタログにありません' : 'ここでは使えません'}。${hint?.ja ?? ''}使える値：${listed}。`,
    en: `“${given}” is not ${isCue ? 'in the cue catalogue' : 'allowed here'}.${hint?.en ?? ''} Allowed: ${listed}.`,
  });
}

/** The nearest word, or else a few with the same beginning: `fromName` and `fromAddress` for `from`. */
function meantWords(value: string, words: readonly string[]): readonly string[] {
  const meant = nearest(value, words);
  if (meant !== undefined) return [meant];
  const alike = words.filter(
    (word) => value.length >= 3 && word.toLowerCase().startsWith(value.toLowerCase()),
  );
  return alike.length <= 3 ? alike : [];
}

function said(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : Array.isArray(value) ? '[…]' : '{…}';
  }
}

const typeNames = {
  string: { ja: '" " で囲んだ文字列', en: 'a text in " "' },
  number: { ja: '数値', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  object: { ja: '{ } で囲んだ項目', en: 'fields in { }' },
  record: { ja: '{ } で囲んだ項目', en: 'fields in { }' },
  array: { ja: '[ ] で囲んだ一覧', en: 'a list in [ ]' },
  null: { ja: 'null', en: 'null' },
} satisfies Record<string, Localized>;

const namesOfTypes: ReadonlyMap<string, Localized> = new Map(Object.entries(typeNames));

function typeName(type: string): Localized {
  return namesOfTypes.get(type) ?? { ja: type, en: type };
}

function typeOf(value: unknown): Localized {
  return typeName(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
}

function wrongType(
  path: Path,
  expected: readonly string[],
  value: unknown,
  schema: z.ZodType,
): UnplacedProblem {
  const fields = typeof value === 'string' && expected.includes('object') ? knownFields(schema, path) : [];
  if (fields.length > 0) return withoutFields(path, fields, value);
  const names = [...new Set(expected)].map(typeName);
  const found = typeOf(value);
  const where = place(path);
  const wanted = { ja: names.map(({ ja }) => ja).join('か'), en: names.map(({ en }) => en).join(' or ') };
  const fraction = typeof value === 'number' && expected.includes('int');
  return problem('wrong-type', path, {
    ja: `${where.ja}には${wanted.ja}が必要ですが、${fraction ? `${value} ` : found.ja}になっています。`,
    en: `${path.length === 0 ? 'The file' : `“${shownPath(path)}”`} needs ${wanted.en}, but has ${fraction ? value : found.en}.`,
  });
}

/** A text where fields are needed: most often a text in one language. */
function withoutFields(path: Path, fields: readonly string[], value: unknown): UnplacedProblem {
  const where = shownPath(path);
  const isText = fields.length === 2 && fields.includes('ja') && fields.includes('en');
  const form = isText
    ? `{ "ja": "…", "en": "…" }`
    : `{ ${fields
        .slice(0, 6)
        .map((field) => `"${field}": …`)
        .join(', ')} }`;
  const given = shown(String(value));
  return problem('wrong-type', path, {
    ja: `「${where}」は「${given}」だけでは足りません。${form} の形で${isText ? '両言語を' : ''}書いてください。`,
    en: `“${where}” is only “${given}”. Write it ${isText ? 'in both languages, ' : ''}as ${form}.`,
  });
}

/** How many fields of an object without a kind are compared with the known ones. */
const mostCompared = 100;

/** An object without any field that tells its kind: names a misspelt one, otherwise lists them all. */
function noKind(path: Path, keys: readonly string[], known: readonly string[]): readonly UnplacedProblem[] {
  const misspelt = keys
    .slice(0, mostCompared)
    .find((key) => !known.includes(key) && nearest(key, known) !== undefined);
  if (misspelt !== undefined) return [unknownField([...path, misspelt], known)];
  const listed = known.join(', ');
  return [
    problem('missing-field', path, {
      ja: `「${shownPath(path)}」には次のどれかを書いてください：${listed}。`,
      en: `“${shownPath(path)}” needs one of these fields: ${listed}.`,
    }),
  ];
}

function tooBig(path: Path, origin: string, most: number): UnplacedProblem {
  const where = shownPath(path);
  const limit = most.toLocaleString('en');
  switch (origin) {
    case 'string':
      return problem('too-long', path, {
        ja: `「${where}」が長すぎます。${limit} 文字以内にしてください。`,
        en: `“${where}” is too long. Keep it within ${limit} characters.`,
      });
    case 'array':
      return problem('too-long', path, {
        ja: `「${where}」の数が多すぎます。${limit} 個までにしてください。`,
        en: `“${where}” has too many entries. Keep it to ${limit}.`,
      });
    default:
      return problem('out-of-range', path, {
        ja: `「${where}」は ${limit} 以下にしてください。`,
        en: `“${where}” must be at most ${limit}.`,
      });
  }
}

function tooSmall(path: Path, origin: string, least: number): UnplacedProblem {
  const where = shownPath(path);
  const language = languageNames.get(path.at(-1));
  switch (origin) {
    case 'string':
      if (language !== undefined) return untranslated(path, language);
      return problem('too-short', path, {
        ja: `「${where}」が短すぎます。${least} 文字以上書いてください。`,
        en: `“${where}” is too short. Write at least ${least} ${least === 1 ? 'character' : 'characters'}.`,
      });
    case 'array':
      return problem('too-short', path, {
        ja: `「${where}」には少なくとも ${least} 個必要です。`,
        en: `“${where}” needs at least ${least} ${least === 1 ? 'entry' : 'entries'}.`,
      });
    default:
      return problem('out-of-range', path, {
        ja: `「${where}」は ${least} 以上にしてください。`,
        en: `“${where}” must be at least ${least}.`,
      });
  }
}

function wrongForm(path: Path, schema: z.ZodType, value: unknown): UnplacedProblem {
  const form = formAt(schema, path);
  const where = shownPath(path);
  const given = shown(said(value));
  return problem('wrong-form', path, {
    ja: `「${where}」の「${given}」は書き方が違います。${form === undefined ? '書式を確認してください。' : `${form.ja}で書いてください。`}`,
    en: `“${where}” is “${given}”, which has the wrong form. ${form === undefined ? 'Check how it is written.' : `Write ${form.en}.`}`,
  });
}

function custom(path: Path, schema: z.ZodType): UnplacedProblem {
  return problem(
    'wrong-value',
    path,
    helpAt(schema, path) ?? {
      ja: `「${shownPath(path)}」の値が正しくありません。`,
      en: `“${shownPath(path)}” is not right.`,
    },
  );
}
