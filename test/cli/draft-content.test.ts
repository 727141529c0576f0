import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildGame } from '../../src/build/package-build.ts';
import { publishedParts } from '../../src/build/parts-plugin.ts';
import {
  contentIn,
  makePackage as makeOnCommandLine,
  packageOptions,
} from '../../src/cli/commands/package.ts';
import { contentScript } from '../../src/core/packaging/content-script.ts';
import { contentOfDraft } from '../../src/studio/give/draft-content.ts';
import type { DraftFiles } from '../../src/studio/files/given-file.ts';
import { startLanguage } from '../../src/i18n/setup.ts';
import { makePackage } from '../../src/studio/give/make-package.ts';

/** The files of a shipped pack as a draft. */
function draftOf(pack: string): DraftFiles {
  const files = readdirSync(join('content/packs', pack), { recursive: true, encoding: 'utf8' })
    .map((name) => `packs/${pack}/${name}`)
    .filter((path) => statSync(join('content', path)).isFile());
  const isText = (path: string): boolean => path.endsWith('.json');
  return {
    texts: new Map(files.filter(isText).map((path) => [path, readFileSync(join('content', path), 'utf8')])),
    pictures: new Map(
      files
        .filter((path) => !isText(path))
        .map((path) => [path, new Uint8Array(readFileSync(join('content', path)))]),
    ),
  };
}

const worldText = (file: string) => Promise.resolve(readFileSync(join('content', file), 'utf8'));

describe('the content of a package made of a draft', () => {
  it.each(['first-day', 'sakura-2019', 'toolbox'])('is what the command line ships of %s', async (pack) => {
    const [drafted, shipped] = await Promise.all([
      contentOfDraft(draftOf(pack), worldText),
      contentIn('content', [pack]),
    ]);
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.problems));
    expect(contentScript(drafted.value, true)).toBe(contentScript(shipped, true));
    expect([...drafted.value.pictures.keys()].toSorted()).toEqual([...shipped.pictures.keys()].toSorted());
  });

  it('is refused where the game would not play it, or a picture is unsafe', async () => {
    const draft = draftOf('first-day');
    const scenario = [...draft.texts.keys()].find((path) => path.includes('/scenarios/')) ?? '';
    const broken = await contentOfDraft(
      { ...draft, texts: new Map(draft.texts).set(scenario, '{"format": 1}') },
      worldText,
    );
    expect(broken).toMatchObject({ ok: false });
    expect(broken.problems.every(({ file }) => file === scenario)).toBe(true);
    const [picture = ''] = draft.pictures.keys();
    const evil = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>');
    const unsafe = await contentOfDraft(
      { ...draft, pictures: new Map(draft.pictures).set(picture, evil) },
      worldText,
    );
    expect(unsafe).toMatchObject({ ok: false, problems: [{ rule: 'asset-unsafe' }] });
  });
});

describe('a package that is made in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mikiwame-given-'));
  // The studio is drawn in a language; the package does not depend on it.
  beforeAll(() => startLanguage('ja'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['scorm12', 'scorm2004', 'cmi5', 'html'] as const)(
    'has the bytes of the command line: %s',
    async (kind) => {
      const out = join(folder, `${kind}.out`);
      const asked = await packageOptions([kind, '--packs', 'first-day', '--out', out], 'content');
      if (!asked.ok) throw new Error(asked.reason.en);
      await makeOnCommandLine(asked.options, '.', () => {});

      const published = publishedParts((await buildGame('.')).parts);
      const site = vi.spyOn(globalThis, 'fetch').mockImplementation((path) => {
        if (typeof path !== 'string') throw new Error('The studio asks for files by their paths.');
        const part = published.get(path.replace('package/', ''));
        return Promise.resolve(new Response(part === undefined ? readFileSync(path) : Buffer.from(part)));
      });
      try {
        const given = await makePackage(
          draftOf('first-day'),
          { kind, language: 'both', passMark: undefined },
          { signal: new AbortController().signal, onStep: () => {} },
        );
        if (!given.ok) throw new Error(JSON.stringify(given.problems));
        expect(Buffer.from(given.bytes).equals(readFileSync(out))).toBe(true);
      } finally {
        site.mockRestore();
      }
    },
  );
});
