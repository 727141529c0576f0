import { deflateSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveRule } from '../../../src/core/packaging/archive-problem.ts';
import { archiveBounds } from '../../../src/core/packaging/bounds.ts';
import { unzip } from '../../../src/core/packaging/unzip.ts';
import { deflated, zipOf } from '../../../src/core/packaging/zip.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

const good: RawEntry = { name: 'pack.json', bytes: strToU8('{"format":1}') };

/** The rules and names of the problems of an archive. */
const problemsOf = (archive: Uint8Array) => {
  const unzipped = unzip(archive);
  return unzipped.ok ? [] : unzipped.problems.map(({ rule, file }) => [rule, file] as const);
};

describe('an archive', () => {
  it('is read as its writer packed it, with folders and a comment', () => {
    const unzipped = unzip(
      rawZip(
        [
          good,
          { name: 'scenarios/', packed: new Uint8Array(), bytes: new Uint8Array(), method: 0, mode: 0x41ed },
        ],
        'made by hand',
      ),
    );
    expect(unzipped).toEqual({ ok: true, files: new Map([['pack.json', strToU8('{"format":1}')]]) });
  });

  it('may be stored without compression, as other programs do', () => {
    expect(unzip(zipSync({ 'pack.json': [strToU8('{}'), { level: 0 }] }))).toMatchObject({ ok: true });
  });

  const hostile: readonly (readonly [string, RawEntry, ArchiveRule])[] = [
    ['a parent folder', { name: '../pack.json' }, 'entry-path'],
    ['a parent folder in the middle', { name: 'a/../../b.json' }, 'entry-path'],
    ['a path from the root', { name: '/etc/passwd' }, 'entry-path'],
    ['a drive', { name: 'C:/a.json' }, 'entry-path'],
    ['a backslash', { name: String.raw`..\a.json` }, 'entry-path'],
    ['an empty step', { name: 'a//b.json' }, 'entry-path'],
    ['no name', { name: '' }, 'entry-path'],
    ['a control character', { name: 'a\u0000.json' }, 'entry-path'],
    ['a direction mark', { name: 'a\u202egnp.json' }, 'entry-path'],
    ['a symbolic link', { name: 'link.json', mode: 0xa1ff }, 'entry-link'],
    ['a device', { name: 'device.json', mode: 0x21ff }, 'entry-link'],
    ['a password', { name: 'a.json', flags: 0x801 }, 'entry-encrypted'],
    ['another compression', { name: 'a.json', method: 14 }, 'entry-method'],
    ['the same name', { name: 'pack.json' }, 'entry-duplicate'],
    ['the same name in capitals', { name: 'PACK.json' }, 'entry-duplicate'],
    ['the bytes of another file', { name: 'b.json', localName: 'pack.json', sameAs: 0 }, 'entry-damaged'],
    ['another name before its bytes', { name: 'b.json', localName: 'c.json' }, 'entry-damaged'],
    ['a wrong checksum', { name: 'b.json', checksum: 1 }, 'entry-damaged'],
    ['more bytes than it says', { name: 'b.json', bytes: strToU8('long text'), size: 3 }, 'entry-damaged'],
    ['fewer bytes than it says', { name: 'b.json', bytes: strToU8('text'), size: 30 }, 'entry-damaged'],
    ['bytes that are no deflate', { name: 'b.json', packed: strToU8('\u0007\u0007\u0007') }, 'entry-damaged'],
    ['no bytes at all', { name: 'b.json', packed: new Uint8Array() }, 'entry-damaged'],
    ['a size beyond the bound', { name: 'b.json', size: archiveBounds.unpacked + 1 }, 'entry-bomb'],
    ['a ratio beyond the bound', { name: 'b.json', bytes: new Uint8Array(2_000_000) }, 'entry-bomb'],
  ];

  it.each(hostile)('is refused for %s, by name', (_, entry, rule) => {
    expect(problemsOf(rawZip([good, entry]))).toContainEqual([rule, entry.name]);
  });

  it('is refused for a bomb that says it is small, without unpacking it', () => {
    const bomb = deflateSync(new Uint8Array(20_000_000));
    expect(problemsOf(rawZip([{ name: 'bomb.json', packed: bomb, bytes: strToU8('x'), size: 1 }]))).toEqual([
      ['entry-damaged', 'bomb.json'],
    ]);
  });

  it('is refused for files that are small one by one and too large together', () => {
    const tenMegabytes = { size: 10_000_000, packed: new Uint8Array(60_000) };
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, ...tenMegabytes }));
    expect(problemsOf(rawZip(six))).toEqual([['entry-bomb', 'f']]);
  });

  it('is refused if one file lies within another', () => {
    const inner = rawZip([{ name: 'b.json' }]);
    const outer = rawZip([{ name: 'a.json', method: 0, packed: inner, bytes: inner }, { name: 'b.json' }]);
    // The directory's second line now leads into the bytes of the first file.
    const view = new DataView(outer.buffer);
    const directory = view.getUint32(outer.length - 6, true);
    view.setUint32(directory + 46 + 'a.json'.length + 42, 30 + 'a.json'.length, true);
    expect(problemsOf(outer)).toEqual([['entry-overlap', 'b.json']]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'archive-not-zip'],
    ['a picture', strToU8('\u0089PNG'), 'archive-not-zip'],
    ['more than 50 MB', new Uint8Array(archiveBounds.size + 1), 'archive-too-large'],
    ['bytes before the zip', Uint8Array.from([1, 2, ...rawZip([good])]), 'archive-damaged'],
  ] as const)('is refused if it is %s', (_, archive, rule) => {
    expect(problemsOf(archive)).toEqual([[rule, '']]);
  });

  it('is refused with too many files', () => {
    const many = Array.from({ length: archiveBounds.entries + 1 }, (__, index) => ({ name: `f${index}` }));
    expect(problemsOf(rawZip(many))).toEqual([['archive-too-many', '']]);
  });

  it('tells the place of each problem, in both languages', () => {
    const unzipped = unzip(rawZip([{ name: '../a' }, { name: '/b' }]));
    if (unzipped.ok) throw new Error('read');
    expect(unzipped.problems.map(({ file }) => file)).toEqual(['../a', '/b']);
    const [first, second] = unzipped.problems;
    expect(second?.at).toBeGreaterThan(first.at);
    expect(first.text.ja).toContain('../a');
    expect(first.text.en).toContain('../a');
  });
});

describe('unzip, whatever it is given,', () => {
  const whole = zipOf(
    new Map([
      ['pack.json', deflated(strToU8('{"format":1,"id":"a"}'))],
      ['scenarios/a.json', deflated(strToU8('{"messages":[]}'.repeat(50)))],
    ]),
  );

  it('reads back what zipOf wrote', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-zあ-ん]{1,8}){0,2}\.json$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 400 })), { selector: ([path]) => path }),
        (files) => {
          const zip = zipOf(new Map(files.map(([path, bytes]) => [path, deflated(bytes)])));
          const again = zipOf(new Map(files.toReversed().map(([path, bytes]) => [path, deflated(bytes)])));
          expect(again).toEqual(zip);
          const unzipped = unzip(zip);
          expect(unzipped).toEqual({ ok: true, files: new Map(files) });
        },
      ),
    );
  });

  it('refuses every shortened archive', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(unzip(whole.subarray(0, length)).ok).toBe(false);
    }
  });

  it('neither throws nor returns more than the bound', () => {
    const damaged = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      })
      .map((changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
    const random = fc.uint8Array({ maxLength: 3_000 });
    fc.assert(
      fc.property(fc.oneof(damaged, random), (archive) => {
        const unzipped = unzip(archive);
        const sizes = unzipped.ok ? [...unzipped.files.values()].map(({ length }) => length) : [];
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(archiveBounds.unpacked);
        expect(unzipped.ok || unzipped.problems[0].text.en !== '').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
