import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentIn } from '../../src/cli/commands/package.ts';
import { contentScript } from '../../src/core/packaging/content-script.ts';
import { contentOfDraft } from '../../src/studio/give/draft-content.ts';
import type { DraftFiles } from '../../src/studio/files/given-file.ts';

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
