import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/i18n');
const parts = readdirSync(join(folder, 'ja')).map((name) => name.replace(/\.json$/, ''));

/** Every sentence by its key, as `reading.toggle`. */
function sentencesOf(part: string, language: string): ReadonlyMap<string, string> {
  const tree: unknown = JSON.parse(readFileSync(join(folder, language, `${part}.json`), 'utf8'));
  const walk = (value: unknown, path: readonly string[]): readonly (readonly [string, string])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]))
      : [[path.join('.'), String(value)]];
  return new Map(walk(tree, []));
}

const placeholders = (sentence = ''): readonly string[] =>
  [...new Set(sentence.match(/\{\{\w+\}\}/g))].toSorted();

describe.each(parts)('the sentences that load on use: %s', (part) => {
  const ja = sentencesOf(part, 'ja');
  const en = sentencesOf(part, 'en');

  it('have the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...ja.keys()].toSorted());
  });

  it('use the same placeholders in both languages, and are never empty', () => {
    for (const [key, sentence] of ja) {
      expect(placeholders(en.get(key)), key).toEqual(placeholders(sentence));
      expect([sentence, en.get(key)], key).not.toContain('');
    }
  });
});
