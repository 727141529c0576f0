import { describe, expect, it } from 'vitest';
import { mostRegions } from '../../../../src/core/lint/checks/evidence.ts';
import { longestText, mostRuns, type Run } from '../../../../src/core/scenario/format/text.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { mostLetters, mostMarks, mostSigns, mostText } from '../../../../src/core/lint/checks/layable.ts';
import { parseLesson, parseScenario } from '../../../../src/core/lint/parse.ts';
import type { Problem } from '../../../../src/core/scenario/read/problem.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { aMessage, aScenario, both } from '../../../fixtures/builders.ts';

const file = 'packs/test/scenarios/test.json';
const read = (value: unknown): readonly Problem[] => parseScenario(JSON.stringify(value), file).problems;
const brief = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ rule, path }) => `${rule} ${path.join('/')}`);
const withTitle = (ja: string) => brief(read(aScenario({ title: { ja, en: 'A morning' } })));
const withBlocks = (...body: Message['body']) =>
  brief(read(aScenario({ messages: [{ ...aMessage(), body: [...aMessage().body, ...body] }] })));
/** A text no row of which is too long. */
const sentences = (length: number): string =>
  '確認してください。'.repeat(Math.ceil(length / 9)).slice(0, length);

describe('a row of characters between which no line may break', () => {
  it.each([
    ['commas', '、'],
    ['full stops', '。'],
    ['closing brackets', '）'],
    ['opening brackets', '「'],
    ['closing brackets with spaces, where a line may not begin either', '） '],
    ['dots', '…'],
    ['tabs of another width', '\u3000'],
    ['pictures', '😀'],
    ['pictures that are joined', '👩\u200D'],
    ['flags', '🇯🇵'],
    ['hyphens', '-'],
    ['spaces', ' '],
  ])('is refused with its place: %s', (_, sign) => {
    const row = sign.repeat(Math.floor(mostSigns / sign.length));
    expect(withTitle(`ある朝${row}の`)).toEqual([]);
    expect(withTitle(`ある朝${row}\n${row}の`)).toEqual([]);
    expect(withTitle(`ある朝${row}${sign}の`)).toEqual(['unbreakable-text title/ja']);
  });

  it.each([
    ['of no spaces', 'あ'],
    ['of lengthened sounds, which begin no line', 'ー'],
    ['of small kana, which begin no line', 'っ'],
    ['of another script', 'ع'],
    ['of two directions', 'aא'],
    ['with marks', 'か\u3099'],
    ['with digits', '日1'],
    ['beyond the basic plane', '𠮷'],
  ])('is refused where it is letters: %s', (_, letters) => {
    const row = letters.repeat(mostLetters / letters.length);
    expect(withTitle(`${row}。${row} ${row}`)).toEqual([]);
    expect(withTitle(row + letters)).toEqual(['unbreakable-text title/ja']);
  });

  it('is refused where it is marks on one letter', () => {
    expect(withTitle(`か${'\u0301'.repeat(mostMarks)}`)).toEqual([]);
    expect(withTitle(`か${'\u0301'.repeat(mostMarks + 1)}`)).toEqual(['unbreakable-text title/ja']);
  });

  it('is seen across the runs of a line', () => {
    const ja = Array.from({ length: mostSigns + 1 }, (): Run => ({ text: '、', bold: true }));
    expect(withBlocks({ kind: 'text', text: { ja, en: 'x' } })).toEqual([
      'unbreakable-text messages/0/body/5/text/ja',
    ]);
  });

  it('says where, what and how much in both languages', () => {
    const [problem] = read(aScenario({ title: { ja: '、'.repeat(19_00), en: 'A morning' } }));
    expect(problem?.text.en).toContain('“title.ja” holds 1,900 characters in a row');
    expect(problem?.text.ja).toContain('「title.ja」');
    expect(problem?.text.ja).toContain('1,900 文字');
  });

  it('is allowed in an address, where a key may be long, unless it is made of signs', () => {
    const url = (path: string) =>
      brief(
        read(
          aScenario({
            messages: [aMessage({ links: [{ id: 'main', url: `https://example.net/${path}` }] })],
          }),
        ),
      );
    expect(url('a1'.repeat(900))).toEqual([]);
    expect(url('-'.repeat(mostSigns + 1))).toEqual(['unbreakable-text messages/0/links/0/url']);
  });
});

describe('more text than one screen may draw at once', () => {
  const block = (text: string): Message['body'][number] => ({ kind: 'text', text: both(text) });

  it('is refused in one text', () => {
    expect(withBlocks(block(sentences(longestText)))).toEqual([]);
    expect(withBlocks(block(sentences(longestText + 1)))).toEqual([
      'too-long messages/0/body/5/text/ja',
      'too-long messages/0/body/5/text/en',
    ]);
  });

  it('is refused in all runs of a line together, and so are too many runs', () => {
    const line = (...runs: string[]): Message['body'][number] => ({
      kind: 'text',
      text: { ja: runs, en: runs },
    });
    const half = sentences(longestText / 2);
    expect(withBlocks(line(half, half))).toEqual([]);
    expect(withBlocks(line(half, half, 'あ'))).toEqual([
      'too-long messages/0/body/5/text/ja',
      'too-long messages/0/body/5/text/en',
    ]);
    expect(withBlocks(line(...Array.from({ length: mostRuns }, () => 'あ。')))).toEqual([]);
    expect(withBlocks(line(...Array.from({ length: mostRuns + 1 }, () => 'あ。')))).toEqual([
      'too-long messages/0/body/5/text/ja',
      'too-long messages/0/body/5/text/en',
    ]);
  });

  it('is refused in a message, in what stands around the messages, and in a lesson', () => {
    const long = sentences(6_000);
    const many = Math.floor(mostText / long.length) + 1;
    expect(withBlocks(...Array.from({ length: many }, () => block(long)))).toEqual([
      'too-much-text messages/0',
      'too-much-text messages/0',
    ]);
    const notices = Array.from({ length: many }, (_, index) => ({
      id: `n${index}`,
      posted: '2026-03-27T10:30:00+09:00',
      title: both('お知らせ'),
      text: { ja: long, en: 'x' },
    }));
    expect(brief(read(aScenario({ notices })))).toEqual(['too-much-text ']);
    const lesson = {
      format: 1,
      id: 'test',
      title: both('試験'),
      summary: both('試験'),
      body: Array.from({ length: many }, () => ({ kind: 'text', text: { ja: 'あ', en: long } })),
      author: 'Test',
      licence: 'CC0-1.0',
    };
    expect(brief(parseLesson(JSON.stringify(lesson), 'lesson.json').problems)).toEqual(['too-much-text ']);
  });

  it('is refused in regions, of which 4,800 are still drawn', () => {
    const clauses = (count: number): Message['body'] =>
      Array.from({ length: 150 }, () => ({
        kind: 'text',
        text: { ja: 'あ。'.repeat(count), en: 'a. '.repeat(count) },
      }));
    const large = { ...aMessage(), body: clauses(32) };
    expect(layOut(large).regions.length).toBeLessThanOrEqual(mostRegions);
    expect(withBlocks(...clauses(32))).toEqual([]);
    expect(withBlocks(...clauses(40))).toEqual(['too-many-regions messages/0']);
  });

  it('is refused in cells of a table, counted before they are laid out', () => {
    const cells = (tables: number): Message['body'] =>
      Array.from({ length: tables }, () => ({
        kind: 'table',
        rows: Array.from({ length: 60 }, () => Array.from({ length: 8 }, () => both('1'))),
      }));
    expect(withBlocks(...cells(10))).toEqual([]);
    expect(withBlocks(...cells(11))).toEqual(['too-many-regions messages/0']);
  });
});
