/** Content that came with the page, as in an LMS package or a single file. Nothing is fetched. */

declare global {
  /** Set by content.js or the page itself: path relative to content/ → text, or the data: URL of a picture. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var mikiwameContent: Readonly<Record<string, string>> | undefined;
}

/** The text of a content file, by its path relative to content/; undefined if the page has no such file. */
export function carriedText(file: string): string | undefined {
  const { mikiwameContent: carried } = globalThis;
  return carried !== undefined && Object.hasOwn(carried, file) ? carried[file] : undefined;
}

/** Whether the page brought its content, so that a missing file is nowhere else. */
export const carriesContent = (): boolean => globalThis.mikiwameContent !== undefined;

/** The address of a picture relative to content/: the bundled one, otherwise its own path. */
export const carriedPicture = (path: string): string => carriedText(path.replace(/^content\//, '')) ?? path;
