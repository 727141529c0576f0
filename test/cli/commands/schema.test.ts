import { expect, it } from 'vitest';
import { schemaFiles } from '../../../src/cli/commands/schema.ts';
import { snippets } from '../../../src/cli/snippets.ts';
import { blockSchema } from '../../../src/core/scenario/format/block.ts';
import { deliverySchema } from '../../../src/core/scenario/format/delivery.ts';
import { messageSchema } from '../../../src/core/scenario/format/message.ts';
import { aMessage } from '../../fixtures/builders.ts';
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

/** Values of closed lists that an editor would show without words in both languages, as `list: value`. */
function silentValues(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(silentValues);
  if (!isFields(node)) return [];
  const { enum: values, enumDescriptions: words } = node;
  const own = Array.isArray(values)
    ? values.filter((_, at) => {
        const said: unknown = Array.isArray(words) ? words[at] : undefined;
        return typeof said !== 'string' || !/^.+ \/ .*[ぁ-んァ-ヶ一-龠]/.test(said);
      })
    : [];
  return [
    ...own.map((value) => `${JSON.stringify(values)}: ${String(value)}`),
    ...Object.values(node).flatMap(silentValues),
  ];
}

it.each([...schemaFiles()])('says what every value of a closed list in %s means', (_, text) => {
  expect(silentValues(JSON.parse(text))).toEqual([]);
});

/** What is inserted once its places are filled with what stands in them. */
const filled = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/\$\{\d+:([^}]*)\}/g, '$1'));

const wholes = { body: blockSchema, blocks: blockSchema, delivery: deliverySchema, messages: messageSchema };

it.each(
  Object.entries(wholes).flatMap(([field, schema]) =>
    (snippets[field] ?? []).map(({ label, body }) => [field, label, schema, body] as const),
  ),
)('offers in "%s" a piece that is valid: %s', (_, __, schema, body) => {
  expect(schema.safeParse(filled(body)).error?.issues ?? []).toEqual([]);
});

it('offers clues and facts that are valid in a solution', () => {
  const [clue, fact] = [snippets['clues']?.[0]?.body, snippets['facts']?.[0]?.body];
  const { solution } = aMessage();
  const whole = messageSchema.safeParse({
    ...aMessage(),
    solution: { ...solution, clues: [filled(clue)], facts: [filled(fact)] },
  });
  expect(whole.error?.issues ?? []).toEqual([]);
});

it('offers them where VS Code looks for them', () => {
  const scenario: unknown = JSON.parse(schemaFiles().get('scenario.schema.json') ?? '');
  const offered = JSON.stringify(scenario).match(/"defaultSnippets":\[\{"label":"([^"]+)"/g) ?? [];
  for (const label of ['own domain', 'text', 'genuine mail', 'clue', 'fact'])
    expect(offered.some((one) => one.endsWith(`"${label}"`))).toBe(true);
});
