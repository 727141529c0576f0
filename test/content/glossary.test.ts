import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/core/scenario/format/vocabulary.ts';

/** A word in both languages, from a row of the glossary: the first two columns. */
const pairsIn = (page: string): readonly (readonly [string, string])[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[ :|-]+\|$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, first = '', second = '']): readonly [string, string] => [first, second])
    .filter(([first]) => first !== '言葉' && first !== 'Word');

const japanese = pairsIn('docs/glossary.ja.md');
const english = pairsIn('docs/glossary.md').map(([word, inJapanese]) => [inJapanese, word] as const);

const sentences: Readonly<Record<Language, string>> = { ja: interfaceIn('ja'), en: interfaceIn('en') };

function interfaceIn(language: Language): string {
  const folder = `src/i18n/${language}/`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n')
    .toLowerCase();
}

describe('the glossary', () => {
  it('has the same words in both languages', () => {
    expect(japanese.length).toBeGreaterThan(30);
    expect(english).toEqual(japanese);
  });

  it.each(languages)('has the words that the interface uses, in %s', (language) => {
    const words = japanese.map(([ja, en]) => (language === 'ja' ? ja : en));
    expect(words.filter((word) => !sentences[language].includes(word.toLowerCase()))).toEqual([]);
  });
});
