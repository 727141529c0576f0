/** The code blocks and tables of the trainers' guides, which tests hold against the format. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../src/core/scenario/format/vocabulary.ts';

const files = { en: 'README.md', ja: 'README.ja.md' } satisfies Record<Language, string>;

/** The guide for trainers in one language. */
export function guide(language: Language): string {
  return readFileSync(new URL(`../../content/${files[language]}`, import.meta.url), 'utf8');
}

/** The JSON blocks of a guide whose first field is `$schema`: complete files, by the name of their schema. */
export function filesIn(text: string): ReadonlyMap<string, string> {
  const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return new Map(
    blocks.flatMap((block) => {
      const schema = /^\{\n {2}"\$schema": "[./]*\/schema\/(\w+)\.schema\.json"/.exec(block)?.[1];
      return schema === undefined ? [] : [[schema, block]];
    }),
  );
}

/** The rows of the first table under the heading that ends with a word in code, as their cells. */
export function tableUnder(text: string, word: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => line.startsWith('#') && line.endsWith(`\`${word}\``));
  if (heading < 0) return [];
  const start = lines.findIndex((line, index) => index > heading && line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The words in code in a text, those of dotted names one by one. */
export function wordsInCode(text: string): ReadonlySet<string> {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return new Set(spans.flatMap((span) => span.split(/[^\w$-]+/)));
}
