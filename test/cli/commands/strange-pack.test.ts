/** A stranger's pack, from its folder to the zip: the whole command, in a copy of the project with other content. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tool } from '../../../src/cli/tool.mjs';
import { aLegitimateMessage, aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { aPack } from '../../fixtures/lint.ts';

const root = join(import.meta.dirname, '../../..');
let place = '';
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'mikiwame stranger ')));
  for (const name of ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'LICENSE'])
    cpSync(join(root, name), join(place, 'project', name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'project/node_modules'), 'junction');
  writeFileSync(join(place, 'private.json'), JSON.stringify({ ...morning, title: both('秘密') }));
  writeFileSync(join(place, 'private.svg'), picture);
  put('pack.json', aPack());
  put('scenarios/a-morning.json', morning);
  put('assets/mark.svg', picture);
});
afterEach(() => rmSync(place, { recursive: true }));

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';
const morning = aScenario({
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

const inPack = (path: string): string => join(place, 'project/content/packs/test', path);

function put(path: string, value: unknown): void {
  mkdirSync(dirname(inPack(path)), { recursive: true });
  writeFileSync(inPack(path), typeof value === 'string' ? value : JSON.stringify(value));
}

const zip = (): string => join(place, 'out.zip');

function packaged(): { readonly status: number | null; readonly said: string } {
  const { program, first } = tool(root, 'tsx');
  const { status, stdout, stderr } = spawnSync(
    program,
    [...first, 'src/cli/main.ts', 'package', 'scorm12', '--out', zip()],
    { cwd: join(place, 'project'), encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

describe('a package of a stranger’s pack', () => {
  it('holds the game without its studio, what the pack lists, and nothing else of its folder', () => {
    put('assets/evil.html', '<script src="evil.js"></script>');
    put('assets/evil.js', 'alert("from the pack")');
    put('assets/old.svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>old one</title></svg>');
    put('assets/deep/mark.svg', picture);
    put('scenarios/forgotten.json', '{}');
    put('extra/readme.exe', 'MZ');
    put('index.html', '<script>1</script>');
    put('imsmanifest.xml', '<manifest/>');
    put('.hidden.js', 'alert(1)');
    symlinkSync(join(place, 'private.svg'), inPack('assets/host.svg'));
    symlinkSync(place, inPack('everything'), 'junction');
    symlinkSync(place, join(place, 'project/content/packs/linked'), 'junction');

    const { status, said } = packaged();
    expect(status, said).toBe(0);
    const files = unzipSync(new Uint8Array(readFileSync(zip())));
    expect(Object.keys(files).toSorted()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'content.js',
      'content/packs/test/assets/mark.svg',
      'game.css',
      'game.js',
      'imsmanifest.xml',
      'index.html',
    ]);
    const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
    for (const stray of ['studio-pane', 'from the pack', 'old one', '秘密', 'forgotten.json'])
      expect(
        texts.filter((text) => text.includes(stray)),
        stray,
      ).toEqual([]);
    for (const name of ['evil.html', 'evil.js', 'old.svg', 'forgotten.json', 'readme.exe', 'host.svg'])
      expect(said).toContain(name);
  }, 300_000);

  it('is not written with a scenario from outside, and says where', () => {
    put('pack.json', aPack({ scenarios: ['../../../../../private.json'] }));
    const { status, said } = packaged();
    expect(status).not.toBe(0);
    expect(said).toContain('pack.json');
    expect(existsSync(zip())).toBe(false);
  }, 120_000);
});
