/** JSON values, and looking into them. */

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** The fields of an object. A field that is undefined is left out, as in JSON. */
export const fieldsOf = (value: { readonly [key: string]: Json | undefined }): readonly [string, Json][] =>
  Object.entries(value).flatMap(([key, field]): [string, Json][] =>
    field === undefined ? [] : [[key, field]],
  );

/** Whether a value is a list. Narrower than Array.isArray, which forgets the type of the items. */
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A field of an object or an item of a list; undefined where there is none. */
export function memberOf(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return isList(value) ? value[Number(key)] : value[key];
}
