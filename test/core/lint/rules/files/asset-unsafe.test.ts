import { expect, it } from 'vitest';
import type { PictureFile } from '../../../../../src/core/lint/picture.ts';
import type { PackFile } from '../../../../../src/core/lint/rule.ts';
import { aScenario } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const bytes = (...start: readonly number[]): PictureFile => ({ start, text: undefined });
const text = (content: string): PictureFile => ({
  start: Array.from(content.slice(0, 8), (letter) => letter.charCodeAt(0)),
  text: content,
});
const remarks = (files: Readonly<Record<string, PackFile>>) =>
  remarksOn('asset-unsafe', [aScenario()], { files: new Map(Object.entries(files)) });

const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const jpg = bytes(0xff, 0xd8, 0xff, 0xe0);
const svg = text('<svg xmlns="http://www.w3.org/2000/svg"/>');

it('accepts a picture of the type that its name says', () => {
  expect(
    remarks({ 'assets/a.svg': svg, 'assets/b.png': png, 'assets/c.jpg': jpg, 'pack.json': 'other' }),
  ).toEqual([]);
});

it('refuses a file with other content, whatever its ending', () => {
  const files = {
    'assets/a.png': jpg,
    'assets/b.jpg': png,
    'assets/c.png': svg,
    'assets/d.jpg': text('<html>'),
    'assets/e.svg': png,
    'assets/f.png': bytes(),
    'assets/g.svg': text(''),
    'assets/h.png': bytes(0x89, 0x50, 0x4e, 0x47),
  };
  expect(remarks(files)).toEqual(Object.keys(files));
});

it('refuses an SVG that could run or load something, or that has another encoding', () => {
  const files = {
    'assets/a.svg': text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    // UTF-16 with its mark
    'assets/b.svg': bytes(0xff, 0xfe, 0x3c, 0x00),
  };
  expect(remarks(files)).toEqual(Object.keys(files));
});
