import { expect, it } from 'vitest';
import { schemaFiles } from '../../../src/cli/commands/schema.ts';
import { isFields } from '../../../src/core/scenario/read/from-outside.ts';

/** Paths of the properties that an editor would show without a word, or in one language. */
function silent(node: unknown, definitions: unknown, path = ''): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => silent(one, definitions, `${path}/${index}`));
  if (!isFields(node)) return [];
  const own = Object.entries(isFields(node['properties']) ? node['properties'] : {}).flatMap(
    ([name, child]) =>
      / \/ .*[ぁ-んァ-ン一-龠]/.test(wordsOf(child, definitions)) ? [] : [`${path}/${name}`],
  );
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, child]) => silent(child, definitions, `${path}/${key}`)),
  ];
}

function wordsOf(node: unknown, definitions: unknown): string {
  if (!isFields(node)) return '';
  const { description, $ref: reference, allOf } = node;
  if (typeof description === 'string') return description;
  if (Array.isArray(allOf)) return wordsOf(allOf[0], definitions);
  const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
  return name === undefined || !isFields(definitions) ? '' : wordsOf(definitions[name], definitions);
}

it.each([...schemaFiles()])('describes every field of %s in both languages', (_, text) => {
  const schema: unknown = JSON.parse(text);
  expect(isFields(schema) ? silent(schema, schema['definitions']) : ['no schema']).toEqual([]);
});
