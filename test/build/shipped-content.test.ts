import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build, createServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentPlugin } from '../../src/build/content-plugin.ts';
import { contentPolicy } from '../../src/build/content-security-policy.ts';
import { shippedContent } from '../../src/build/shipped-content.ts';
import { run } from '../../src/cli/run.ts';
import { aLegitimateMessage, aMessage, aScenario, both } from '../fixtures/builders.ts';
import { aPack, aWorld } from '../fixtures/lint.ts';

let place = '';
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'mikiwame content ')));
  pack('test');
});
afterEach(() => rmSync(place, { recursive: true }));

const content = (): string => join(place, 'content');

function put(path: string, value: unknown): void {
  const file = join(content(), path);
  mkdirSync(dirname(file), { recursive: true });
  const isRaw = typeof value === 'string' || value instanceof Uint8Array;
  writeFileSync(file, isRaw ? value : JSON.stringify(value, null, 2));
}

const good = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';
const evil = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>1</script></svg>';
const shows = aScenario({
  messages: [
    aMessage({
      body: [
        ...aMessage().body,
        { kind: 'image', id: 'mark', asset: 'mark.svg', alt: both('花森ウェブメール') },
      ],
    }),
    aLegitimateMessage(),
  ],
});

/** A sound pack that shows one picture. */
function pack(id: string): void {
  put(`packs/${id}/pack.json`, { ...aPack(), id });
  put(`packs/${id}/scenarios/a-morning.json`, shows);
  put(`packs/${id}/assets/mark.svg`, good);
}

/** What a stranger's pack may hold besides. */
function strange(id: string): void {
  put(`packs/${id}/assets/evil.html`, '<script src="evil.js"></script>');
  put(`packs/${id}/assets/evil.js`, 'alert(1)');
  put(`packs/${id}/assets/old.svg`, good);
  put(`packs/${id}/assets/deep/mark.svg`, evil);
  put(`packs/${id}/extra/readme.exe`, 'MZ');
  put(`packs/${id}/scenarios/forgotten.json`, '{}');
  put(`packs/${id}/scenarios/evil.html`, '<script>1</script>');
  put(`packs/${id}/index.html`, '<script>1</script>');
  put(`packs/${id}/.hidden.js`, 'alert(1)');
  symlinkSync(join(content(), `packs/${id}/assets/mark.svg`), join(content(), `packs/${id}/assets/host.svg`));
}

const shippedNames = async (): Promise<readonly string[]> => {
  const { files, problems } = await shippedContent(content(), undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...files.keys()].toSorted();
};

const sound = [
  'index.json',
  'packs/test/assets/mark.svg',
  'packs/test/pack.json',
  'packs/test/scenarios/a-morning.json',
];

async function lint(): Promise<string> {
  let out = '';
  await run(['lint', content()], { out: (text) => (out += text), error: () => undefined });
  return out;
}

describe('what is shipped of a content folder', () => {
  it('is what pack.json lists and the pictures that are shown; other files are reported', async () => {
    strange('test');
    expect(await shippedNames()).toEqual(sound);
    const { problems } = await shippedContent(content(), undefined);
    const said = problems.map(({ file, rule, text }) => `${rule} ${file} ${text.en}`).join('\n');
    for (const name of ['evil.html', 'evil.js', 'readme.exe', 'index.html', 'host.svg', 'deep/mark.svg']) {
      expect(said).toContain(name);
    }
    expect(said).toContain('asset-unused packs/test/assets/old.svg');
    expect(said).toContain('file-not-listed packs/test/scenarios/forgotten.json');
    expect(await lint()).toContain('readme.exe');
  });

  it('is nothing if a picture contains more than a picture, and lint says the same', async () => {
    for (const [name, bytes] of [
      ['mark.svg', evil],
      ['mark.svg', new Uint8Array([0xff, 0xfe, 0x3c, 0x00])],
      ['other.png', '<html>'],
    ] as const) {
      pack('test');
      put(`packs/test/assets/${name}`, bytes);
      const { files, problems } = await shippedContent(content(), undefined);
      expect([...files]).toEqual([]);
      expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toContain(
        `asset-unsafe packs/test/assets/${name}`,
      );
      expect(await lint()).toMatch(new RegExp(`${name}:1:1 {2}error {2}asset-unsafe`));
    }
  });

  it('is nothing if a picture is a link to a file outside', async () => {
    const picture = join(content(), 'packs/test/assets/mark.svg');
    rmSync(picture);
    writeFileSync(join(place, 'private.svg'), good);
    symlinkSync(join(place, 'private.svg'), picture);
    const { files, problems } = await shippedContent(content(), undefined);
    expect([...files.keys()]).toEqual([]);
    expect(problems.map(({ severity }) => severity)).toContain('error');
  });

  it.each(['pack.json', 'scenarios/a-morning.json'])(
    'is nothing if %s is a link to a file outside',
    async (name) => {
      const file = join(content(), 'packs/test', name);
      renameSync(file, join(place, 'private.json'));
      symlinkSync(join(place, 'private.json'), file);
      const { files, problems } = await shippedContent(content(), undefined);
      expect([...files.keys()]).toEqual([]);
      const said = problems
        .filter(({ severity }) => severity === 'error')
        .map(({ file: at, text }) => at + text.en);
      expect(said.join('\n')).toContain(basename(name));
    },
  );

  it('is nothing if the shared world is a link to a file outside', async () => {
    put('packs/test/pack.json', { ...aPack(), world: 'shared' });
    writeFileSync(join(place, 'world.json'), JSON.stringify(aWorld()));
    mkdirSync(join(content(), 'world'));
    symlinkSync(join(place, 'world.json'), join(content(), 'world/world.json'));
    await expect(shippedContent(content(), undefined)).rejects.toThrow('outside of the content folder');
  });

  it('is nothing if a shown picture is missing', async () => {
    rmSync(join(content(), 'packs/test/assets/mark.svg'));
    const { problems } = await shippedContent(content(), undefined);
    expect(problems.map(({ rule }) => rule)).toContain('asset-missing');
  });

  it('leaves out empty folders and the files that archive programs and file managers create', async () => {
    put('packs/__MACOSX/test/._pack.json', '\0');
    put('packs/__MACOSX/test/pack.json', '\0');
    put('packs/.DS_Store', '\0');
    put('packs/Thumbs.db', '\0');
    put('packs/desktop.ini', '\0');
    put('packs/._test', '\0');
    put('packs/test/.DS_Store', '\0');
    put('packs/test/assets/._mark.svg', '\0');
    put('packs/test/assets/Thumbs.db', '\0');
    put('packs/test/scenarios/._a-morning.json', '\0');
    put('packs/only-thumbs/Thumbs.db', '\0');
    mkdirSync(join(content(), 'packs/nothing/scenarios'), { recursive: true });
    expect(await shippedNames()).toEqual(sound);
    const { problems } = await shippedContent(content(), undefined);
    expect(problems.map(({ rule, file, severity }) => `${severity} ${rule} ${file}`)).toEqual([
      'warning folder-empty packs/nothing',
      'warning folder-empty packs/only-thumbs',
    ]);
    expect((await lint()).match(/\S+ {2}warning {2}folder-empty/g)).toHaveLength(2);
  });

  it('includes the world of a pack, shared or its own, and only schemas from the schema folder', async () => {
    put('world/world.json', aWorld());
    put('world/evil.html', '<script>1</script>');
    put('schema/pack.schema.json', {});
    put('schema/evil.html', '<script>1</script>');
    put('evil.html', '<script>1</script>');
    expect(await shippedNames()).toEqual([...sound, 'schema/pack.schema.json']);
    put('packs/test/pack.json', { ...aPack(), world: 'shared' });
    expect(await shippedNames()).toEqual([...sound, 'schema/pack.schema.json', 'world/world.json']);
    put('packs/test/pack.json', { ...aPack(), world: 'own' });
    put('packs/test/world.json', aWorld());
    expect(await shippedNames()).toEqual([...sound, 'packs/test/world.json', 'schema/pack.schema.json']);
  });

  it('has the same bytes for any line ends, byte order mark and white space', async () => {
    const one = await shippedContent(content(), undefined);
    put(
      'packs/test/scenarios/a-morning.json',
      `\uFEFF${JSON.stringify(shows, null, '\t').replaceAll('\n', '\r\n')}`,
    );
    put('packs/test/assets/mark.svg', good);
    put('packs/test/pack.json', JSON.stringify(aPack()));
    const other = await shippedContent(content(), undefined);
    expect(other.files).toEqual(one.files);
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg">\n<rect/>\n</svg>\n';
    put('packs/test/assets/mark.svg', drawn.replaceAll('\n', '\r\n'));
    expect((await shippedContent(content(), undefined)).files.get('packs/test/assets/mark.svg')).toBe(drawn);
  });
});

describe('a build', () => {
  const built = async (): Promise<readonly string[]> => {
    writeFileSync(join(place, 'index.html'), '<!doctype html><title>x</title>');
    const output = await build({
      root: place,
      configFile: false,
      logLevel: 'silent',
      plugins: [contentPlugin(content())],
      build: { write: false },
    });
    if (!('output' in output)) throw new Error('no output');
    return output.output.map(({ fileName }) => fileName).filter((name) => name.startsWith('content/'));
  };

  it('ships exactly that', async () => {
    strange('test');
    expect((await built()).toSorted()).toEqual(sound.map((name) => `content/${name}`));
  });

  it('fails if a picture contains more than a picture, and names it', async () => {
    put('packs/test/assets/mark.svg', evil);
    await expect(built()).rejects.toThrow('packs/test/assets/mark.svg');
  });
});

describe('the development server', () => {
  it('serves what would be shipped, and nothing else of the folder', async () => {
    strange('test');
    put('packs/test/scenarios/a-morning.json', '{ "not": "fit to ship" }');
    put('world/world.json', aWorld());
    put('schema/pack.schema.json', {});
    const vite = await createServer({
      root: place,
      configFile: false,
      logLevel: 'silent',
      plugins: [contentPlugin(content())],
      server: { middlewareMode: true, ws: false, watch: null },
      appType: 'custom',
    });
    const server = createHttpServer(vite.middlewares);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const ask = (path: string) => fetch(`http://127.0.0.1:${address.port}/content/${path}`);
    try {
      for (const path of [
        'index.json',
        'packs/test/pack.json',
        'packs/test/scenarios/a-morning.json',
        'world/world.json',
        'schema/pack.schema.json',
      ]) {
        const { status, headers } = await ask(path);
        expect(status, path).toBe(200);
        expect(headers.get('Content-Security-Policy')).toBe(contentPolicy);
      }
      for (const path of [
        'packs/test/assets/evil.html',
        'packs/test/assets/evil.js',
        'packs/test/assets/host.svg',
        'packs/test/extra/readme.exe',
        'packs/test/index.html',
        'packs/test/.hidden.js',
        'packs/test/assets/..%2f..%2f..%2f..%2findex.html',
        'packs/test%2findex.html',
        'packs/nowhere/pack.json',
        'world/',
        '',
      ]) {
        expect((await ask(path)).status, path).toBe(404);
      }
    } finally {
      server.close();
      await vite.close();
    }
  });
});
