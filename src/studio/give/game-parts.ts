/** The parts of packages, as the site publishes them. */
import {
  type GameParts,
  type ListedPart,
  partsFile,
  partsFolder,
  partsListFrom,
} from '../../core/packaging/game-parts.ts';
import type { Deflated } from '../../core/packaging/zip.ts';

/** The parts cannot be had: offline, a page that was started without them, or another version on the server. */
export class NoParts extends Error {
  override readonly name = 'NoParts';
}

/** Loads the parts; `onBytes` hears how many bytes of how many are there. Rejects with `NoParts`, or when it is stopped. */
export async function loadParts(
  signal: AbortSignal,
  onBytes: (done: number, all: number) => void,
): Promise<GameParts> {
  const list = partsListFrom(await (await asked(partsFile, signal)).json().catch(() => undefined));
  if (list === undefined) throw new NoParts();
  const { script, styles, notices, reloadWorker } = list.files;
  const all = [script, styles, notices, reloadWorker].reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const load = async ({ file, length, size, checksum }: ListedPart): Promise<Deflated> => {
    const bytes = new Uint8Array(await (await asked(file, signal)).arrayBuffer());
    if (bytes.length !== length) throw new NoParts();
    done += length;
    onBytes(done, all);
    return { bytes, size, checksum };
  };
  return {
    ...list,
    files: {
      script: await load(script),
      styles: await load(styles),
      notices: await load(notices),
      reloadWorker: await load(reloadWorker),
    },
  };
}

async function asked(file: string, signal: AbortSignal): Promise<Response> {
  // The list may be an older one in the cache; its files are named by what is in them.
  const cache = file === partsFile ? 'no-cache' : 'default';
  const response = await fetch(partsFolder + file, { cache, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoParts();
  });
  if (!response.ok) throw new NoParts();
  return response;
}
