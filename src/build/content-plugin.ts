/**
 * Vite plugin for content: checks, minifies and copies it in a build; serves it from the repository during
 * development.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Connect, Plugin } from 'vite';
import type { Problem } from '../core/scenario/read/problem.ts';
import { digestsOf } from '../core/packaging/content-script.ts';
import { contentPolicy } from './content-security-policy.ts';
import { indexFile, indexIn, readableFiles, type Shipped, shippedContent } from './shipped-content.ts';

const moduleName = 'virtual:content-digests';
const resolvedName = `\0${moduleName}`;
/**
 * Serves or ships `folder` as content/, with all packs or some. The module `virtual:content-digests` tells the app
 * which files the build has checked.
 */
export function contentPlugin(folder: string, packs?: readonly string[]): Plugin {
  let shipped: Shipped | undefined;
  let building = false;
  return {
    name: 'mikiwame-content',
    configResolved({ command }) {
      building = command === 'build';
    },
    async buildStart() {
      if (building) shipped = await checkedContent(folder, packs, (text) => this.warn(text));
    },
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    load(id) {
      if (id !== resolvedName) return undefined;
      const digests = shipped === undefined ? {} : digestsOf(textsIn(shipped));
      return `export const digests = ${JSON.stringify(digests)};`;
    },
    generateBundle() {
      for (const [path, source] of shipped ?? []) {
        this.emitFile({ type: 'asset', fileName: `content/${path}`, source });
      }
    },
    configureServer({ middlewares, watcher, ws }) {
      const readable = new Map<string, Promise<ReadonlySet<string>>>();
      middlewares.use('/content', served(folder, readable));
      watcher.add(folder);
      watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder + sep)) return;
        readable.clear();
        ws.send({ type: 'full-reload' });
      });
    },
  };
}

// ------------------------------------------------------------------------------------------------ build

/** The content to ship. Rejects if it has errors; calls `warn` with each warning. */
export async function checkedContent(
  folder: string,
  packs: readonly string[] | undefined,
  warn: (text: string) => void,
): Promise<Shipped> {
  const { files, problems } = await shippedContent(folder, packs);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`This content has errors and cannot be shipped:\n${errors.map(line).join('\n')}`);
  for (const problem of problems) warn(line(problem));
  return files;
}

const textsIn = (files: Shipped): ReadonlyMap<string, string> =>
  new Map([...files].flatMap(([path, source]) => (typeof source === 'string' ? [[path, source]] : [])));

const line = ({ file, line: row, column, rule, path, text }: Problem): string =>
  `  ${file}:${row}:${column} ${rule} ${path.join('.')}\n    ${text.ja}\n    ${text.en}`;

// ------------------------------------------------------------------------------------------------ development

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Middleware of the development server. `readable` caches, by pack, which files the game may read. */
function served(
  folder: string,
  readable: Map<string, Promise<ReadonlySet<string>>>,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    const reply = async (): Promise<void> => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Security-Policy', contentPolicy);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      if (path === indexFile) {
        response.setHeader('Content-Type', types['.json'] ?? '');
        response.end(await indexIn(folder));
        return;
      }
      const file = join(folder, path);
      const found = (await isReadable(path)) && (await stat(file).catch(() => undefined))?.isFile();
      if (!found) {
        // Otherwise the development server would send index.html for a missing scenario.
        response.statusCode = 404;
        response.end();
        return;
      }
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).on('error', next).pipe(response);
    };
    reply().catch(next);
  };

  async function isReadable(path: string): Promise<boolean> {
    const [, id] = /^packs\/([a-z][a-z0-9-]*)\//.exec(path) ?? [];
    if (id === undefined) return besidePacks.test(path);
    const files = readable.get(id) ?? readableFiles(folder, id);
    readable.set(id, files);
    return (await files).has(path);
  }
}

/** Files outside packs that the game and editors read. */
const besidePacks = /^(world\/world\.json|schema\/[a-z]+\.schema\.json|rounds\/[a-z0-9-]+\.json)$/;
