/** Publishes the game without content beside the site, so that the studio can make packages in the browser. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import {
  type GameParts,
  type ListedPart,
  partNames,
  partsFile,
  partsFolder,
  type PartsList,
} from '../core/packaging/game-parts.ts';
import { buildGame } from './package-build.ts';

/** Vite plugin. `root` is the folder of index.html. */
export function partsPlugin(root: string): Plugin {
  return {
    name: 'mikiwame-parts',
    apply: 'build',
    async generateBundle() {
      const { parts } = await buildGame(root);
      for (const [name, source] of publishedParts(parts))
        this.emitFile({ type: 'asset', fileName: `${partsFolder}${name}`, source });
    },
  };
}

/** The files of the parts by name. A name holds a digest, so that a part of another version is never taken. */
export function publishedParts(parts: GameParts): ReadonlyMap<string, string | Uint8Array> {
  const { apart, whole, worker } = parts;
  const all = partNames.map((name) => {
    const { bytes, size, checksum } = parts.files[name];
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return { name, bytes, listed: { file: `${name}-${digest}.bin`, length: bytes.length, size, checksum } };
  });
  const listed = (wanted: (typeof partNames)[number]): ListedPart => {
    const found = all.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`no part ${wanted}`);
    return found.listed;
  };
  const list: PartsList = {
    apart,
    whole,
    worker,
    files: {
      script: listed('script'),
      styles: listed('styles'),
      notices: listed('notices'),
      reloadWorker: listed('reloadWorker'),
    },
  };
  return new Map<string, string | Uint8Array>([
    [partsFile, JSON.stringify(list)],
    ...all.map(({ bytes, listed: { file } }) => [file, bytes] as const),
  ]);
}
