import type { JsonValue } from '../../core/draft/json.ts';
import type { DraftFile } from '../../core/draft/read-file.ts';
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';

/** The value of a file; undefined while its text is no JSON. */
export function valueOfFile({ text }: Pick<DraftFile, 'text'>): JsonValue | undefined {
  const value = jsonFrom(text.replace(/^\uFEFF/, ''));
  return isJson(value) ? value : undefined;
}

const isJson = (value: unknown): value is JsonValue => value !== undefined;
