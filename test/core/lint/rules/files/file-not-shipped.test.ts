import { expect, it } from 'vitest';
import type { PictureFile } from '../../../../../src/core/lint/picture.ts';
import type { PackFile } from '../../../../../src/core/lint/rule.ts';
import { noContent, remarksOf } from '../../../../../src/core/lint/rule.ts';
import { inFolder } from '../../../../../src/core/lint/pack-files.ts';
import { fileNotShipped } from '../../../../../src/core/lint/rules/files/file-not-shipped.ts';
import { aMessage, aScenario, both } from '../../../../fixtures/builders.ts';
import { aPack, remarksOn } from '../../../../fixtures/lint.ts';

const svg: PictureFile = { start: [], text: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
const shows = aScenario({
  messages: [aMessage({ body: [{ kind: 'image', id: 'mark', asset: 'mark.svg', alt: both('花森') }] })],
});
const needed = { 'pack.json': 'other', 'scenarios/a-morning.json': 'other', 'assets/mark.svg': svg } as const;

const disk = (more: Readonly<Record<string, PackFile>>) =>
  inFolder(new Map<string, PackFile>(Object.entries({ ...needed, ...more })));
const said = (more: Readonly<Record<string, PackFile>>): string =>
  remarksOf(
    fileNotShipped,
    {
      ...noContent,
      pack: { file: 'packs/test/pack.json', value: aPack() },
      scenarios: [{ file: 'packs/test/scenarios/a-morning.json', value: shows }],
    },
    disk(more),
  )
    .map(({ file, text }) => `${file} ${text.en}`)
    .join();

it('reports all files that the game does not read, in one warning', () => {
  const others = {
    'assets/evil.html': 'other',
    'assets/evil.js': 'other',
    'assets/deep/mark.svg': 'other',
    'assets/Photo.PNG': 'other',
    'extra/readme.exe': 'other',
    'scenarios/notes.txt': 'other',
    'world.json': 'other',
  } as const;
  const text = said(others);
  expect(text).toMatch(/^packs\/test\/pack\.json Not shipped: /);
  for (const name of Object.keys(others)) expect(text).toContain(name);
  for (const name of Object.keys(needed)) expect(text.replace(/^\S+/, '')).not.toContain(`${name},`);
});

it('gives the number of the files that are too many to name', () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`extra/${index}.txt`, 'other'] as const),
  );
  const text = said(many);
  expect(text).toContain('and 490 more');
  expect(text.length).toBeLessThan(600);
});

it('accepts files that are read, and leaves the others to their rules', () => {
  expect(said({})).toBe('');
  expect(said({ 'assets/old.svg': svg, 'scenarios/forgotten.json': 'other' })).toBe('');
  expect(remarksOn('file-not-listed', [shows], disk({ 'scenarios/forgotten.json': 'other' }))).toEqual([
    'scenarios/forgotten.json',
  ]);
  expect(remarksOn('file-not-shipped', [shows])).toEqual([]);
});
