import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { aLegitimateMessage, aMessage, aScenario, both } from '../fixtures/builders.ts';
import { aPack } from '../fixtures/lint.ts';

let place: string;
let content: string;

beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'content-'));
  content = path.join(place, 'content');
  await mkdir(content);
});
afterEach(() => rm(place, { recursive: true }));

async function put(file: string, value: unknown): Promise<void> {
  const at = path.join(content, 'packs/test', file);
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}

async function lint(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const code = await run(['lint', ...args], {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { code, out, error };
}

const pack = aPack();
const lure = aMessage({ difficulty: 'very' });
const genuine = aLegitimateMessage();
const scenario = aScenario({ messages: [lure, genuine] });

describe('linting from disk', () => {
  it('reports a picture that is missing from the assets folder', async () => {
    const logo = { kind: 'image', id: 'logo', asset: 'logo.svg', alt: both('花森ウェブメール') } as const;
    await put('pack.json', pack);
    await put('scenarios/a-morning.json', {
      ...scenario,
      messages: [{ ...lure, body: [...lure.body, logo] }, genuine],
    });
    const { code, out } = await lint(content);
    expect(code).toBe(1);
    expect(out).toMatch(
      /a-morning\.json:\d+:\d+ {2}error {2}asset-missing {2}messages\[0\]\.body\[5\]\.asset/,
    );
    await put('assets/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await lint(content)).code).toBe(0);
  });

  describe('of a pack with a symbolic link', () => {
    const outside = (): string => path.join(place, 'outside');
    const atTheList = /pack\.json:\d+:\d+ {2}error {2}file-is-link {2}scenarios\[0\]/;
    const inPack = (name: string): string => path.join(content, 'packs/test', name);
    beforeEach(async () => {
      await put('pack.json', pack);
      await put('scenarios/a-morning.json', scenario);
    });

    it.each([
      ['pack.json', /pack\.json:1:1 {2}error {2}file-is-link/, 'packs/test/pack.json'],
      ['scenarios/a-morning.json', atTheList, 'packs/test/scenarios/a-morning.json'],
      ['scenarios', atTheList, 'packs/test/scenarios'],
    ])('says that %s is a link if it leads outside or to nothing', async (name, line, link) => {
      await rename(inPack(name), outside());
      await symlink(outside(), inPack(name));
      for (const moved of [outside(), `${outside()}-again`]) {
        const { code, out } = await lint(content);
        expect(code).toBe(1);
        expect(out).toMatch(line);
        expect(out).toContain(`“${link}” is a symbolic link`);
        expect(out).toContain(`「${link}」はシンボリックリンクで`);
        expect(out).not.toContain('file-missing');
        if (moved === outside()) await rename(outside(), `${outside()}-again`);
      }
    });

    it('reads a link to another file of the content folder', async () => {
      await rename(inPack('scenarios/a-morning.json'), path.join(content, 'shared.json'));
      await symlink(path.join(content, 'shared.json'), inPack('scenarios/a-morning.json'));
      expect((await lint(content)).code).toBe(0);
    });

    it.each(['assets/logo.svg', 'assets'])('says that %s is a link', async (link) => {
      const logo = { kind: 'image', id: 'logo', asset: 'logo.svg', alt: both('花森ウェブメール') } as const;
      await put('scenarios/a-morning.json', {
        ...scenario,
        messages: [{ ...lure, body: [...lure.body, logo] }, genuine],
      });
      await put('assets/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
      await rename(inPack(link), outside());
      await symlink(outside(), inPack(link));
      const { code, out } = await lint(content);
      expect(code).toBe(1);
      expect(out).toContain(`asset-missing  messages[0].body[5].asset`);
      expect(out).toContain(`“${link}” is a symbolic link`);
      expect(out).toContain(`「${link}」はシンボリックリンクなので`);
    });

    it('warns that a whole pack is passed over if its folder is a link', async () => {
      await rename(inPack(''), outside());
      await symlink(outside(), path.join(content, 'packs/test'), 'junction');
      const { code, out } = await lint(content);
      expect(code).toBe(0);
      expect(out).toContain('packs/test:1:1  warning  file-is-link');
    });
  });

  it('warns of a file that no pack lists', async () => {
    await put('pack.json', pack);
    await put('scenarios/a-morning.json', scenario);
    await put('scenarios/forgotten.json', { ...scenario, id: 'forgotten' });
    const { code, out } = await lint(content);
    expect(code).toBe(0);
    expect(out).toContain('warning  file-not-listed');
  });

  it('accepts a content folder, the folder of a pack, or single files', async () => {
    await put('pack.json', pack);
    await put('scenarios/a-morning.json', scenario);
    await put('scenarios/broken.json', '{');
    const folder = path.join(content, 'packs/test');
    expect((await lint(content)).out).toContain('Checked 2 files');
    expect((await lint(folder)).out).toContain('Checked 2 files');
    const files = ['pack.json', 'scenarios/a-morning.json', 'scenarios/broken.json'];
    const { code, out } = await lint(...files.map((file) => path.join(folder, file)));
    expect(code).toBe(1);
    expect(out).toContain('Checked 3 files: 1 error');
    expect(out).toContain('broken.json:1:2');
  });

  it('shows its progress on standard error if there are many files', async () => {
    const names = Array.from({ length: 220 }, (_, index) => `s${index}`);
    await put('pack.json', { ...pack, scenarios: names.map((name) => `${name}.json`) });
    await Promise.all(names.map((name) => put(`scenarios/${name}.json`, '{}')));
    const { out, error } = await lint(content, '--json');
    expect(error).toContain('200');
    expect(JSON.parse(out)).toMatchObject({ files: 221 });
  });
});
