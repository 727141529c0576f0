/** Makes a build write only to a folder of its own, and only once it is complete. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { abandon, type Output, outputFolder, roomFor, swapIn } from './output-folder.ts';

/** Vite plugin. `root` is the folder of index.html; `beside` contains further files for the folder, by name. */
export function outputPlugin(root: string, beside: ReadonlyMap<string, Uint8Array> = new Map()): Plugin {
  let output: Output | undefined;
  let complete = false;
  return {
    name: 'mikiwame-output',
    apply: 'build',
    config: {
      order: 'post',
      async handler({ build = {} }) {
        const place = await outputFolder(resolve(root, build.outDir ?? 'dist'), [root]);
        if (!place.ok) throw new Error(`${place.reason.ja}\n${place.reason.en}`);
        output = await roomFor(place.path);
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
