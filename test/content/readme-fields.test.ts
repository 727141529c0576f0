import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ruleRows } from '../../src/core/lint/rule-table.ts';
import { lessonSchema, packSchema } from '../../src/core/scenario/format/pack.ts';
import { drillFileSchema } from '../../src/core/scenario/format/drill.ts';
import { scenarioSchema } from '../../src/core/scenario/format/scenario.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';
import { worldSchema } from '../../src/core/scenario/world/world.ts';
import { guide, tableUnder, wordsInCode } from './readme-blocks.ts';

type Node = z.core.JSONSchema.BaseSchema;

const definitions: Readonly<Record<string, unknown>> = {
  ...z.toJSONSchema(scenarioSchema).$defs,
  ...z.toJSONSchema(packSchema).$defs,
  ...z.toJSONSchema(drillFileSchema).$defs,
  ...z.toJSONSchema(lessonSchema).$defs,
  ...z.toJSONSchema(worldSchema).$defs,
};

function definition(name: string): Node {
  const found = definitions[name];
  if (!isNode(found)) throw new Error(`the schema has no ${name}`);
  return found;
}

/** The tables of the guides by the word at the end of their heading. */
const tables: Readonly<Record<string, Node>> = {
  'pack.json': definition('Pack'),
  scenario: definition('Scenario'),
  directory: definition('Contact'),
  messages: definition('Message'),
  verify: definition('Verify'),
  delivery: definition('Delivery'),
  received: definition('ReceivedDelivery'),
  links: definition('Link'),
  pages: definition('Page'),
  solution: definition('Solution'),
  clues: definition('Clue'),
  decoys: definition('Decoy'),
  reassurances: definition('Reassurance'),
  premise: definition('Premise'),
  drills: definition('Drill'),
  timeline: definition('Timeline'),
  turns: definition('Turn'),
  options: definition('Option'),
  lessons: definition('Lesson'),
  'world.json': definition('World'),
  people: definition('Person'),
  organizations: definition('Organization'),
};

describe.each(languages)('the guide for trainers in %s', (language) => {
  const text = guide(language);

  it.each(Object.entries(tables))('lists the fields of %s, and no others', (word, node) => {
    const listed = tableUnder(text, word).flatMap(([names = '']) =>
      [...names.matchAll(/`([\w$]+)/g)].map(([, name]) => name),
    );
    expect(new Set(listed)).toEqual(new Set(fieldsOf(node)));
  });

  it('lists every kind of block with its fields', () => {
    const rows = new Map(tableUnder(text, 'body').map(([kind = '', ...cells]) => [kind, cells.join(' ')]));
    const blocks = branchesOf(definition('Block'));
    expect(new Set(rows.keys())).toEqual(new Set(blocks.map((block) => `\`${kindOf(block)}\``)));
    const unnamed = blocks.flatMap((block) => {
      const words = wordsInCode(rows.get(`\`${kindOf(block)}\``) ?? '');
      return fieldsOf(block).filter((field) => field !== 'kind' && !words.has(field));
    });
    expect(unnamed).toEqual([]);
  });

  it('names every field and every value that the format knows', () => {
    const words = wordsInCode(text);
    const known = [...namesIn(definitions)];
    expect([...new Set(known)].filter((name) => !words.has(name))).toEqual([]);
  });

  it('lists every lint rule with what it finds, in the order they are reported', () => {
    expect(tableUnder(text, 'lint:content')).toEqual(ruleRows('lint:content', language));
  });

  it('lists every problem that makes a file unplayable', () => {
    expect(tableUnder(text, 'error')).toEqual(ruleRows('error', language));
  });
});

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function branchesOf(node: Node): readonly Node[] {
  const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter(isNode);
  return branches.length === 0 ? [node] : branches;
}

function fieldsOf(node: Node): readonly string[] {
  return [...new Set(branchesOf(node).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function kindOf(block: Node): string {
  const kind = block.properties?.['kind'];
  return isNode(kind) ? String(kind.const) : '';
}

/** The names of all fields and the members of all closed lists below a schema. */
function* namesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* namesIn(item);
  if (!isNode(value)) return;
  yield* Object.keys(value.properties ?? {});
  for (const member of value.enum ?? []) if (typeof member === 'string') yield member;
  if (typeof value.const === 'string') yield value.const;
  for (const part of Object.values(value)) yield* namesIn(part);
}
