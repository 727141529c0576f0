/** The command that shows content in the game and reloads the page at each save. */
import { spawn } from 'node:child_process';
import { existsSync, statSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { contentPolicy } from '../../build/content-security-policy.ts';
import { diskReader, packsIn } from '../../build/disk.ts';
import { indexOf } from '../../build/shipped-content.ts';
import { loadPack, type Read } from '../../core/lint/load.ts';
import { argumentsOf, bothLines, type RunCommand, wrong } from '../command.ts';
import { builtGame } from '../built-game.ts';
import { type Answer, serve } from '../serve.mjs';

/** What is shown: a whole content folder, or one pack that may lie anywhere. */
interface Shown {
  /** The folder to watch. */
  readonly folder: string;
  /** The file of a path below content/. */
  readonly fileOf: (below: string) => string;
  readonly packs: () => Promise<readonly string[]>;
  /** The address in the game, after `#`. */
  readonly route: string;
}

/** In milliseconds: editors write a file in several steps. */
const settled = 100;

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['quiet'], ['port']);
  const port = Number(read?.valueOf('port') ?? 4180);
  if (read === undefined || read.positionals.length > 1 || !Number.isInteger(port) || port < 0)
    return wrong();
  const [target = 'content'] = read.positionals;
  const shown = await shownAt(target);
  if (shown === undefined) {
    return wrong(
      `「${target}」は content フォルダーでも、パックでも、パックのシナリオでもありません。`,
      `“${target}” is no content folder, no pack and no scenario of a pack.`,
    );
  }
  const game = await builtGame(output);
  if (game === undefined) return 1;
  const { address, close } = await previewServer(shown, game, port);
  const page = `${address}#${shown.route}`;
  output.out(`${page}\n`);
  output.error(
    bothLines({
      ja: '保存すると読み直します。Ctrl+C で終わります。',
      en: 'Saving reloads the page. Ctrl+C stops it.',
    }),
  );
  if (!read.has('quiet')) openInBrowser(page);
  await interrupted();
  close();
  return 0;
};

async function shownAt(target: string): Promise<Shown | undefined> {
  if (!existsSync(target)) return undefined;
  const place = path.resolve(target);
  if (!statSync(place).isDirectory()) {
    const pack = await packAt(path.dirname(path.dirname(place)));
    return pack && { ...pack, route: `${pack.route}/${path.basename(place, '.json')}` };
  }
  if (existsSync(path.join(place, 'pack.json'))) return packAt(place);
  if (!existsSync(path.join(place, 'packs'))) return undefined;
  return {
    folder: place,
    fileOf: (below) => path.join(place, below),
    packs: () => packsIn(place),
    route: '/',
  };
}

async function packAt(folder: string): Promise<Shown | undefined> {
  if (!existsSync(path.join(folder, 'pack.json'))) return undefined;
  const id = path.basename(folder);
  const inPack = `packs/${id}/`;
  const around = path.dirname(path.dirname(folder));
  const fileOf = (below: string): string =>
    below.startsWith(inPack) ? path.join(folder, below.slice(inPack.length)) : path.join(around, below);
  const { scenarios } = await loadPack((file) => readFile(fileOf(file), 'utf8'), id);
  const [first] = scenarios;
  const route = `/play/${id}${first === undefined ? '' : `/${first.id}`}`;
  return { folder, fileOf, packs: () => Promise.resolve([id]), route };
}

/** Serves the built game with the content in place of its own. */
export async function previewServer(
  shown: Shown,
  game: string,
  port: number,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const waiting = new Set<ServerResponse>();
  const answer: Answer = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/preview-events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      waiting.add(response.on('close', () => waiting.delete(response)));
      return true;
    }
    const given = givenFor(decoded(pathname), shown, game);
    if (given === undefined) return false;
    given.then(
      ({ type, body }) => {
        const policy = pathname.startsWith('/content/') ? { 'Content-Security-Policy': contentPolicy } : {};
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...policy });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
    return true;
  };
  const server = await serve({ folder: game, port, answer });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(shown.folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const response of waiting) response.write('data: reload\n\n');
    }, settled);
  });
  return {
    address: server.address,
    close: () => {
      clearTimeout(timer);
      watcher.close();
      for (const response of waiting) response.end();
      server.close();
    },
  };
}

interface Given {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** What this server answers itself; undefined for the files of the game. */
function givenFor(pathname: string, shown: Shown, game: string): Promise<Given> | undefined {
  if (pathname === '/' || pathname === '/index.html') return pageOf(game);
  if (pathname === '/preview.js')
    return Promise.resolve({ type: 'text/javascript; charset=utf-8', body: reloadScript });
  // It would keep the content of the last preview.
  if (pathname === '/service-worker.js') return Promise.reject(new Error('no service worker'));
  if (!pathname.startsWith('/content/')) return undefined;
  const below = pathname.slice('/content/'.length);
  if (below.split(/[/\\]/).some((part) => part.startsWith('.'))) return Promise.reject(new Error('hidden'));
  if (below === 'index.json') return indexFor(shown);
  const file = [shown.fileOf(below), path.join(game, 'content', below)].find((one) => existsSync(one));
  const type = types[path.extname(below)];
  if (file === undefined || type === undefined) return Promise.reject(new Error(below));
  return readFile(file).then((body) => ({ type, body }));
}

async function indexFor({ fileOf, packs }: Shown): Promise<Given> {
  const read: Read = (file) => readFile(fileOf(file), 'utf8');
  const loaded = await Promise.all((await packs()).map((id) => loadPack(read, id)));
  return { type: types['.json'] ?? '', body: indexOf(loaded) };
}

/** Its policy lets a page run its own scripts only, so the one that reloads is a file. */
const reloadScript = `new EventSource('/preview-events').onmessage = () => location.reload();\n`;

async function pageOf(game: string): Promise<Given> {
  const html = await diskReader(game)('index.html');
  return {
    type: 'text/html; charset=utf-8',
    body: html.replace('</head>', '<script src="/preview.js"></script></head>'),
  };
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A malformed escape names no file.
    return '/content/.';
  }
}

/** Opens an address with the program that the system has for it; nothing happens where there is none. */
function openInBrowser(address: string): void {
  const [program, ...parameters] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['explorer', address]
        : ['xdg-open', address];
  if (program === undefined) return;
  spawn(program, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
