import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { run } from '../../src/cli/run.ts';
import { aScenario } from '../fixtures/builders.ts';
import { aWorld } from '../fixtures/lint.ts';
import { ran } from './ran.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mikiwame-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pack = {
  format: 1,
  world: 'shared',
  id: 'mine',
  title: { ja: '私のパック', en: 'My pack' },
  description: { ja: '試験用です。', en: 'For tests.' },
  author: 'Me',
  licence: 'CC-BY-4.0',
  audiences: [{ id: 'office', name: { ja: '社員', en: 'Staff' } }],
  scenarios: ['mine.json'],
};

async function packWith(scenario: string): Promise<string> {
  const path = join(folder, 'packs', 'mine');
  await mkdir(join(path, 'scenarios'), { recursive: true });
  await writeFile(join(path, 'pack.json'), JSON.stringify(pack));
  await writeFile(join(path, 'scenarios', 'mine.json'), scenario);
  return path;
}

describe('the command line', () => {
  it('reports file, line and column of a mistake and exits with 1', async () => {
    const path = await packWith('{\n  "format": 1,\n  oops\n}');
    const { code, out } = await ran('lint', path);
    expect(code).toBe(1);
    expect(out).toContain('mine.json:3:3');
    expect(out).toContain('broken-json');
  });

  it('reports the same as JSON', async () => {
    const path = await packWith('{\n  "format": 1,\n  oops\n}');
    const { code, out } = await ran('lint', path, '--json');
    expect(code).toBe(1);
    expect(JSON.stringify(JSON.parse(out))).toContain('"line":3');
  });

  it('exits with 0 if there is no error', async () => {
    const path = await packWith(JSON.stringify({ ...aScenario(), id: 'mine' }));
    expect(await ran('lint', path)).toMatchObject({ code: 0 });
  });

  it('checks a pack against the world beside it, and against its own pictures', async () => {
    const path = await packWith(JSON.stringify({ ...aScenario(), id: 'mine' }));
    await mkdir(join(path, 'assets'));
    await writeFile(join(path, 'assets', 'logo-kamome.svg'), '<svg>crow</svg>');
    expect((await ran('lint', path)).out).not.toContain('world-logo');
    await mkdir(join(folder, 'world', 'logos'), { recursive: true });
    await writeFile(join(folder, 'world', 'world.json'), JSON.stringify(aWorld()));
    await writeFile(join(folder, 'world', 'logos', 'kamome.svg'), '<svg>gull</svg>');
    const { code, out } = await ran('lint', folder);
    expect(code).toBe(1);
    expect(out).toContain(`${join(path, 'assets', 'logo-kamome.svg')}:1:1  error  world-logo`);
    expect(out).toContain('asset-unused');
  });

  it('says which pack or scenario is missing from index.json, and which pack in it does not exist', async () => {
    await packWith(JSON.stringify({ ...aScenario(), id: 'mine' }, null, 2));
    const { id, title, description } = pack;
    const listed = { id, title, description, lessons: [] };
    const told = async (...packs: readonly unknown[]) => {
      await writeFile(join(folder, 'index.json'), JSON.stringify({ format: 1, packs }, null, 2));
      return (await ran('lint', folder)).out;
    };
    const line = { id: 'mine', title: aScenario().title, messages: aScenario().messages.length };
    expect(await told()).toContain(
      JSON.stringify({ id, title, description, scenarios: [line], lessons: [] }),
    );
    const without = await told({ ...listed, scenarios: [] });
    expect(without).toContain(`${join(folder, 'index.json')}:15:7  warning  not-in-index`);
    expect(without).toContain(JSON.stringify(line));
    const complete = { ...listed, scenarios: [line] };
    expect(await told(complete)).not.toContain('index.json');
    expect(await told(complete, { ...complete, id: 'gone' })).toContain('packs/gone');
    await writeFile(join(folder, 'index.json'), '{ "format": 1, "packs": [], }');
    expect((await ran('lint', folder)).out).toContain('broken-json');
  });

  it('prints the figures of tells on request', async () => {
    const path = await packWith(JSON.stringify({ ...aScenario(), id: 'mine' }));
    expect((await ran('lint', path)).out).not.toContain('1 lures, 1 genuine');
    expect((await ran('lint', path, '--tells')).out).toContain('1 lures, 1 genuine');
    const { out } = await ran('lint', path, '--tells', '--json');
    expect(JSON.parse(out)).toMatchObject({ tells: { lures: 1, genuine: 1 } });
  });

  it('reports what is wrong with the world', async () => {
    await packWith(JSON.stringify({ ...aScenario(), id: 'mine' }));
    await mkdir(join(folder, 'world'));
    await writeFile(join(folder, 'world', 'world.json'), '{ "format": 1 }');
    const { code, out } = await ran('lint', folder);
    expect(code).toBe(1);
    expect(out).toContain(join(folder, 'world', 'world.json'));
  });

  it.each([[['lint', '/no/such/folder']], [['lint', '--colour']], [['fly']], [[]]])(
    'exits with 2 and prints the usage for %j',
    async (args) => {
      const { code, error } = await ran(...args);
      expect(code).toBe(2);
      expect(error).toContain('Usage');
    },
  );

  it.each([
    ['site', '.'],
    ['site', '..'],
    ['site', 'src'],
    ['site', 'README.md'],
    ['html', '.'],
    ['scorm12', 'package.json'],
    ['cmi5', 'src/'],
  ])('does not write a %s to %s, says so in both languages, and exits with 2', async (kind, out) => {
    const { code, error } = await ran('package', kind, '--out', out);
    expect(code).toBe(2);
    expect(error).toMatch(/[ぁ-ん].*\n“/);
    expect(error).not.toContain('Usage');
  });

  it.each(commands.map(({ name }) => name))('explains %s in both languages', async (name) => {
    for (const args of [
      ['help', name],
      [name, '--help'],
    ]) {
      const { code, out } = await ran(...args);
      expect(code).toBe(0);
      expect(out).toContain(`  ${name}`);
      expect(out).toMatch(/[ぁ-ん][^]*\n +[a-z]/);
    }
  });

  it('shows colours on a terminal alone', async () => {
    const path = await packWith('{ oops }');
    let out = '';
    await run(['lint', path], { out: (text) => (out += text), error: () => undefined, inColour: true });
    expect(out).toContain('\u001b[31merror');
    expect((await ran('lint', path)).out).not.toContain('\u001b');
  });

  it('finds the schemas in the repository up to date', async () => {
    expect(await ran('schema', '--check')).toMatchObject({ code: 0 });
  });
});
