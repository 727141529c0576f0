import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const recipes = readdirSync(join(root, 'docs/how-to')).map((name) => `docs/how-to/${name}`);
const documents = ['CONTRIBUTING.md', 'README.md', 'README.ja.md', ...recipes];

/** Files of `src/` may be named without the leading folder, as in the map. */
const exists = (path: string): boolean => existsSync(join(root, path)) || existsSync(join(root, 'src', path));

/** Paths of files and folders of ours in a text. One with a placeholder, such as `src/i18n/<code>/`, is left out. */
function pathsIn(text: string): readonly string[] {
  const files = text.matchAll(
    /(?<![\w<>*{}./-])(?:\w[\w.-]*\/)+[\w.-]+\.(?:tsx?|mjs|json|md)(?![\w<>*{}/])/g,
  );
  const folders = text.matchAll(
    /(?<![\w<>*{}./-])(?:src|test|docs|content|core)\/(?:[\w.-]+\/)*(?![\w<>*{}])/g,
  );
  return [...new Set([...files, ...folders].map(([path]) => path))];
}

/** Files that a recipe tells the reader to write. */
const yetToWrite = new Set([
  'src/core/lint/rules/words/subject-length.ts',
  'test/core/lint/rules/words/subject-length.test.ts',
]);

/** The folders of `src/` or `src/core/` by name. */
const foldersIn = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

describe('the documents for developers', () => {
  it.each(['README.md', 'README.ja.md'])('list every folder of src and of the core: %s', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const [list = ''] = /```\nsrc\/core\/[\s\S]*?```/.exec(text) ?? [];
    const listed = [...list.matchAll(/src\/(\w+)\//g)].map(([, name = '']) => name);
    expect(listed.toSorted()).toEqual(foldersIn('src').toSorted());
    const [core = ''] = list.split('src/packs/');
    expect(foldersIn('src/core').filter((name) => !new RegExp(`\\b${name}\\b`).test(core))).toEqual([]);
  });

  it.each(documents)('name only files that exist: %s', (document) => {
    const text = readFileSync(join(root, document), 'utf8').replaceAll(/https?:\S+/g, '');
    const missing = pathsIn(text).filter((path) => !yetToWrite.has(path) && !exists(path));
    expect(missing).toEqual([]);
  });

  it('list every recipe in CONTRIBUTING', () => {
    const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    expect(recipes.filter((recipe) => !contributing.includes(`(${recipe})`))).toEqual([]);
  });
});
