/** The build's share of content: checked, minified and copied; in development served from the repository as it is. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { digest } from '../packs/digest.ts';
import { contentIndexOf, indexText } from '../core/scenario/read/content-index.ts';
import { loadPack, type LoadedPack } from '../core/scenario/read/load.ts';
import type { Pack } from '../core/scenario/format/pack.ts';
import { parseWorld } from '../core/scenario/read/parse.ts';
import type { Problem } from '../core/scenario/read/problem.ts';
import { sharedWorldFile, worldFileOf } from '../core/scenario/world/world-file.ts';

const moduleName = 'virtual:content-digests';
const resolvedName = `\0${moduleName}`;
const indexFile = 'index.json';

/** Path below content/ → what is shipped there. */
type Shipped = ReadonlyMap<string, string | Uint8Array>;

/**
 * Serves or ships `folder` as content/, all packs or some, and tells the app by `virtual:content-digests` which files the build
 * checked.
 */
export function contentPlugin(folder: string, packs?: readonly string[]): Plugin {
  let shipped: Promise<Shipped> | undefined;
  let building = false;
  return {
    name: 'mikiwame-content',
    configResolved({ command }) {
      building = command === 'build';
    },
    buildStart() {
      if (building) shipped = shippedFrom(folder, packs);
    },
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined;
      const digests = shipped === undefined ? {} : digestsOf(await shipped);
      return `export const digests = ${JSON.stringify(digests)};`;
    },
    async generateBundle() {
      for (const [path, source] of (await shipped) ?? []) {
        this.emitFile({ type: 'asset', fileName: `content/${path}`, source });
      }
    },
    configureServer({ middlewares, watcher, ws }) {
      middlewares.use('/content', served(folder));
      watcher.add(folder);
      watcher.on('all', (_event, path) => {
        if (path.startsWith(folder + sep)) ws.send({ type: 'full-reload' });
      });
    },
  };
}

// ------------------------------------------------------------------------------------------------ build

async function shippedFrom(folder: string, only: readonly string[] | undefined): Promise<Shipped> {
  const ids = await packIds(folder, only);
  const packs = await packsOf(folder, ids);
  const worlds = worldsOf(folder, packs);
  const errors = [
    ...packs.flatMap(({ problems }) => problems),
    ...(await worldProblems(folder, worlds)),
  ].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`Content that is not fit to ship:\n${errors.map(line).join('\n')}`);
  const files = new Map<string, string | Uint8Array>();
  for (const path of await filesBelow(folder, 'packs')) {
    if (ids.includes(path.split('/')[1] ?? '')) files.set(path, await shippedFile(folder, path));
  }
  // Logos lie in the packs that show them.
  if (worlds.has(sharedWorldFile)) files.set(sharedWorldFile, await shippedFile(folder, sharedWorldFile));
  for (const path of await filesBelow(folder, 'schema')) files.set(path, await shippedFile(folder, path));
  files.set(indexFile, indexText(contentIndexOf(packs.filter(hasPack))));
  return files;
}

/** The files of the worlds that packs stand in; a pack plays without. */
const worldsOf = (folder: string, packs: readonly LoadedPack[]): ReadonlySet<string> =>
  new Set(
    packs
      .flatMap(({ pack }) => (pack && worldFileOf(pack)) ?? [])
      .filter((file) => existsSync(join(folder, file))),
  );

async function worldProblems(folder: string, worlds: ReadonlySet<string>): Promise<readonly Problem[]> {
  const outcomes = await Promise.all(
    [...worlds].map(async (file) => parseWorld(await readFile(join(folder, file), 'utf8'), file)),
  );
  return outcomes.flatMap(({ problems }) => problems);
}

async function shippedFile(folder: string, path: string): Promise<string | Uint8Array> {
  const bytes = await readFile(join(folder, path));
  return extname(path) === '.json' ? JSON.stringify(JSON.parse(bytes.toString('utf8'))) : bytes;
}

function digestsOf(files: Shipped): Readonly<Record<string, string>> {
  const played =
    /^(index\.json|world\/world\.json|packs\/[^/]+\/(world\.json|(scenarios|drills|lessons)\/.*))$/;
  return Object.fromEntries(
    [...files].flatMap(([path, source]) =>
      typeof source === 'string' && played.test(path) ? [[path, digest(source)]] : [],
    ),
  );
}

const line = ({ file, line: row, column, rule, path, text }: Problem): string =>
  `  ${file}:${row}:${column} ${rule} ${path.join('.')}\n    ${text.ja}\n    ${text.en}`;

// ------------------------------------------------------------------------------------------------ both

const hasPack = (loaded: LoadedPack): loaded is LoadedPack & { readonly pack: Pack } =>
  loaded.pack !== undefined;

async function packIds(folder: string, only?: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'packs'), { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .filter((id) => only === undefined || only.includes(id))
    .toSorted();
}

async function packsOf(folder: string, ids: readonly string[]): Promise<readonly LoadedPack[]> {
  const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  return Promise.all(ids.map((id) => loadPack(read, id)));
}

async function filesBelow(folder: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true, recursive: true }).catch(
    () => [],
  );
  return entries
    .flatMap((entry) => (entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : []))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
}

// ------------------------------------------------------------------------------------------------ development

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

function served(folder: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    const reply = async (): Promise<void> => {
      response.setHeader('Cache-Control', 'no-store');
      if (path === indexFile) {
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        const packs = await packsOf(folder, await packIds(folder));
        response.end(indexText(contentIndexOf(packs.filter(hasPack))));
        return;
      }
      const file = resolve(folder, path);
      const found = file.startsWith(folder + sep) && (await stat(file).catch(() => undefined))?.isFile();
      if (!found) {
        // Without this answer the development server would send index.html in place of a missing scenario.
        response.statusCode = 404;
        response.end();
        return;
      }
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    };
    reply().catch(next);
  };
}
