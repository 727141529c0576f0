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

/** The items of a list; none where it is no list. */
export const itemsOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  value !== undefined && isList(value) ? value : [];

/** A field of an object or an item of a list; undefined where there is none. */
export function memberOf(value: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return isList(value) ? value[Number(key)] : value[key];
}

/** What is at the end of a path; undefined where the path leads nowhere. */
export const valueAt = (
  value: JsonValue | undefined,
  path: readonly (string | number)[],
): JsonValue | undefined => path.reduce<JsonValue | undefined>(memberOf, value);
