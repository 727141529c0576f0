import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { noticesOf, packagesOf } from '../../src/build/notices-plugin.ts';

const root = join(import.meta.dirname, '../..');
const moduleOf = (path: string): string => join(root, 'node_modules', path);
const place = mkdtempSync(join(tmpdir(), 'mikiwame-notices-'));
afterAll(() => rmSync(place, { recursive: true }));

describe('the notices of a build', () => {
  it('hold the licence text of every package with modules in the build, each once', () => {
    const packages = packagesOf([
      moduleOf('zustand/esm/vanilla.mjs'),
      moduleOf('zustand/esm/react.mjs'),
      moduleOf('tldts/dist/es6/index.js'),
      moduleOf('qrcode-generator/dist/qrcode.mjs'),
      join(root, 'src/app/main.tsx'),
      '\0vite/preload-helper.js',
    ]);
    expect(packages.map(({ name, licence }) => `${name} ${licence}`)).toEqual([
      'qrcode-generator MIT',
      'tldts MIT',
      'zustand MIT',
    ]);
    const text = noticesOf(packages, 'MIT License\n\nCopyright (c) us');
    for (const part of [
      'Copyright (c) us',
      'Paul Henschel',
      'Kazuhiko Arase',
      'Mozilla Public License',
      'publicsuffix.org',
    ]) {
      expect(text).toContain(part);
    }
    expect(noticesOf(packagesOf([moduleOf('zustand/esm/vanilla.mjs')]), '')).not.toContain('Mozilla');
  });

  it('are refused if a licence does not allow distribution', () => {
    const folder = join(place, 'node_modules/stranger');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      '{"name":"stranger","version":"1.0.0","license":"GPL-3.0-only"}',
    );
    expect(() => packagesOf([join(folder, 'index.js')])).toThrow('GPL-3.0-only');
  });
});
