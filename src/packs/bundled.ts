/** Content that came with the page, as in an LMS package or a single file: nothing of it is fetched. */

declare global {
  /** Set by content.js or by the page itself: path below content/ → text, or the data: URL of a picture. */
  // oxlint-disable-next-line no-var -- only `var` declares a property of globalThis
  var mikiwameContent: Readonly<Record<string, string>> | undefined;
}

/** The text of a file below content/; undefined where none came with the page. */
export function carriedText(file: string): string | undefined {
  const { mikiwameContent: carried } = globalThis;
  return carried !== undefined && Object.hasOwn(carried, file) ? carried[file] : undefined;
}

/** Whether the page brought its content, so that what it lacks is nowhere. */
export const carriesContent = (): boolean => globalThis.mikiwameContent !== undefined;

/** The address of a picture below content/: the one that came with the page, or else its own path. */
export const carriedPicture = (path: string): string => carriedText(path.replace(/^content\//, '')) ?? path;
