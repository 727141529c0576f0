/** Which fields a schema knows at a place, for suggesting the one a trainer meant. */
import { z } from 'zod';
import type { Path } from './locate.ts';

type Node = z.core.JSONSchema.BaseSchema;

/** Describing a schema takes long, and a file may have fifty unknown fields. */
const described = new WeakMap<z.ZodType, Node>();

function describe(schema: z.ZodType): Node {
  const node = described.get(schema) ?? z.toJSONSchema(schema);
  described.set(schema, node);
  return node;
}

/**
 * The names of the fields that the object at `path` may have, all alternatives of a union together; those that the object's own
 * kind or channel rules out are left out.
 */
export function knownFields(schema: z.ZodType, path: Path, value?: unknown): readonly string[] {
  const root = describe(schema);
  const reached = path.reduce<readonly Node[]>(
    (nodes, step) => nodes.flatMap((node) => alternatives(node, root)).flatMap((node) => child(node, step)),
    [root],
  );
  const objects = reached.flatMap((node) => alternatives(node, root));
  const meant = objects.filter((node) => isMeant(node, value));
  return [...new Set((meant.length === 0 ? objects : meant).flatMap(fieldsOf))];
}

/** Whether none of the fixed values of an alternative, such as its kind, contradicts the object. */
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
