/** The command that writes the JSON Schemas, by which any editor completes and checks content. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { roundSchema } from '../../core/round/round-settings.ts';
import { lessonSchema, packSchema } from '../../core/scenario/format/pack.ts';
import { drillFileSchema } from '../../core/scenario/format/drill.ts';
import { scenarioSchema } from '../../core/scenario/format/scenario.ts';
import { worldSchema } from '../../core/scenario/world/world.ts';

const schemas = {
  scenario: scenarioSchema,
  pack: packSchema,
  drill: drillFileSchema,
  lesson: lessonSchema,
  round: roundSchema,
  world: worldSchema,
} as const;

/** The generated files by name; draft 7, which every common editor reads. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }), null, 2)}\n`,
    ]),
  );
}

/** Writes the schemas into a folder. */
export async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(path.join(folder, name), text);
}

/** The names of the schemas in a folder that are missing or no longer what would be written. */
export async function staleSchemas(folder: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, text] of schemaFiles()) {
    const file = path.join(folder, name);
    if (!existsSync(file) || (await readFile(file, 'utf8')) !== text) stale.push(name);
  }
  return stale;
}
