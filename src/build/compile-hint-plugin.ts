/** Tells Chrome to compile the code of the first screens as a whole, off the main thread, while it arrives. */
import type { Plugin, Rolldown } from 'vite';

/** V8 reads it only at the very top of a file; other browsers see a comment. */
const hint = '//# allFunctionsCalledOnLoad\n';

/** What the first press and the first answer draw. It is fetched before, while the player reads. */
const nextDrawn = ['/src/play/OpenMessage.tsx', '/src/play/debrief/DebriefScreen.tsx'];

/**
 * Vite plugin. Most functions of the entry run before the list stands there, and most of the message and the debrief when they are drawn
 * first: compiling them lazily would be part of the start and of those presses.
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileHintPlugin(): Plugin {
  return {
    name: 'mikiwame-compile-hint',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Vite itself still writes to the top of the file before this.
      order: 'post',
      handler(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk' && isHinted(output)) output.code = `${hint}${output.code}`;
        }
      },
    },
  };
}

const isHinted = ({ isEntry, moduleIds }: Rolldown.OutputChunk): boolean =>
  isEntry || moduleIds.some((id) => nextDrawn.some((module) => id.endsWith(module)));
