/** Finds every text of a file that has both languages, with its path. */
import { plainText } from '../scenario/layout/plain-text.ts';
import type { Path } from '../scenario/read/locate.ts';
import { localizedLineSchema, type Localized } from '../scenario/format/text.ts';

export interface LocalizedPlace {
  /** Without the styles of its runs. */
  readonly text: Localized;
  readonly path: Path;
}

/** The texts with both languages within `value`. Quotations of anchors are left out, because they repeat other texts. */
export function* localizedPlaces(value: unknown, path: Path = []): Generator<LocalizedPlace> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* localizedPlaces(item, [...path, index]);
    return;
  }
  // Checked first: most objects are no text, and the schema is slow to say so.
  const line = 'ja' in value && 'en' in value ? localizedLineSchema.safeParse(value) : undefined;
  if (line?.success === true) {
    yield { text: { ja: plainText(line.data.ja), en: plainText(line.data.en) }, path };
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'quote') yield* localizedPlaces(item, [...path, key]);
  }
}
