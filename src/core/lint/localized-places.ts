/** Every text of a file that stands in both languages, with where it stands. */
import { plainText } from '../scenario/layout/blocks.ts';
import type { Path } from '../scenario/read/locate.ts';
import { localizedLineSchema, type Localized } from '../scenario/format/text.ts';

export interface LocalizedPlace {
  /** Without the styles of its runs. */
  readonly text: Localized;
  readonly path: Path;
}

/** The texts in both languages within `value`; quotations of anchors repeat others and are left out. */
export function* localizedPlaces(value: unknown, path: Path = []): Generator<LocalizedPlace> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* localizedPlaces(item, [...path, index]);
    return;
  }
  // Asked first, since most objects are no text and the schema takes its time to say so.
  const line = 'ja' in value && 'en' in value ? localizedLineSchema.safeParse(value) : undefined;
  if (line?.success === true) {
    yield { text: { ja: plainText(line.data.ja), en: plainText(line.data.en) }, path };
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'quote') yield* localizedPlaces(item, [...path, key]);
  }
}
