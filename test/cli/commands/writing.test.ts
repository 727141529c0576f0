import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aScenario } from '../../fixtures/builders.ts';
import sarifSchema from '../../fixtures/sarif/sarif-2.1.0-used.json' with { type: 'json' };
import { ran } from '../ran.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mikiwame-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pack = (): string => join(folder, 'packs', 'mine');
const scenario = (id = 'mine'): string => join(pack(), 'scenarios', `${id}.json`);
const newPack = () => ran('new', 'pack', 'mine', '--content', folder);
const textOf = (path: string): Promise<string> => readFile(path, 'utf8');

/** Replaces words of a file. */
async function changeIn(path: string, from: string, to: string): Promise<void> {
  const text = await textOf(path);
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe('new', () => {
  it('makes a pack, a scenario and a message of which the linter has nothing to say', async () => {
    expect(await newPack()).toMatchObject({ code: 0 });
    expect(await ran('new', 'scenario', 'mine', 'second', '--content', folder)).toMatchObject({ code: 0 });
    const added = await ran('new', 'message', scenario('second'), 'third', '--template', 'genuine');
    expect(added).toMatchObject({ code: 0 });
    expect(JSON.parse(await textOf(join(pack(), 'pack.json')))).toMatchObject({
      scenarios: ['mine.json', 'second.json'],
    });
    const { code, out } = await ran('lint', pack());
    expect(out).toContain('Checked 3 files: 0 errors, 0 warnings');
    expect(code).toBe(0);
  });

  it('takes nothing that is there, and says what an id may be', async () => {
    await newPack();
    expect(await newPack()).toMatchObject({ code: 1, error: expect.stringContaining('Choose another name') });
    expect(await ran('new', 'message', scenario(), 'mine-lure')).toMatchObject({ code: 1 });
    expect(await ran('new', 'scenario', 'nowhere', 'x', '--content', folder)).toMatchObject({ code: 1 });
    const bad = await ran('new', 'pack', 'My Pack', '--content', folder);
    expect(bad).toMatchObject({ code: 2, error: expect.stringContaining('小文字の英字') });
    expect(await ran('new', 'message', scenario(), 'x', '--template', 'fax')).toMatchObject({ code: 2 });
  });
});

describe('lint', () => {
  it('mends what has one right answer, and nothing else of the file', async () => {
    await newPack();
    const before = await textOf(scenario());
    await changeIn(scenario(), '"difficulty": "very"', '"difficulty": "least"');
    expect((await ran('lint', pack())).code).toBe(1);
    const { code, error } = await ran('lint', pack(), '--fix');
    expect(error).toContain('mended: 1');
    expect(code).toBe(0);
    expect(await textOf(scenario())).toBe(before);
  });

  it('gives a misspelt field its name', async () => {
    await newPack();
    const before = await textOf(scenario());
    await changeIn(scenario(), '"companyRules"', '"companyRule"');
    await ran('lint', pack(), '--fix');
    expect(await textOf(scenario())).toBe(before);
  });

  it('reports as SARIF that its schema accepts', async () => {
    await newPack();
    await changeIn(scenario(), '"difficulty": "very"', '"difficulty": "least"');
    const { code, out } = await ran('lint', pack(), '--sarif');
    expect(code).toBe(1);
    const log: unknown = JSON.parse(out);
    const ajv = new Ajv({ strict: false, formats: { uri: true, 'uri-reference': true, 'date-time': true } });
    const isValid = ajv.validate(sarifSchema, log);
    expect(ajv.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            { ruleId: 'difficulty-drift', level: 'error', locations: [{ physicalLocation: { region: {} } }] },
          ],
        },
      ],
    });
    expect((await ran('lint', pack(), '--sarif', '--json')).code).toBe(2);
  });
});

describe('propose', () => {
  it('finds the clues of a lure, and never says what the message is', async () => {
    await newPack();
    const { code, out } = await ran('propose', scenario(), '--message', 'mine-lure');
    expect(code).toBe(0);
    expect(out).toContain('sender-address  {"field":"fromAddress"}');
    const json = await ran('propose', scenario(), '--message', 'mine-lure', '--json');
    expect(JSON.parse(json.out)[0]).toMatchObject({ message: 'mine-lure' });
    expect(JSON.parse(json.out)[0].proposals[0]).toMatchObject({ grade: 'certain', kind: 'clue' });
  });

  it('asks a model of the trainer’s choice, and checks what it answers', async () => {
    await newPack();
    const { out: prompt } = await ran('propose', scenario(), '--message', 'mine-lure', '--prompt');
    const part = /(\d+)\. \[clause\] [^\n]*noon today/.exec(prompt)?.[1];
    expect(part).toBeDefined();
    const proposals = [
      {
        part: Number(part),
        kind: 'clue',
        cue: 'threat',
        ja: '支払いの取り消しで脅しています。',
        en: 'It threatens.',
      },
      { part: 9_999, kind: 'clue', cue: 'threat', ja: 'ここです。', en: 'Here.' },
      { part: Number(part), kind: 'clue', cue: 'magic', ja: '魔法です。', en: 'Magic.' },
      { part: Number(part), kind: 'reassurance', ja: 'このメールは安全です。', en: 'It is safe.' },
    ];
    const answer = join(folder, 'answer.txt');
    await writeFile(answer, `Here you are:\n\`\`\`json\n${JSON.stringify({ proposals })}\n\`\`\``);
    const { code, out, error } = await ran(
      'propose',
      scenario(),
      '--message',
      'mine-lure',
      '--answer',
      answer,
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { proposals: [{ rule: 'model', grade: 'guess', cue: 'threat' }] },
    ]);
    expect(JSON.parse(out)[0].proposals).toHaveLength(1);
    expect(error).toContain('no part 9999');
    expect(error).toContain('“cue”');
    expect(error).toContain('“安全です”');
    await writeFile(answer, 'I cannot do that.');
    expect(await ran('propose', scenario(), '--message', 'mine-lure', '--answer', answer)).toMatchObject({
      code: 1,
    });
    expect((await ran('propose', scenario(), '--prompt')).code).toBe(2);
  });
});

describe('rate and stats', () => {
  it('show the Phish Scale with its working', async () => {
    await newPack();
    const { code, out } = await ran('rate', scenario());
    expect(code).toBe(0);
    expect(out).toContain('6 + 6 + 2 + 4 − 4 = 14');
    expect(out).toContain('very difficult');
    expect(JSON.parse((await ran('rate', scenario(), '--json', '--audience', 'nobody')).out)).toEqual([]);
  });

  it('tell what to do about the balance', async () => {
    await newPack();
    for (const id of ['b', 'c', 'd', 'e', 'f']) await ran('new', 'message', scenario(), id);
    const { code, out } = await ran('stats', pack());
    expect(code).toBe(0);
    expect(out).toContain('1 of 7 messages are genuine. Add 4 more');
    expect(out).toContain('「全部怪しい」');
    expect((await ran('stats', '/no/such')).code).toBe(2);
  });
});

describe('texts', () => {
  it.each(['csv', 'xliff'])('go out as %s and come back, changed where they were changed', async (format) => {
    await newPack();
    const before = await textOf(scenario());
    const table = join(folder, format === 'csv' ? 'texts.csv' : 'texts.xlf');
    const out = await ran('texts', 'out', scenario(), '--as', format, '--out', table);
    expect(out).toMatchObject({ code: 0, error: '' });
    expect(await ran('texts', 'in', scenario(), table)).toMatchObject({ code: 0 });
    expect(await textOf(scenario())).toBe(before);
    await changeIn(table, 'Dear user', 'Dear customer');
    expect(await ran('texts', 'in', scenario(), table)).toMatchObject({ code: 0 });
    expect(await textOf(scenario())).toBe(before.replace('Dear user', 'Dear customer'));
  });

  it('say which table is none, and which place is gone', async () => {
    await newPack();
    const table = join(folder, 'texts.csv');
    await writeFile(table, 'a,b\n1,2\n');
    expect((await ran('texts', 'in', scenario(), table)).error).toContain('place, ja and en');
    await writeFile(table, 'place,ja,en\n/nowhere,あ,a\n');
    expect(await ran('texts', 'in', scenario(), table)).toMatchObject({
      code: 1,
      error: expect.stringContaining('/nowhere'),
    });
  });
});

describe('preview', () => {
  it('names what it cannot show', async () => {
    expect((await ran('preview', join(folder, 'nothing'))).code).toBe(2);
    const file = join(folder, 'alone.json');
    await writeFile(file, JSON.stringify(aScenario()));
    expect((await ran('preview', file)).code).toBe(2);
  });
});
