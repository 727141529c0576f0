/** Builds the service worker and writes the version into it and into the page. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import type { Release } from '../worker/release.ts';
import { workerScript } from './worker-script.ts';

/** Vite plugin. `root` is the folder of index.html. */
export function offlinePlugin(root: string): Plugin {
  return {
    name: 'mikiwame-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = new Map(
          Object.values(bundle).map((output) => [
            output.fileName,
            output.type === 'chunk' ? output.code : output.source,
          ]),
        );
        const { page, worker } = offlineFiles(files, await workerScript(root, 'service-worker.ts'));
        const html = bundle['index.html'];
        if (html?.type === 'asset') html.source = page;
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: worker });
      },
    },
  };
}

/** Returns the page and the service worker of a build, both with their version. `script` is the worker's code. */
export function offlineFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  script: string,
): { readonly page: string; readonly worker: string } {
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const digest = createHash('sha256').update(script);
  for (const [name, bytes] of sorted) digest.update('\0').update(name).update('\0').update(bytes);
  const version = digest.digest('hex').slice(0, 16);
  const names = sorted.map(([name]) => name);
  const release: Release = {
    version,
    assets: Object.fromEntries(
      sorted.flatMap(([name, bytes]) => (name.startsWith('assets/') ? [[name, integrityOf(bytes)]] : [])),
    ),
    // Schemas are for editors only.
    content: names.filter((name) => /^content\/(?!schema\/)/.test(name)),
  };
  const html = Buffer.from(files.get('index.html') ?? '').toString('utf8');
  return {
    page: html.replace('</title>', `</title>\n    <meta name="version" content="${version}" />`),
    worker: `var release=${JSON.stringify(release)};\n${script}`,
  };
}

const integrityOf = (bytes: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
