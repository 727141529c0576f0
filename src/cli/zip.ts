/** A zip that any LMS takes, the same bytes for the same files: plain deflate, names in order, one fixed date. */
import { type Zippable, zipSync } from 'fflate';

/** The earliest date a zip can hold. */
const date = new Date(1980, 0, 1);

/** Names are ASCII with `/`. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].toSorted()) {
    const bytes = files.get(name);
    if (bytes !== undefined) entries[name] = [bytes, { level: 9, mtime: date }];
  }
  return zipSync(entries);
}
