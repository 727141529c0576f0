import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { kinds, packageOptions, packsOf } from '../../../src/cli/commands/package.ts';
import { packsIn } from '../../../src/build/disk.ts';
import { wholeTemplate, withLoaders } from '../../../src/build/package-build.ts';
import { contentSecurityPolicy } from '../../../src/build/content-security-policy.ts';
import type { GameParts } from '../../../src/core/packaging/game-parts.ts';
import {
  coursePackage,
  loadersPlace,
  type PackageChoice,
  wholePage,
} from '../../../src/core/packaging/package.ts';
import { deflated } from '../../../src/core/packaging/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'mikiwame-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...args: readonly string[]) => packageOptions(args, 'content');

describe('the arguments of a package', () => {
  it('are a kind and options', async () => {
    const file = join(folder, 'round.json');
    writeFileSync(file, '{"passMark": 80}');
    const outcome = await read(
      'scorm12',
      '--packs',
      'sakura-2019',
      '--round',
      file,
      '--lang',
      'ja',
      '--keep-open',
    );
    expect(outcome).toMatchObject({
      ok: true,
      options: {
        kind: 'scorm12',
        packs: ['sakura-2019'],
        round: { passMark: 80 },
        language: 'ja',
        keepOpen: true,
      },
    });
  });

  it.each([
    [['scorm'], ['scorm12', 'scorm2004', 'cmi5', 'html', 'site']],
    [[], ['scorm12']],
    [['scorm12', 'cmi5'], ['scorm2004']],
    [
      ['html', '--packs', 'sakura'],
      ['sakura', 'sakura-2019'],
    ],
    [
      ['html', '--lang', 'fr'],
      ['ja', 'en', 'both'],
    ],
    [['html', '--hosts', 'lms.example'], ['https://lms.example']],
    [['html', '--round', 'nowhere.json'], ['nowhere.json']],
    [['html', '--colour', 'red'], ['--colour']],
    [
      ['html', '--sbom'],
      ['--sbom', 'site'],
    ],
  ] as const)('refuses %j in both languages, with the allowed values', async (args, allowed) => {
    const outcome = await read(...args);
    if (outcome.ok) throw new Error('taken');
    for (const text of Object.values(outcome.reason))
      for (const word of allowed) expect(text).toContain(word);
    expect(outcome.reason.ja).toMatch(/[ぁ-ん]/);
    expect(outcome.reason.en).toMatch(/[a-z]{3}/);
  });

  it('are refused if the round is no JSON object', async () => {
    const file = join(folder, 'list.json');
    writeFileSync(file, '[]');
    expect(await read('html', '--round', file)).toMatchObject({ ok: false });
  });
});

describe('the packs of a package', () => {
  const known = ['everyday-japan', 'exam', 'first-day', 'my-own', 'office'];

  it('are those for a first course and the trainer’s own, if none are named', () => {
    for (const kind of kinds.filter((one) => one !== 'site')) {
      expect(packsOf({ kind, packs: undefined, round: undefined }, known)).toEqual([
        'first-day',
        'my-own',
        'office',
      ]);
    }
  });

  it('are joined by those that the round deals from', () => {
    const round = { packs: ['exam'] };
    expect(packsOf({ kind: 'scorm12', packs: undefined, round }, known)).toContain('exam');
  });

  it('are all of them in a site, and if “all” is named', async () => {
    expect(packsOf({ kind: 'site', packs: undefined, round: undefined }, known)).toEqual(known);
    const outcome = await read('scorm12', '--packs', 'all');
    if (!outcome.ok) throw new Error(outcome.reason.en);
    expect(packsOf(outcome.options, known)).toEqual(known);
  });

  it('are those named, and nothing else', () => {
    expect(packsOf({ kind: 'html', packs: ['exam'], round: undefined }, known)).toEqual(['exam']);
  });

  it('weigh little enough in their usual choice: with the game below 1 MB, all of them below 2 MB', async () => {
    const shipped = await packsIn('content');
    const usual = packsOf({ kind: 'scorm12', packs: undefined, round: undefined }, shipped);
    expect(packedBytes(usual)).toBeLessThan(1e6 - gameBytes);
    expect(packedBytes(shipped)).toBeLessThan(2e6 - gameBytes);
  });
});

/** What a package holds besides content, rounded up; the bench measures whole packages. */
const gameBytes = 0.575e6;

/** Bytes of packs as a zip holds them. */
const packedBytes = (packs: readonly string[]): number =>
  packs
    .flatMap((pack) =>
      readdirSync(join('content/packs', pack), { recursive: true, encoding: 'utf8' })
        .map((name) => join('content/packs', pack, name))
        .filter((file) => statSync(file).isFile()),
    )
    .map((file) => {
      const bytes = readFileSync(file);
      const squeezed = file.endsWith('.json') ? JSON.stringify(JSON.parse(bytes.toString())) : bytes;
      return deflateRawSync(squeezed).length;
    })
    .reduce((sum, bytes) => sum + bytes, 0);

const hostile = JSON.stringify({ text: `</script>$& "it's" \\ \\" \n\u2028` });
const html = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" /><title>game</title><script type="module" crossorigin src="./game.js"></script><link rel="stylesheet" crossorigin href="./style.css"></head><body></body></html>`;
const texts = {
  script: 'const closing = "</script><!--<script>";',
  styles: 'p{color:red}',
  notices: 'Copyright -->',
};
const content = {
  texts: new Map([['packs/a/scenarios/b.json', hostile]]),
  pictures: new Map([['packs/a/assets/c.svg', new TextEncoder().encode('<svg/>')]]),
};
const partOf = (text: string) => deflated(new TextEncoder().encode(text));
const parts: GameParts = {
  apart: withLoaders(html, loadersPlace),
  whole: wholeTemplate(html, texts),
  worker: 'reload-worker.js',
  files: {
    script: partOf(texts.script),
    styles: partOf(texts.styles),
    notices: partOf(texts.notices),
    reloadWorker: partOf('reload()'),
  },
};
const choice: PackageChoice = {
  title: 'A $& <course> "of" ours',
  language: 'both',
  round: undefined,
  keepOpen: false,
  hosts: ['"mikiwame-heads"'],
  lrs: undefined,
  packs: ['a'],
};
const textIn = (zip: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(zip)[name]);

describe('a page of a package', () => {
  it('loads classic scripts in order, content first, and nothing that needs a server to allow it', () => {
    const page = textIn(coursePackage('scorm12', parts, content, choice), 'index.html');
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script defer src="./content.js">',
      '<script defer src="./game.js">',
      '<script type="application/json" id="mikiwame-package">',
    ]);
    expect(page).toContain('<title>A $&amp; &lt;course> "of" ours</title>');
    expect(page).not.toMatch(/crossorigin|type="module"/);
  });

  it('in one file makes no request, allows only the script that unpacks the rest, and contains script and content', () => {
    const page = new TextDecoder().decode(
      wholePage(parts, content, choice, { pack: 'a', scenario: 'b', heads: {} }),
    );
    const packed = (id: string): string => {
      const [, text = ''] = new RegExp(`id="${id}">([^<]*)<`).exec(page) ?? [];
      return gunzipSync(Buffer.from(text, 'base64')).toString('utf8');
    };
    expect(packed('mikiwame-script')).toBe(texts.script);
    expect(runInNewContext(`${packed('mikiwame-content')}; JSON.stringify(mikiwameContent)`)).toBe(
      JSON.stringify({
        'packs/a/assets/c.svg': 'data:image/svg+xml;base64,PHN2Zy8+',
        'packs/a/scenarios/b.json': hostile,
      }),
    );
    expect(page).toMatch(/script-src 'sha256-[^']+' blob:; style-src 'sha256-/);
    expect(page).not.toContain("'self'");
    expect(page).not.toMatch(/\b(src|href)="\.?\//);
  });
});
