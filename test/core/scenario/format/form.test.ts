import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roundSchema } from '../../../../src/core/round/round-settings.ts';
import { drillFileSchema } from '../../../../src/core/scenario/format/drill.ts';
import { contentIndexSchema, lessonSchema, packSchema } from '../../../../src/core/scenario/format/pack.ts';
import { scenarioSchema } from '../../../../src/core/scenario/format/scenario.ts';
import { worldSchema } from '../../../../src/core/scenario/world/world.ts';

const schemas = {
  scenario: scenarioSchema,
  pack: packSchema,
  drill: drillFileSchema,
  lesson: lessonSchema,
  world: worldSchema,
  index: contentIndexSchema,
  round: roundSchema,
};

/** Every node of a JSON Schema with a pattern, with its path. */
function* formed(node: unknown, path = ''): Generator<{ readonly path: string; readonly form: unknown }> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'string' && ('pattern' in node || 'format' in node))
    yield { path, form: 'form' in node ? node.form : undefined };
  for (const [key, inner] of Object.entries(node)) yield* formed(inner, `${path}/${key}`);
}

describe.each(Object.entries(schemas))('the schema of %s', (_, schema) => {
  it('says in both languages how to write each value with a pattern', () => {
    const nodes = [...formed(z.toJSONSchema(schema))];
    const silent = nodes.filter(({ form }) => !isLocalized(form)).map(({ path }) => path);
    expect(nodes.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });
});

const isLocalized = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'ja' in value &&
  'en' in value &&
  typeof value.ja === 'string' &&
  typeof value.en === 'string';
