/**
 * The command that writes what is generated from the code: JSON Schemas for editors, and the tables of lint rules
 * in both guides.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { roundSchema } from '../../core/round/round-settings.ts';
import { fieldWords } from '../../core/scenario/format/field-words.ts';
import { lessonSchema, packSchema } from '../../core/scenario/format/pack.ts';
import { languages } from '../../core/scenario/format/vocabulary.ts';
import { drillFileSchema } from '../../core/scenario/format/drill.ts';
import { scenarioSchema } from '../../core/scenario/format/scenario.ts';
import { isLocalized } from '../../core/scenario/read/schema-at.ts';
import { withRuleTables } from '../../core/lint/rule-table.ts';
import { worldSchema } from '../../core/scenario/world/world.ts';
import { valueWords } from '../../core/scenario/format/value-words.ts';
import { argumentsOf, type RunCommand, wrong } from '../command.ts';
import { snippets } from '../snippets.ts';

const schemaFolder = 'content/schema';

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['check']);
  if (read === undefined || read.positionals.length > 0) return wrong();
  if (!read.has('check')) {
    await writeSchemas(schemaFolder);
    return 0;
  }
  const stale = await staleSchemas(schemaFolder);
  if (stale.length === 0) return 0;
  output.error(
    `古くなっています。npm run schema で書き直してください / Stale, run npm run schema: ${stale.join(', ')}\n`,
  );
  return 1;
};

const schemas = {
  scenario: scenarioSchema,
  pack: packSchema,
  drill: drillFileSchema,
  lesson: lessonSchema,
  round: roundSchema,
  world: worldSchema,
} as const;

/** The generated files by name, in draft 7, which all common editors read. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', override: forEditors }), null, 2)}\n`,
    ]),
  );
}

/** Describes every field. Tells how a text is written, as VS Code shows it beside a wrong one. Leaves out what only our own sentences say. */
function forEditors({ jsonSchema: node }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { form } = node;
  if (isLocalized(form)) node['patternErrorMessage'] = `${form.en} / ${form.ja}`;
  delete node['form'];
  delete node['help'];
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    const words = fieldWords[name];
    // A reference is described where it leads.
    if (typeof child === 'object' && child.$ref === undefined && words !== undefined)
      child.description ??= words;
    describeValues(name, child);
    offerSnippets(name, child);
  }
  if (node.propertyNames !== undefined) describeValues('propertyNames', node.propertyNames);
}

type SchemaNode = z.core.JSONSchema._JSONSchema;

/** Says what each value of a closed list means, also of the items of a list. */
function describeValues(field: string, node: SchemaNode): void {
  if (typeof node !== 'object') return;
  if (node.enum !== undefined) node['enumDescriptions'] = valueWords(field, node.enum);
  const { items, anyOf = [], oneOf = [] } = node;
  const inner = [...anyOf, ...oneOf, ...(items === undefined || Array.isArray(items) ? [] : [items])];
  for (const one of inner) describeValues(field, one);
}

/** Offers whole pieces to insert, in a field or as the items of a list. */
function offerSnippets(field: string, node: SchemaNode): void {
  const offered = snippets[field];
  if (offered === undefined || typeof node !== 'object') return;
  const { items } = node;
  if (typeof items === 'object' && !Array.isArray(items)) items['defaultSnippets'] = offered;
  else if (field === 'delivery') node['defaultSnippets'] = offered;
}

/** The trainers' guides beside the schema folder, which contain the table of rules. */
const guides = { ja: 'README.ja.md', en: 'README.md' } as const;

/** Writes the schemas into a folder, and the tables into the guides beside it, if there are any. */
export async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(path.join(folder, name), text);
  for (const { file, text, fresh } of await guidesBeside(folder)) {
    if (!sameCells(text, fresh)) await writeFile(file, fresh);
  }
}

/** The names of schemas and guides that are missing or out of date. */
export async function staleSchemas(folder: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, text] of schemaFiles()) {
    const file = path.join(folder, name);
    if (!existsSync(file) || (await readFile(file, 'utf8')) !== text) stale.push(name);
  }
  for (const { name, text, fresh } of await guidesBeside(folder))
    if (!sameCells(text, fresh)) stale.push(name);
  return stale;
}

async function guidesBeside(folder: string) {
  const found = languages
    .map((language) => ({
      language,
      name: guides[language],
      file: path.join(folder, '..', guides[language]),
    }))
    .filter(({ file }) => existsSync(file));
  return Promise.all(
    found.map(async ({ language, name, file }) => {
      const text = await readFile(file, 'utf8');
      return { name, file, text, fresh: withRuleTables(text, language) };
    }),
  );
}

/** Compares without padding, because the formatter aligns table columns. */
const sameCells = (one: string, other: string): boolean => withoutPadding(one) === withoutPadding(other);
const withoutPadding = (text: string): string => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
