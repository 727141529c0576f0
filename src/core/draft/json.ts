/** JSON values, and looking into them. */

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** The fields of an object. A field that is undefined is left out, as in JSON. */
export const membersOf = (value: {
  readonly [key: string]: JsonValue | undefined;
}): readonly [string, JsonValue][] =>
  Object.entries(value).flatMap(([key, field]): [string, JsonValue][] =>
    field === undefined ? [] : [[key, field]],
  );

/** Whether a value is a list. Narrower than Array.isArray, which forgets the type of the items. */
export const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** A field of an object or an item of a list; undefined where there is none. */
export function memberOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return isList(value) ? value[Number(key)] : value[key];
}
