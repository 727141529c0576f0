/** Makes a build write only to a folder of its own, and only once it is complete. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import {
  abandon,
  firstOf,
  type StagedOutput,
  outputFolder,
  roomFor,
  setAside,
  swapIn,
} from './output-folder.ts';

/** Vite plugin. `root` is the folder of index.html; `beside` contains further files for the folder, by name. */
export function outputPlugin(root: string, beside: ReadonlyMap<string, Uint8Array> = new Map()): Plugin {
  let output: StagedOutput | undefined;
  let complete = false;
  return {
    name: 'mikiwame-output',
    apply: 'build',
    config: {
      order: 'post',
      async handler({ build = {} }) {
        const folder = resolve(root, build.outDir ?? 'dist');
        output = await roomFor(await freed(folder, folder === join(root, 'dist'), [root]));
        return { build: { outDir: output.aside, emptyOutDir: false } };
      },
    },
    writeBundle() {
      complete = true;
    },
    closeBundle: {
      order: 'post',
      async handler() {
        if (output === undefined) return;
        if (!complete) {
          await abandon(output);
          return;
        }
        complete = false;
        for (const [name, bytes] of beside) await writeFile(join(output.aside, name), bytes);
        await swapIn(output);
      },
    },
  };
}

/**
 * The folder to write. What is in the project's own `dist` was made by a build and may have been edited for a trial:
 * it is set aside, so that `npm start` starts. Any other changed folder is refused.
 */
async function freed(folder: string, isOwn: boolean, keep: readonly string[]): Promise<string> {
  const place = await outputFolder(folder, keep);
  if (place.ok) return place.path;
  if (!isOwn || place.changed === undefined) throw new Error(`${place.reason.ja}\n${place.reason.en}`);
  const kept = await setAside(place.changed.folder);
  const some = firstOf(place.changed.paths);
  console.warn(
    `\ndist に、手で加えたり変えたりしたものがありました：${some.ja}。\n消さずに「${kept}」に移しました。残したいものは content/ に写し、もう一度組み立ててください。\n\ndist held what was added or changed by hand: ${some.en}.\nIt is kept in “${kept}”. Copy what you want to keep to content/ and build again.\n`,
  );
  return place.changed.folder;
}
