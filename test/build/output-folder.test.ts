import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { chmodSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outputFolder, roomFor, swapIn } from '../../src/build/output-folder.ts';
import { outputPlugin } from '../../src/build/output-plugin.ts';

let place = '';
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'mikiwame output ')));
});
afterEach(() => rmSync(place, { recursive: true }));

const at = (name: string): string => join(place, name);

function put(name: string, text = 'mine'): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

/** Every path below the place, folders with a slash. */
const all = (): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = relative(place, join(entry.parentPath, entry.name)).split(sep).join('/');
      return entry.isDirectory() ? `${path}/` : path;
    })
    .toSorted();

/** Writes an output of some files as a command does. */
async function write(target: string, files: Readonly<Record<string, string>>): Promise<void> {
  const place = await outputFolder(at(target), []);
  if (!place.ok) throw new Error(place.reason.en);
  const output = await roomFor(place.path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(output.aside, name)), { recursive: true });
    writeFileSync(join(output.aside, name), text);
  }
  await swapIn(output);
}

/** What is said of a folder that is refused; the text in both languages. */
async function refusal(target: string, keep: readonly string[] = []): Promise<string> {
  const before = all();
  const output = await outputFolder(target, keep);
  expect(all()).toEqual(before);
  if (output.ok) throw new Error('taken');
  expect(output.reason.ja).toMatch(/[ぁ-ん]/);
  expect(output.reason.en).toMatch(/^[^ぁ-ん]+$/);
  return output.reason.en;
}

describe('an output folder', () => {
  it('may be new, empty, or written by an earlier run', async () => {
    await write('site', { 'index.html': 'one', 'assets/old.js': 'old' });
    await write('site', { 'index.html': 'two', 'assets/new.js': 'new' });
    expect(readFileSync(at('site/index.html'), 'utf8')).toBe('two');
    mkdirSync(at('empty'));
    await write('empty', { 'index.html': 'three' });
    await write('deep/down/site', { 'index.html': 'four' });
    expect(all()).toEqual([
      'deep/',
      'deep/down/',
      'deep/down/site/',
      'deep/down/site/index.html',
      'deep/down/site/mikiwame-files.json',
      'empty/',
      'empty/index.html',
      'empty/mikiwame-files.json',
      'site/',
      'site/assets/',
      'site/assets/new.js',
      'site/index.html',
      'site/mikiwame-files.json',
    ]);
  });

  it('is refused if it has files but no list of an earlier run', async () => {
    put('papers/thesis.docx');
    expect(await refusal(at('papers'))).toContain('papers');
    // A list of another kind does not count.
    for (const list of [
      '',
      '{}',
      '[]',
      '{"format":1}',
      '{"format":1,"files":[]}',
      '{"format":2,"files":{}}',
    ]) {
      put('papers/mikiwame-files.json', list);
      expect(await refusal(at('papers'))).toContain('papers');
    }
    put('papers/mikiwame-files.json', '{"format":1,"files":{"../secret":"","thesis.docx":"0"}}');
    expect(await refusal(at('papers'))).toContain('thesis.docx');
  });

  it('is refused if a file, folder or link in it was added or changed since, and names the paths', async () => {
    put('photos/one.jpg');
    const change = {
      'notes.txt': () => put('site/notes.txt'),
      'index.html': () => put('site/index.html', 'edited'),
      'assets/game.js': () => {
        rmSync(at('site/assets/game.js'));
        symlinkSync(at('photos/one.jpg'), at('site/assets/game.js'));
      },
      assets: () => {
        rmSync(at('site/assets'), { recursive: true });
        symlinkSync(at('photos'), at('site/assets'));
      },
      mine: () => mkdirSync(at('site/mine')),
      'not written by this tool': () => {
        rmSync(at('site/mikiwame-files.json'));
        symlinkSync(at('photos/one.jpg'), at('site/mikiwame-files.json'));
      },
    };
    for (const [named, make] of Object.entries(change)) {
      await write('site', { 'index.html': 'ours', 'assets/game.js': 'ours' });
      make();
      expect(await refusal(at('site'))).toContain(named);
      rmSync(at('site'), { recursive: true });
    }
    expect(readFileSync(at('photos/one.jpg'), 'utf8')).toBe('mine');
  });

  it('is refused with the first names and the number of the others', async () => {
    await write('site', { 'index.html': 'ours' });
    for (let index = 0; index < 30; index += 1) put(`site/photo-${index}.jpg`);
    expect((await refusal(at('site'))).length).toBeLessThan(600);
  });

  it('ignores the files that file managers create', async () => {
    await write('site', { 'index.html': 'one', 'assets/a.js': 'one' });
    for (const name of ['.DS_Store', 'assets/.DS_Store', 'Thumbs.db', 'desktop.ini', 'assets/._a.js']) {
      put(`site/${name}`);
    }
    await write('site', { 'index.html': 'two' });
    expect(all()).toEqual(['site/', 'site/index.html', 'site/mikiwame-files.json']);
    // A resource fork may remain after its file was deleted.
    put('site/._thesis.docx');
    expect(await refusal(at('site'))).toContain('._thesis.docx');
  });

  it('is never the root, home, project or working folder, or a parent of one, however the path is written', async () => {
    mkdirSync(at('home/me/project/src'), { recursive: true });
    mkdirSync(at('home/me/project/empty'));
    symlinkSync(at('home/me'), at('link'));
    symlinkSync(at('link'), at('link2'));
    const keep = [at('home/me/project')];
    for (const target of [
      at('home/me/project'),
      at('home/me/project/'),
      at('home/me/project/.'),
      at('home/me/project/src/..'),
      at('home/me/project/src/../../project//'),
      relative(process.cwd(), at('home/me/project')),
      at('home/me'),
      at('home'),
      place,
      at('link'),
      at('link2/'),
      at('link2/project'),
      `${at('link')}/project/../project`,
      '/',
      '//',
      `/${'../'.repeat(40)}`,
    ]) {
      expect(await refusal(target, keep), target).toContain('cannot be used');
    }
    // The working folder of the process is protected without being passed.
    expect(await refusal('.')).toContain('cannot be used');
    expect(await refusal('')).toContain('cannot be used');
    expect(await refusal('..')).toContain('cannot be used');
    expect((await outputFolder(at('home/me/project/empty'), keep)).ok).toBe(true);
  });

  it('is never a protected folder, even if that contains a list', async () => {
    await write('project', { 'index.html': 'ours' });
    expect(await refusal(at('project'), [at('project')])).toContain('cannot be used');
  });

  it('is never a file, a path below a file, or a broken link', async () => {
    put('thesis.docx');
    symlinkSync(at('nowhere'), at('dangling'));
    symlinkSync(at('loop'), at('loop'));
    expect(await refusal(at('thesis.docx'))).toContain('thesis.docx');
    expect(await refusal(`${at('thesis.docx')}/`)).toContain('thesis.docx');
    expect(await refusal(at('thesis.docx/site'))).toContain('thesis.docx');
    expect(await refusal(at('dangling'))).toContain('dangling');
    expect(await refusal(at('loop'))).toContain('loop');
  });

  it('is written to the target of its link, and the link stays', async () => {
    mkdirSync(at('served'));
    symlinkSync(at('served'), at('site'));
    await write('site', { 'index.html': 'one' });
    await write('site', { 'index.html': 'two' });
    expect(readFileSync(at('served/index.html'), 'utf8')).toBe('two');
    expect(realpathSync(at('site'))).toBe(at('served'));
  });

  it('keeps its permissions; a new folder gets the default ones', async () => {
    mkdirSync(at('plain'));
    await write('new', { 'index.html': 'one' });
    expect(statSync(at('new')).mode).toBe(statSync(at('plain')).mode);
    chmodSync(at('new'), 0o750);
    await write('new', { 'index.html': 'two' });
    expect(statSync(at('new')).mode & 0o777).toBe(0o750);
  });

  it('accepts a folder of a version without a list, by the files that its service worker names', async () => {
    const worker = `const version = '0123456789abcdef';\nconst files = ["assets/main-1.js","index.html"];\n`;
    put('dist/service-worker.js', worker);
    put('dist/index.html');
    put('dist/assets/main-1.js');
    put('dist/embed.js');
    put('dist/embed-game.js');
    put('dist/content/schema/pack.schema.json');
    put('dist/thesis.docx');
    expect(await refusal(at('dist'))).toContain('thesis.docx');
    rmSync(at('dist/thesis.docx'));
    await write('dist', { 'index.html': 'new' });
    expect(all()).toEqual(['dist/', 'dist/index.html', 'dist/mikiwame-files.json']);
  });
});

describe('a build into a folder', () => {
  const page = '<!doctype html><title>x</title><script type="module" src="/main.js"></script>';

  async function built(
    outDir: string,
    script: string,
    beside = new Map<string, Uint8Array>(),
  ): Promise<void> {
    put('project/index.html', page);
    put('project/main.js', script);
    put('project/public/icon.svg', '<svg/>');
    await build({
      root: at('project'),
      configFile: false,
      logLevel: 'silent',
      plugins: [outputPlugin(at('project'), beside)],
      build: { outDir, emptyOutDir: true },
    });
  }

  it('leaves the old output complete when it fails, and deletes its own files', async () => {
    await built('dist', 'console.log("one")');
    const before = all();
    await expect(built('dist', 'import "../cli/gone.js"')).rejects.toThrow('gone.js');
    expect(all()).toEqual(before);
    await built('dist', 'console.log("two")', new Map([['beside.js', new TextEncoder().encode('beside')]]));
    expect(all().filter((name) => !name.startsWith('project/dist/'))).toEqual(
      before.filter((name) => !name.startsWith('project/dist/')),
    );
    expect(readFileSync(at('project/dist/beside.js'), 'utf8')).toBe('beside');
    expect(existsSync(at('project/dist/icon.svg'))).toBe(true);
    await built('dist', 'console.log("three")');
    expect(existsSync(at('project/dist/beside.js'))).toBe(false);
  });

  it('renames its own dist if that was edited by hand, says so, and builds', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await built('dist', 'console.log("one")');
    put('project/dist/content/packs/mine/pack.json', '{"mine":true}');
    put('project/dist/icon.svg', '<svg id="edited"/>');
    await built('dist', 'console.log("two")');
    const [kept, ...more] = readdirSync(at('project')).filter((name) => name.startsWith('dist.'));
    expect(more).toEqual([]);
    expect(kept).toMatch(/^dist\.changed-[0-9a-f]{8}$/);
    expect(readFileSync(at(`project/${kept}/content/packs/mine/pack.json`), 'utf8')).toBe('{"mine":true}');
    expect(readFileSync(at(`project/${kept}/icon.svg`), 'utf8')).toContain('edited');
    expect(readFileSync(at('project/dist/icon.svg'), 'utf8')).toBe('<svg/>');
    expect(existsSync(at('project/dist/content'))).toBe(false);
    const said = String(warned.mock.calls[0]?.[0]);
    expect(said).toContain('content/packs/mine/pack.json');
    expect(said).toContain(String(kept));
    warned.mockRestore();
  });

  it('does not touch a dist that no build wrote, or any other folder that was edited', async () => {
    put('project/dist/thesis.docx');
    await expect(built('dist', 'console.log(1)')).rejects.toThrow(/[ぁ-ん]/);
    expect(readFileSync(at('project/dist/thesis.docx'), 'utf8')).toBe('mine');
    await built(at('site'), 'console.log(1)');
    put('site/notes.txt');
    await expect(built(at('site'), 'console.log(2)')).rejects.toThrow('notes.txt');
    expect(readFileSync(at('site/notes.txt'), 'utf8')).toBe('mine');
  });

  it('fails before it starts if the folder belongs to somebody else', async () => {
    put('thesis/thesis.docx');
    put('project/src/mine.ts');
    for (const folder of [at('thesis'), 'src', '.', '..']) {
      await expect(built(folder, 'console.log(1)')).rejects.toThrow(/[ぁ-ん]/);
    }
    expect(readFileSync(at('thesis/thesis.docx'), 'utf8')).toBe('mine');
    expect(readFileSync(at('project/src/mine.ts'), 'utf8')).toBe('mine');
    expect(all().filter((name) => basename(name).includes('.part'))).toEqual([]);
  });
});
