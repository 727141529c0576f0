import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDraft, textsOf } from '../../../src/core/draft/draft.ts';
import { packFileOf } from '../../../src/core/packaging/pack-file.ts';
import { draftOfPackFile, givenFile } from '../../../src/studio/files/given-file.ts';

const head = { id: 'mine', name: 'Mine', changed: 0 };
const packs = readdirSync('content/packs').filter((name) => !name.startsWith('.'));

/** The files of a shipped pack, by path from its folder. */
const filesOf = (pack: string): ReadonlyMap<string, Uint8Array> => {
  const folder = join('content/packs', pack);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), new Uint8Array(readFileSync(path))]),
  );
};

describe('a pack file in the studio', () => {
  it.each(packs)('that is opened and given away untouched keeps every byte: %s', (pack) => {
    const bytes = packFileOf(filesOf(pack));
    const draft = draftOfPackFile(bytes, head);
    if (!draft.ok) throw new Error(draft.problems[0]?.text.en);
    const texts = textsOf(openDraft(draft.value.texts));
    const again = givenFile({ texts, pictures: draft.value.pictures });
    expect(again.name).toBe(`${pack}.mikiwame`);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  });

  it('opens with what is wrong in it, so that it can be mended', () => {
    const draft = draftOfPackFile(
      zipSync({ 'pack.json': strToU8('{ "id": "../x" '), 'scenarios/a.json': strToU8('oops') }),
      head,
    );
    expect(draft.ok && [...draft.value.texts]).toEqual([
      ['packs/my-pack/pack.json', '{ "id": "../x" '],
      ['packs/my-pack/scenarios/a.json', 'oops'],
    ]);
  });

  it('ends in a draft or a problem for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const draft = draftOfPackFile(bytes, head);
        expect(draft.ok || draft.problems.length > 0).toBe(true);
      }),
    );
  });
});
