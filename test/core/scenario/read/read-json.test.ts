import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../src/core/scenario/read/problem.ts';
import {
  longestFile,
  longestKey,
  mostValues,
  readJson,
} from '../../../../src/core/scenario/read/read-json.ts';

const file = 'pack.json';

function problemsOf(text: string): readonly Problem[] {
  const json = readJson(text, file);
  return json.ok ? [] : json.problems;
}

const brief = (text: string): readonly string[] =>
  problemsOf(text).map(({ rule, line, column }) => `${rule} ${line}:${column}`);

function engineReads(text: string): { readonly value: unknown } | 'refused' {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'refused';
  }
}

const isTwice = (problems: readonly Problem[]): boolean =>
  problems.every(({ rule }) => rule === 'duplicate-key');

describe('an invisible character outside of texts', () => {
  it.each([
    ['at the end', '{ "a": 1 }\u200B', '1:11', 'U+200B (zero-width space)', 'U+200B（ゼロ幅スペース）'],
    ['a second mark of the byte order', '\uFEFF\uFEFF{ "a": 1 }', '1:1', 'U+FEFF (byte-order mark)', 'BOM'],
    ['a mark of the byte order within', '{\n\uFEFF"a": 1 }', '2:1', 'U+FEFF (byte-order mark)', 'BOM'],
    ['NUL', '{ "a": 1 }\n\u0000', '2:1', 'U+0000 (NUL)', 'U+0000（NUL文字）'],
    ['in the middle of a word', '{ "a": tru\u200De }', '1:11', 'U+200D (zero-width joiner)', 'ゼロ幅接合子'],
    ['between a name and its colon', '{ "a"\u2060: 1 }', '1:6', 'U+2060 (word joiner)', '単語結合子'],
    ['after a number', '{ "a": 1\u00AD }', '1:9', 'U+00AD (soft hyphen)', 'ソフトハイフン'],
    ['a separator of lines', '{ "a": 1\u2028}', '1:9', 'U+2028 (line separator)', '行区切り文字'],
    ['one that turns text round', '{\u202E"a": 1}', '1:2', 'U+202E (a direction mark)', '書字方向'],
    ['a filler', '{\u3164"a": 1}', '1:2', 'U+3164 (Hangul filler)', 'ハングルフィラー'],
    ['a selector of variants', '{"a"\uFE0F: 1}', '1:5', 'U+FE0F (variation selector)', '異体字'],
    ['a control character', '{\u0007"a": 1}', '1:2', 'U+0007 (a control character)', '制御文字'],
    ['a tag', '{\u{E0041}"a": 1}', '1:2', 'U+E0041 (a tag character)', 'タグ文字'],
  ])('is reported by number, name and place: %s', (_, text, place, en, ja) => {
    expect(brief(text)).toEqual([`broken-json ${place}`]);
    const [problem] = problemsOf(text);
    expect(problem?.text.en).toContain(en);
    expect(problem?.text.en).toContain('cannot be seen');
    expect(problem?.text.ja).toContain(ja);
    expect(problem?.text.ja).toContain('目に見えない');
  });

  it.each([
    ['\u00A0', 'U+00A0 (no-break space)', 'ノーブレークスペース'],
    ['\u3000', 'U+3000 (full-width space)', '全角スペース'],
    ['\u2003', 'U+2003 (a space of another width)', '幅の異なる空白'],
    ['\u202F', 'U+202F (narrow no-break space)', '幅の狭い'],
  ])('is distinguished from a plain space: %j', (blank, en, ja) => {
    const text = `{\n  "a": 1,\n ${blank}"b": true${blank}\n}`;
    expect(brief(text)).toEqual(['broken-json 3:2']);
    const [problem] = problemsOf(text);
    expect(problem?.text.en).toContain(`not a plain space but ${en}`);
    expect(problem?.text.ja).toContain(ja);
  });

  it('is reported if it is unescaped in a text, where JSON requires an escape', () => {
    const text = '{\n  "title": "one\u0000two"\n}';
    expect(brief(text)).toEqual(['broken-json 2:16']);
    expect(problemsOf(text)[0]?.text.en).toContain('U+0000 (NUL), which cannot be seen');
  });

  it('is allowed inside a text', () => {
    expect(readJson('{ "a": "x\u200By" }', file)).toMatchObject({ ok: true, value: { a: 'x\u200By' } });
  });
});

describe('a sign that looks like one of JSON', () => {
  it.each([
    ['{ “title”: 1 }', '1:3', '“', '"'],
    ['{ "a"：1 }', '1:6', '：', ':'],
    ['{ "a": true，"b": 1 }', '1:12', '，', ','],
    ['{ "a": 1、"b": 1 }', '1:9', '、', ','],
    ['｛ "a": 1 }', '1:1', '｛', '{'],
    ['{ "a": ［1] }', '1:8', '［', '['],
    ['{ "a": １ }', '1:8', '１', '1'],
    ['{ "a": −1 }', '1:8', '−', '-'],
    ['{ "a": 1．5 }', '1:9', '．', '.'],
    ['{ «a»: 1 }', '1:3', '«', '"'],
    ['{ ｔrue }', '1:3', 'ｔ', 't'],
  ])('is reported with the right sign and its place: %s', (text, place, found, plain) => {
    expect(brief(text)).toEqual([`broken-json ${place}`]);
    const [problem] = problemsOf(text);
    expect(problem?.text.en).toBe(`JSON does not know ${found} here. Type a plain ${plain} instead.`);
    expect(problem?.text.ja).toContain(`「${found}」は JSON では使えません。半角の ${plain} に`);
  });
});

describe('a text of JSON', () => {
  it('is never read deeper than the limit, whatever hides its brackets', () => {
    const many = 100_000;
    expect(brief('['.repeat(many))).toEqual(['too-deep 1:41']);
    expect(brief(`/*"*/${'['.repeat(many)}`)).toEqual(['broken-json 1:1']);
    expect(brief(`//"\n${'['.repeat(many)}`)).toEqual(['broken-json 1:1']);
    expect(brief('[},'.repeat(many))).toEqual(['broken-json 1:2']);
    expect(brief(`"\n${'{"a":'.repeat(many)}`)).toEqual(['broken-json 1:1']);
    expect(brief('{"a":'.repeat(many))).toEqual(['too-deep 1:201']);
  });

  it('is refused if the name of a field is too long, reported at its object', () => {
    const longest = 'k'.repeat(longestKey);
    expect(problemsOf(`{"${longest}":1}`)).toEqual([]);
    expect(problemsOf(`{"a":[{"${longest}k":1}]}`)).toMatchObject([
      { rule: 'unknown-field', path: ['a', 0], line: 1, column: 8 },
    ]);
  });

  // Before, each place was stored under its full path: the first took a minute.
  it.each([
    ['a key of 100,000 characters', `{"${'k'.repeat(100_000)}":[${'1,'.repeat(3_000)}1]}`],
    ['keys upon keys', `${`{"${'k'.repeat(2_000)}":`.repeat(39)}[${'1,'.repeat(9_000)}1]${'}'.repeat(39)}`],
    [
      'the longest keys allowed',
      `${`{"${'k'.repeat(100)}":`.repeat(39)}[${'1,'.repeat(90_000)}1]${'}'.repeat(39)}`,
    ],
    ['one key over and over', `{${Array.from({ length: 90_000 }, () => '"a":1').join(',')}}`],
    ['one field after the other', `{${Array.from({ length: 90_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
    ['errors', '"\n'.repeat(900_000)],
    ['brackets that close nothing', `[${'}'.repeat(1_900_000)}`],
  ])('of the allowed size is read or refused in bounded time: %s', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(longestFile);
    const json = readJson(text, file);
    expect(json.ok || json.problems.length > 0).toBe(true);
  });

  it('counts every value and every list', () => {
    const lists = `[${Array.from({ length: mostValues }, () => '[]').join(',')}]`;
    expect(brief(lists)).toEqual(['too-many-values 1:1']);
    expect(brief(`[${Array.from({ length: mostValues - 1 }, () => '1').join(',')}]`)).toEqual([]);
  });

  it('of white space is refused without searching for a long text', () => {
    expect(brief(`{${' '.repeat(5_900_000)}"a":1}`)).toEqual(['too-large 1:1']);
    expect(brief(`{"a":"${'"'.repeat(5_900_000)}`)).toEqual(['too-large 1:1']);
  });

  it('that is too large because of one long text is reported at that text', () => {
    const long = `{"a":["b","${'word \\" '.repeat(300_000)}"]}`;
    expect(problemsOf(long)).toMatchObject([{ rule: 'too-large', path: ['a', 1], line: 1, column: 11 }]);
  });

  it('of fifty megabytes is refused by its length', () => {
    expect(brief(' '.repeat(50_000_000))).toEqual(['too-large 1:1']);
    expect(brief(`{"a":"${'x'.repeat(50_000_000)}"}`)).toEqual(['too-large 1:1']);
  });

  it('has the place of each value, and for a missing value that of its nearest parent', () => {
    const json = readJson('{\n  "a": [1,\n   { "b": null }],\n  "c": {}\n}', file);
    if (!json.ok) throw new Error('unreadable');
    const at = (...path: (string | number)[]) => Object.values(json.locate(path)).join(':');
    expect(at()).toBe('1:1');
    expect(at('a')).toBe('2:3');
    expect(at('a', 0)).toBe('2:9');
    expect(at('a', 1)).toBe('3:4');
    expect(at('a', 1, 'b')).toBe('3:6');
    expect(at('a', 1, 'd', 'e')).toBe('3:4');
    expect(at('c', 'x')).toBe('4:3');
    expect(at('constructor', 'name')).toBe('1:1');
  });

  it('is read or refused like JSON.parse', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      'true',
      '"',
      '\\',
      '\n',
      ' ',
      '/*',
      '*/',
      '//',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const engines = engineReads(text);
        const json = readJson(text, file);
        // Only a duplicate key is accepted by JSON.parse and refused by us.
        const ours = json.ok ? { value: json.value } : isTwice(json.problems) ? engines : 'refused';
        expect(ours).toEqual(engines);
      }),
      { numRuns: 3_000 },
    );
  });
});
