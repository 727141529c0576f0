/** First checks of values from files, storage and other pages, which may be anything. */

/** Whether a value is an object whose fields can be read; none of them is known yet. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Parses JSON; undefined if the text is not JSON. For an author's file, read-json.ts says what is wrong and where. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
