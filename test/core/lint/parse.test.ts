import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/core/lint/load.ts';
import { plainText } from '../../../src/core/scenario/layout/plain-text.ts';
import { mostProblems, parseScenario } from '../../../src/core/lint/parse.ts';
import type { Problem } from '../../../src/core/scenario/read/problem.ts';
import { aScenario, mailsOf } from '../../fixtures/builders.ts';

const file = 'packs/test/scenarios/test.json';
const valid = JSON.stringify(aScenario(), null, 2);
const problemsOf = (text: string): readonly Problem[] => parseScenario(text, file).problems;

/** The line, from 1, on which a text stands. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** The valid scenario with one text replaced. */
function changed(from: string, to: string): string {
  expect(valid).toContain(from);
  return valid.replace(from, () => to);
}

describe('a scenario file', () => {
  it('without mistakes has no problems', () => {
    expect(parseScenario(valid, file)).toMatchObject({ ok: true, problems: [] });
  });

  // Packs of earlier versions may hold texts of up to 20,000 characters.
  it('with a text of 20,000 characters is still read', () => {
    const text = readFileSync(new URL('../../fixtures/long-text-1.json', import.meta.url), 'utf8');
    const outcome = parseScenario(text, file);
    expect(outcome.problems).toEqual([]);
    if (!outcome.ok) return;
    const [message] = mailsOf(outcome.value.messages);
    const lengths = message?.body.flatMap((block) =>
      block.kind === 'text' ? plainText(block.text.ja).length : [],
    );
    expect(Math.max(...(lengths ?? []))).toBe(20_000);
  });

  // For a while rows of more than 100 “ー” were refused.
  it('with rules of 250 “ー” is still read', () => {
    const text = readFileSync(new URL('../../fixtures/long-rows-1.json', import.meta.url), 'utf8');
    expect(parseScenario(text, file)).toMatchObject({ ok: true, problems: [] });
  });

  const subject = /"subject": \{\s*"ja": "[^"]*",\s*"en": "[^"]*"\s*\}/.exec(valid)?.[0] ?? '';

  it.each([
    ['broken JSON', '{\n  "format": 1,\n  oops\n}', 'broken-json', 3],
    ['an empty file', '', 'empty-file', 1],
    ['a newer format', changed('"format": 1', '"format": 2'), 'newer-format', 2],
    [
      'a missing translation',
      changed(subject, '"subject": { "ja": "件名" }'),
      'translation-missing',
      lineOf(valid, subject),
    ],
    [
      'an unknown cue',
      changed('"cue": "link-target"', '"cue": "link-targt"'),
      'unknown-cue',
      lineOf(valid, '"cue": "link-target"'),
    ],
    ['an unknown field', changed('"format": 1', '"format": 1,\n  "colour": "red"'), 'unknown-field', 3],
    [
      'a prototype key',
      changed('"format": 1', '"format": 1,\n  "__proto__": { "polluted": true }'),
      'forbidden-key',
      3,
    ],
    ['a key written twice', changed('"format": 1', '"format": 1,\n  "format": 1'), 'duplicate-key', 3],
    [
      'a hidden direction control',
      changed(subject, '"subject": { "ja": "件\u202E名", "en": "Subject" }'),
      'hidden-character',
      lineOf(valid, subject),
    ],
  ])('with %s is refused with its rule and line, in both languages', (_, text, rule, line) => {
    const outcome = parseScenario(text, file);
    expect(outcome.ok).toBe(false);
    const problem = outcome.problems.find((found) => found.rule === rule);
    expect(problem).toMatchObject({ file, line, severity: 'error' });
    expect(problem?.text.ja).toMatch(/[ぁ-ん]/);
    expect(problem?.text.en).toMatch(/^[\u0020-\u007E“”’–…]+$/);
  });

  it('names the anchor that is not found by its path', () => {
    const text = valid.replace(/("anchor": \{\s*"link": )"main"/, '$1"mian"');
    expect(problemsOf(text)).toMatchObject([
      { rule: 'anchor-not-found', path: ['messages', 0, 'solution', 'clues', 0, 'anchor'] },
    ]);
  });

  it('of five megabytes is refused without being parsed', () => {
    expect(problemsOf(`{"title": "${'あ'.repeat(5_000_000)}"}`)).toMatchObject([{ rule: 'too-large' }]);
  });

  it('nested a hundred thousand deep is refused, not followed', () => {
    expect(problemsOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatchObject([{ rule: 'too-deep' }]);
  });

  it('with markup keeps it as the text it is', () => {
    const markup = '<img src=x onerror=alert(1)>';
    const outcome = parseScenario(
      changed(subject, `"subject": { "ja": "${markup}", "en": "${markup}" }`),
      file,
    );
    expect(outcome.ok && mailsOf(outcome.value.messages)[0]?.subject.ja).toBe(markup);
  });

  it('with prototype keys changes no prototype', () => {
    problemsOf('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }');
    expect('polluted' in {}).toBe(false);
  });

  it('with a thousand mistakes reports only the first ones', () => {
    const many = JSON.stringify({
      format: 1,
      ...Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x${index}`, 1])),
    });
    expect(problemsOf(many).length).toBeLessThanOrEqual(mostProblems + 1);
  });

  it('never throws, whatever its text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.json({ maxDepth: 6 })), (text) => {
        expect(parseScenario(text, file).ok).toBe(false);
      }),
    );
  });

  it('never throws when a part of a valid one is replaced by anything', () => {
    const lines = valid.split('\n');
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), fc.json({ maxDepth: 2 }), (at, value) => {
        const text = lines
          .map((line, index) => (index === at ? line.replace(/: .*?(,?)$/, `: ${value}$1`) : line))
          .join('\n');
        const outcome = parseScenario(text, file);
        expect(outcome.ok || outcome.problems.length > 0).toBe(true);
        for (const { line, column } of outcome.problems) expect(line >= 1 && column >= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a pack', () => {
  const pack = JSON.stringify({
    format: 1,
    id: 'test',
    title: { ja: '試験', en: 'Test' },
    description: { ja: '試験用', en: 'For tests' },
    author: 'Mikiwame',
    licence: 'CC-BY-4.0',
    audiences: [{ id: 'office', name: { ja: '社員', en: 'Staff' } }],
    scenarios: ['good.json', 'bad.json', 'gone.json'],
  });
  const texts: Readonly<Record<string, string>> = {
    'packs/test/pack.json': pack,
    'packs/test/scenarios/good.json': JSON.stringify({ ...aScenario(), id: 'good' }),
    'packs/test/scenarios/bad.json': '{ "format": 1 }',
  };
  const read = async (path: string): Promise<string> => {
    const text = texts[path];
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  };

  it('with an invalid and a missing scenario plays the others and names both', async () => {
    const { scenarios, problems } = await loadPack(read, 'test');
    expect(scenarios.map(({ id }) => id)).toEqual(['good']);
    expect(new Set(problems.map((problem) => problem.file))).toEqual(
      new Set(['packs/test/scenarios/bad.json', 'packs/test/pack.json']),
    );
  });
});

describe('the schemas for editors', () => {
  it('know the format number and describe every field of a message in both languages', () => {
    const schema: unknown = JSON.parse(readFileSync('content/schema/scenario.schema.json', 'utf8'));
    expect(JSON.stringify(schema)).toContain('"const":1');
    expect(JSON.stringify(schema)).toContain('配送情報');
  });
});
