import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFileOf, readPackFile } from '../../../src/core/packaging/pack-file.ts';

const pack = new Map([
  ['pack.json', strToU8('{"id":"a"}')],
  ['scenarios/inbox.json', strToU8('{}')],
  ['assets/logo.svg', strToU8('<svg/>')],
]);

describe('a pack file', () => {
  it('has the files that were put into it', () => {
    expect(readPackFile(packFileOf(pack))).toEqual({
      ok: true,
      value: { files: pack, leftOut: [] },
      problems: [],
    });
  });

  it('has the same bytes for the same files in any order', () => {
    expect(packFileOf(new Map([...pack].toReversed()))).toEqual(packFileOf(pack));
  });

  it('may be a zip of the folder made by hand, with what a Mac adds to it', () => {
    const zip = zipSync({
      'packs/a/pack.json': strToU8('{"id":"a"}'),
      'packs/a/scenarios/inbox.json': strToU8('{}'),
      'packs/a/notes.txt': strToU8('remember'),
      'packs/a/.DS_Store': strToU8('x'),
      '__MACOSX/packs/a/._pack.json': strToU8('x'),
      'readme.md': strToU8('hello'),
    });
    const read = readPackFile(zip);
    expect(read.ok && [...read.value.files.keys()]).toEqual(['pack.json', 'scenarios/inbox.json']);
    expect(read.ok && read.value.leftOut).toEqual(['packs/a/notes.txt', 'readme.md']);
  });

  it('leaves out what no pack has, whatever its name', () => {
    const read = readPackFile(
      zipSync({
        'pack.json': strToU8('{}'),
        'assets/run.exe': strToU8('MZ'),
        'scenarios/__proto__.json': strToU8('{}'),
      }),
    );
    expect(read.ok && [...read.value.files.keys()]).toEqual(['pack.json']);
    expect(read.ok && read.value.leftOut).toEqual(['assets/run.exe', 'scenarios/__proto__.json']);
  });

  it.each([
    ['no pack.json', { 'scenarios/a.json': strToU8('{}') }, 'no-pack'],
    ['two packs', { 'a/pack.json': strToU8('{}'), 'b/pack.json': strToU8('{}') }, 'several-packs'],
  ])('is refused with %s', (_, files, rule) => {
    expect(readPackFile(zipSync(files))).toMatchObject({ ok: false, problems: [{ rule }] });
  });

  it('ends in files or a problem for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const read = readPackFile(bytes);
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
