/** Writes the service worker and the list of what it stores. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** `root` is the folder of index.html. */
export function offlinePlugin(root: string): Plugin {
  return {
    name: 'mikiwame-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .map((output) => ({
            name: output.fileName,
            text: output.type === 'chunk' ? output.code : output.source,
          }))
          // Schemas are for editors.
          .filter(({ name }) => !name.startsWith('content/schema/'))
          .toSorted((one, other) => (one.name < other.name ? -1 : 1));
        const version = createHash('sha256');
        for (const { name, text } of files) version.update(name).update('\0').update(text).update('\0');
        const template = readFileSync(join(root, 'src/build/service-worker.js'), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: template
            .replace("const version = '';", `const version = '${version.digest('hex').slice(0, 16)}';`)
            .replace(
              'const files = [];',
              () => `const files = ${JSON.stringify(files.map(({ name }) => name))};`,
            ),
        });
      },
    },
  };
}
