/** Packs that came with the page, as in an LMS package or a single file. Nothing is fetched. */
import { notRead } from './read-failure.ts';
import type { PackSource } from './source.ts';

declare global {
  /** Set by content.js or the page itself: path relative to content/ → text, or the data: URL of a picture. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var mikiwameContent: Readonly<Record<string, string>> | undefined;
  /** Set with it: path → digest of each text that was checked when the package was made. */
  // oxlint-disable-next-line no-var -- as above
  var mikiwameDigests: Readonly<Record<string, string>> | undefined;
}

/** Packs whose files are all given. */
export function bundledSource(
  files: Readonly<Record<string, string>>,
  isChecked: PackSource['isChecked'],
): PackSource {
  const textOf = (file: string): string | undefined => (Object.hasOwn(files, file) ? files[file] : undefined);
  return {
    read: async (file) => {
      const text = textOf(file);
      return text === undefined ? notRead(file, 'file-missing') : { ok: true, value: text, problems: [] };
    },
    isChecked,
    picture: (path) => textOf(path.replace(/^content\//, '')) ?? path,
    isServed: false,
  };
}
