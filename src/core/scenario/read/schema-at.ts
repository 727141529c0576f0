/** What a schema says about a place in a file, for the sentences about what is wrong there. */
import { z } from 'zod';
import type { Localized } from '../format/text.ts';
import { isFields } from './from-outside.ts';
import type { Path } from './locate.ts';

type Node = z.core.JSONSchema.BaseSchema;

/** Describing a schema is slow, and a file may have fifty unknown fields. */
const described = new WeakMap<z.ZodType, Node>();

function describe(schema: z.ZodType): Node {
  const node = described.get(schema) ?? z.toJSONSchema(schema);
  described.set(schema, node);
  return node;
}

/**
 * The field names allowed for the object at `path`, for all alternatives of a union together, except those that the
 * object's own kind or channel excludes.
 */
export function knownFields(schema: z.ZodType, path: Path, value?: unknown): readonly string[] {
  const objects = nodesAt(schema, path);
  const meant = objects.filter((node) => isMeant(node, value));
  return [...new Set((meant.length === 0 ? objects : meant).flatMap(fieldsOf))];
}

/** How a text at `path` must be written, as the schema says in its `.meta({ form })`; otherwise undefined. */
export const formAt = (schema: z.ZodType, path: Path): Localized | undefined => metaAt('form', schema, path);

/** What the schema says in `.meta({ help })` about a refinement. */
export const helpAt = (schema: z.ZodType, path: Path): Localized | undefined => metaAt('help', schema, path);

function metaAt(key: 'form' | 'help', schema: z.ZodType, path: Path): Localized | undefined {
  return nodesAt(schema, path)
    .map((node) => node[key])
    .find(isLocalized);
}

/** Whether an unknown value is a text in both languages. */
export const isLocalized = (value: unknown): value is Localized =>
  isFields(value) && typeof value['ja'] === 'string' && typeof value['en'] === 'string';

/** The schema nodes that apply to a value at `path`, following references and unions. */
function nodesAt(schema: z.ZodType, path: Path): readonly Node[] {
  const root = describe(schema);
  return path
    .reduce<readonly Node[]>(
      (nodes, step) => nodes.flatMap((node) => alternatives(node, root)).flatMap((node) => child(node, step)),
      [root],
    )
    .flatMap((node) => alternatives(node, root));
}

/** Whether no fixed value of an alternative, such as its kind, contradicts the object. */
function isMeant({ properties = {} }: Node, value: unknown): boolean {
  if (!isNode(value)) return true;
  return Object.entries(properties).every(
    ([key, node]) =>
      !isNode(node) || node.const === undefined || !Object.hasOwn(value, key) || value[key] === node.const,
  );
}

function fieldsOf(node: Node): readonly string[] {
  const { properties = {}, propertyNames } = node;
  const listed = isNode(propertyNames) ? (propertyNames.enum ?? []).map(String) : [];
  return [...Object.keys(properties), ...listed];
}

function alternatives(node: Node, root: Node): readonly Node[] {
  const { $ref: reference } = node;
  if (reference !== undefined) {
    const target = root.$defs?.[reference.replace('#/$defs/', '')];
    return isNode(target) ? alternatives(target, root) : [];
  }
  const branches = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter(isNode);
  return branches.length === 0 ? [node] : branches.flatMap((branch) => alternatives(branch, root));
}

function child(node: Node, step: string | number): readonly Node[] {
  const found = typeof step === 'number' ? node.items : node.properties?.[step];
  return isNode(found) ? [found] : [];
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
