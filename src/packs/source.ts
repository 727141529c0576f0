/** Where packs come from: a server, the page itself, later a folder or a pack file. packs/content.ts reads from any of them. */
import type { Outcome } from '../core/scenario/read/problem.ts';
import { digest } from '../core/packaging/digest.ts';

/** Files of packs, each by its path from the folder content/. */
export interface PackSource {
  /** The text of a file, or why it could not be read. It never rejects. */
  readonly read: (file: string) => Promise<Outcome<string>>;
  /** Whether exactly this text of a file was checked before it was shipped. Any other text is checked when it is read. */
  readonly isChecked: (file: string, text: string) => boolean;
  /** Where the page loads a picture from, given its path from the page. */
  readonly picture: (path: string) => string;
  /** Whether the files lie on a server, so that copies of them can be kept on the device. */
  readonly isServed: boolean;
}

/** `isChecked` for a list of digests, each by its file. */
export const checkedBy =
  (digests: Readonly<Record<string, string>>): PackSource['isChecked'] =>
  (file, text) =>
    digests[file] === digest(text);
