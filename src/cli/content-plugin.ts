/**
 * Vite's part of the content: checks every pack, refuses to build a bad one, copies it beside the page with its index, and
 * gives the app the digests of what was checked.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { digest } from '../app/digest.ts';
import { contentIndexOf } from '../core/scenario/content-index.ts';
import { lessonFile, loadPack, scenarioFile } from '../core/scenario/load.ts';
import type { Problem } from '../core/scenario/problem.ts';

const moduleName = 'virtual:content-digests';
const resolvedName = `\0${moduleName}`;
const mimeTypes: Readonly<Record<string, string>> = { json: 'application/json', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

interface Content {
  /** Texts and pictures by path below content/. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly problems: readonly Problem[];
}

export function contentPlugin(): Plugin {
  let root = '';
  let building = false;
  const content = () => contentOf(join(root, 'content'));
  return {
    name: 'mikiwame-content',
    configResolved: (config) => {
      ({ root } = config);
      building = config.command === 'build';
    },
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined;
      const { files, problems } = await content();
      const errors = problems.filter(({ severity }) => severity === 'error');
      if (building && errors.length > 0) this.error(errors.map(sentence).join('\n'));
      const texts = [...files].flatMap(([path, file]) => (typeof file === 'string' ? [[path, digest(file)]] : []));
      return `export const digests = ${JSON.stringify(Object.fromEntries(texts))};`;
    },
    async generateBundle() {
      for (const [path, source] of (await content()).files) this.emitFile({ type: 'asset', fileName: `content/${path}`, source });
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/content\//, '');
        if (path === (request.url ?? '')) return next();
        content().then(({ files }) => {
          const file = files.get(path);
          if (file === undefined) return next();
          response.setHeader('Content-Type', mimeTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
          response.end(file);
        }, next);
      });
    },
  };
}

async function contentOf(folder: string): Promise<Content> {
  const files = new Map<string, string | Uint8Array>();
  const names = (await readdir(join(folder, 'packs'), { withFileTypes: true })).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const packs = await Promise.all(names.sort().map((name) => loadPack(read, name)));
  for (const { pack, scenarios, lessons } of packs) {
    if (pack === undefined) continue;
    for (const scenario of scenarios) files.set(scenarioFile(pack.id, scenario.id), JSON.stringify(scenario));
    for (const lesson of lessons) files.set(lessonFile(pack.id, lesson.id), JSON.stringify(lesson));
    const assets = join(folder, 'packs', pack.id, 'assets');
    const pictures = await readdir(assets).catch(() => []);
    for (const picture of pictures) files.set(`packs/${pack.id}/assets/${picture}`, await readFile(join(assets, picture)));
  }
  const whole = packs.flatMap((entry) => (entry.pack === undefined ? [] : [{ ...entry, pack: entry.pack }]));
  files.set('index.json', JSON.stringify(contentIndexOf(whole)));
  return { files, problems: packs.flatMap(({ problems }) => problems) };
}

const sentence = ({ file, line, column, rule, text }: Problem): string => `${file}:${line}:${column} ${rule}: ${text.en}`;
