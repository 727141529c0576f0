/** The first look at what files, storage and other pages hand over: anything, until it has been checked. */

/** Whether a value has fields that can be looked at, none of which is known yet. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A text as JSON; undefined where it is none. For an author's file read-json.ts says what is wrong, and where. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
