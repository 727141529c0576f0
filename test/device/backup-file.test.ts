import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contents } from '../../src/device/saved-data.ts';
import {
  fileOf as piecesOf,
  largestBackup,
  most,
  type ReadBackup,
  readSteps,
} from '../../src/device/backup-file.ts';
import { firstSettings } from '../../src/device/settings.ts';
import { anyStoredRecord, april, aRecord } from '../core/record/builders.ts';
import { stepsOf } from '../fixtures/steps.ts';

const contents: Contents = {
  settings: { ...firstSettings, theme: 'dark', language: 'en', textSize: 150, motion: 'less', hints: false },
  rounds: [
    { key: 'a/b', moves: [{ kind: 'submit', message: 'notice', at: april }], open: 'notice' },
    { key: 'a/c', moves: [{ kind: 'flag', message: 'x', region: 'link/y', at: 1 }], open: undefined },
  ],
  records: [aRecord({ id: 'r1' }), aRecord({ id: 'r2' })],
  drills: [],
};

const readFile = (text: string): ReadBackup => stepsOf(readSteps(text)).result;

const fileOf = (kept: Contents): string => [...piecesOf(kept)].join('');

/** A valid file with some of its fields changed. */
const fileWith = (change: object): string => JSON.stringify({ ...JSON.parse(fileOf(contents)), ...change });

const read = (text: string): Extract<ReadBackup, { kind: 'read' }> => {
  const reading = readFile(text);
  if (reading.kind !== 'read') throw new Error(`refused: ${reading.why}`);
  return reading;
};

describe('the backup file', () => {
  it('round-trips', () => {
    expect(readFile(fileOf(contents))).toEqual({ kind: 'read', contents, leftOut: 0, tooMany: 0 });
  });

  it('round-trips in order when it has many pieces', () => {
    const records = Array.from({ length: 173 }, (_, index) => aRecord({ id: `r${index}` }));
    const rounds = Array.from({ length: 101 }, (_, index) => ({
      key: `a/${index}`,
      moves: [{ kind: 'submit' as const, message: 'notice', at: index }],
      open: undefined,
    }));
    expect(read(fileOf({ ...contents, settings: firstSettings, rounds, records })).contents).toEqual({
      settings: firstSettings,
      rounds,
      records,
      drills: [],
    });
  });

  it('is written and read in many steps if there is much data', () => {
    const records = Array.from({ length: 500 }, (_, index) => aRecord({ id: `r${index}` }));
    const pieces = [...piecesOf({ ...contents, settings: firstSettings, rounds: [], records })];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(pieces.join('').length / 40);
    expect(stepsOf(readSteps(pieces.join(''))).steps.length).toBeGreaterThanOrEqual(1_000);
  });

  it('can be read after it was reformatted', () => {
    const text = JSON.stringify(JSON.parse(fileOf(contents)), null, 2);
    expect(readFile(text)).toEqual({ kind: 'read', contents, leftOut: 0, tooMany: 0 });
  });

  it('has the same bytes as in earlier versions', () => {
    const move = '{"kind":"submit","message":"notice","at":1}';
    const { records, ...rest } = contents;
    expect(
      fileOf({
        ...rest,
        rounds: [{ key: 'a/b', moves: [{ kind: 'submit', message: 'notice', at: 1 }], open: undefined }],
        records,
      }),
    ).toBe(
      [
        `{"kind":"mikiwame-memory","version":1,"settings":${JSON.stringify(contents.settings)},`,
        '"rounds":[',
        `{"key":"a/b","moves":[${move}]}],`,
        '"records":[',
        `${records.map((record) => JSON.stringify(record)).join(',\n')}]}`,
        '',
      ].join('\n'),
    );
  });

  it('round-trips for any finished rounds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyStoredRecord, { selector: ({ id }) => id, maxLength: 5 }), (records) => {
        expect(read(fileOf({ settings: {}, rounds: [], records, drills: [] })).contents.records).toEqual(
          records,
        );
      }),
    );
  });

  it.each([
    ['', 'notJson'],
    ['{ "kind": "mikiwame-memory", "version": 1, "rec', 'notJson'],
    ['null', 'notOurs'],
    ['[]', 'notOurs'],
    ['{}', 'notOurs'],
    ['"mikiwame-memory"', 'notOurs'],
    [fileWith({ kind: 'other' }), 'notOurs'],
    [fileWith({ version: '1' }), 'notOurs'],
    [fileWith({ version: 0 }), 'notOurs'],
    [fileWith({ version: 3 }), 'newer'],
  ] as const)('is refused where it is %s', (text, why) => {
    expect(readFile(text)).toEqual({ kind: 'refused', why });
  });

  it('is refused if it is larger than any valid file', () => {
    expect(readFile(' '.repeat(largestBackup + 1))).toEqual({ kind: 'refused', why: 'tooLarge' });
  });

  it('includes drills, as a file of version 2, which an older game refuses so that they are not lost', () => {
    const drills = [
      { key: 'aid/paid', score: 1, at: april },
      { key: 'spring/a-morning/typed', score: 0.25, at: april + 1 },
    ];
    const text = fileOf({ ...contents, drills });
    expect(JSON.parse(text)).toMatchObject({ version: 2, drills });
    expect(readFile(text)).toEqual({
      kind: 'read',
      contents: { ...contents, drills },
      leftOut: 0,
      tooMany: 0,
    });
  });

  it('drops only the damaged drills', () => {
    const sound = { key: 'aid/paid', score: 0.5, at: april };
    const damaged = [
      null,
      { ...sound, key: '' },
      { ...sound, key: 'x'.repeat(201) },
      { ...sound, score: 1.01 },
      { ...sound, score: NaN },
      { ...sound, at: '2026' },
    ];
    const { contents: found, leftOut } = read(fileWith({ version: 2, drills: [...damaged, sound, sound] }));
    expect(found.drills).toEqual([sound]);
    expect(leftOut).toBe(damaged.length);
  });

  it('drops only the damaged rounds, and reports how many', () => {
    const { rounds, records } = contents;
    const { contents: found, leftOut } = read(
      fileWith({
        rounds: [null, ...rounds, { key: '', moves: [] }, { key: 'x'.repeat(501), moves: rounds[0]?.moves }],
        records: [{ ...aRecord(), score: 101 }, ...records, 'x', { ...aRecord(), name: 'Aoi' }],
      }),
    );
    expect(found).toEqual(contents);
    expect(leftOut).toBe(6);
  });

  it('has a limit of moves that a device can store in a few seconds, and reports what was left out', () => {
    const round = (key: string, count: number) => ({
      key,
      moves: Array.from({ length: count }, (_, at) => ({ kind: 'open', message: 'a', at })),
    });
    const rounds = [round('a', 20_000), round('b', 15_000), round('c', 10_000), round('d', 5_000)];
    const { contents: found, leftOut, tooMany } = read(fileWith({ rounds }));
    expect(found.rounds.map(({ key }) => key)).toEqual(['a', 'b']);
    expect({ leftOut, tooMany }).toEqual({ leftOut: 0, tooMany: 2 });
  });

  it('distinguishes too many entries from unreadable ones', () => {
    const records = [...Array.from({ length: most.records }, () => aRecord({ id: 'r1' })), aRecord(), {}];
    expect(read(fileWith({ records: [{}, ...records] }))).toMatchObject({ leftOut: 1, tooMany: 3 });
  });

  it('uses only the first of two entries for one round', () => {
    const twice = [aRecord({ id: 'r1', score: 10 }), aRecord({ id: 'r1', score: 90 })];
    expect(read(fileWith({ records: twice })).contents.records).toEqual([twice[0]]);
  });

  it('changes no setting if it has none', () => {
    expect(read(fileWith({ settings: undefined })).contents.settings).toEqual({});
    expect(read(fileWith({ settings: 'dark' })).contents.settings).toEqual({});
    expect(read(fileWith({ settings: { theme: 'pink' } })).contents.settings).toEqual(firstSettings);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (rounds, records, settings) => {
        expect(readFile(fileWith({ rounds, records, settings })).kind).toBe('read');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readFile(text).kind).toBe('refused');
      }),
    );
  });

  it('never reads an inherited field as a setting', () => {
    const text = '{"kind":"mikiwame-memory","version":1,"settings":{"__proto__":{"theme":"dark"}}}';
    expect(read(text).contents.settings).toEqual(firstSettings);
  });
});
