/** The built site on a test server that can get new versions and fail as servers and networks do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { offlineFiles } from '../../src/build/offline-plugin.ts';
import { type Answer, type Asked, type Failure, type OwnServer, ownServer } from './own-server.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** What the server does instead of sending a file, if anything; a promise delays the file. `path` is within the site. */
export type Fault = (path: string, asked: Asked) => Answer | Failure | undefined | Promise<undefined>;

export interface HostedSite {
  /** Ends in a slash. */
  readonly address: (folder?: string) => string;
  /** Puts a version in the place of the one before. All its scripts have other names, as after a change of the first one. */
  readonly deploy: (version: number, folder?: string) => void;
  /** Sets a fault, or removes it if none is given. */
  readonly fail: (fault?: Fault) => void;
  /** The text of a file of the version that is there. */
  readonly file: (path: string, folder?: string) => string;
  /** The requested addresses. */
  readonly asked: string[];
  readonly close: OwnServer['close'];
}

const root = join(import.meta.dirname, '../..');

/** Version 1 below `/`, or below each of the folders; a folder begins and ends with a slash. */
export async function hostedSite(folders: readonly [string, ...string[]] = ['/']): Promise<HostedSite> {
  const sites = new Map(folders.map((folder) => [folder, filesOf(1)]));
  let fault: Fault | undefined;
  const asked: string[] = [];
  const server = await ownServer(async (request) => {
    asked.push(request.path);
    const folder = folders.findLast((one) => request.path.startsWith(one));
    if (folder === undefined) return undefined;
    const path = request.path.slice(folder.length);
    const given = await fault?.(path, request);
    if (given !== undefined) return given;
    const name = path === '' ? 'index.html' : path;
    const body = sites.get(folder)?.get(name);
    return body === undefined ? undefined : { body, headers: { 'Content-Type': typeOf(name) } };
  });
  return {
    address: (folder = folders[0]) => server.origin + folder,
    deploy: (version, folder = folders[0]) => sites.set(folder, filesOf(version)),
    fail: (next) => {
      fault = next;
    },
    file: (path, folder = folders[0]) => String(sites.get(folder)?.get(path)),
    asked,
    close: server.close,
  };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
};

const typeOf = (name: string): string => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

// ------------------------------------------------------------------------------------------------ versions

const versions = new Map<number, Files>();

function filesOf(version: number): Files {
  const known = versions.get(version) ?? renamed(version);
  versions.set(version, known);
  return known;
}

/** The build with other names of scripts and styles; each script reports its version when it runs. */
function renamed(version: number): Files {
  const dist = join(root, 'dist');
  const files = new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(dist.length + 1), readFileSync(path)] as const;
      }),
  );
  const names = new Set([...files.keys()].map((name) => name.replace(/^assets\//, '')));
  const built = new Map<string, string | Uint8Array>();
  for (const [name, bytes] of files) {
    if (name === 'service-worker.js') continue;
    const text = /\.(js|css|html)$/.test(name) ? bytes.toString('utf8') : undefined;
    const change = (found: string): string =>
      names.has(found) ? found.replace(/(?=\.[a-z]+$)/, `v${version}`) : found;
    const replaced = text
      ?.replaceAll(/[\w.-]+-[\w-]{8}\.(?:js|css)/g, change)
      .replace(/\s*<meta name="version"[^>]*>/, '');
    const marked =
      name.endsWith('.js') && name.startsWith('assets/')
        ? `${replaced};(globalThis.versionsRun ??= []).push(${version});`
        : replaced;
    built.set(
      name.replace(/^assets\/(.*)$/, (_, file: string) => `assets/${change(file)}`),
      marked ?? bytes,
    );
  }
  const script = (files.get('service-worker.js') ?? '').toString('utf8').replace(/^.*\n/, '');
  const listed = new Map([...built].filter(([name]) => /^(index\.html$|assets\/|content\/)/.test(name)));
  const { page, worker } = offlineFiles(listed, script);
  return new Map([...built, ['index.html', page], ['service-worker.js', worker]]);
}

// ------------------------------------------------------------------------------------------------ pages

/** The versions whose scripts have run on a page; more than one is a mixture. */
export const versionsOn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const run: unknown = Reflect.get(globalThis, 'versionsRun');
    return [...new Set(Array.isArray(run) ? run.map(Number) : [])];
  });

/** Opens the site and waits until it works offline. */
export async function visited(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('main')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Makes the browser look for a new version, and returns its state: `activated`, `redundant`, or `none`. */
export const lookedForUpdate = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (worker === null) return 'none';
    return new Promise<string>((resolve) => {
      const look = (): void => {
        if (worker.state === 'activated' || worker.state === 'redundant') resolve(worker.state);
      };
      worker.addEventListener('statechange', look);
      look();
    });
  });

/** Makes the browser look for a new version, and waits until it is stored, even if it is not active yet. */
export const storedUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing === null) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (installing.state !== 'installing') resolve();
      };
      installing.addEventListener('statechange', look);
      look();
    });
  });

/**
 * Asks the browser to look for a new version, if the site still has a worker. The browser also looks by itself some time after a visit,
 * so the answer may be there before.
 */
export const askForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });

/** How many workers the site has registered. */
export const registrations = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Every cached response that differs from the file of its address. Any such response is an error. */
export const unsound = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const faults: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if (response === undefined) continue;
        const path = new URL(request.url).pathname;
        const text = await response.text();
        const isPage = /^\s*<(!doctype html|html)/i.test(text);
        const isRight =
          path.endsWith('.html') || path.endsWith('/') ? isPage || request.url.includes('?') : !isPage;
        if (!isRight || response.status !== 200 || response.redirected || response.type === 'opaque')
          faults.push(`${name}: ${request.url}`);
        if (path.endsWith('.json') && !('format' in JSON.parse(text))) faults.push(request.url);
      }
    }
    return faults;
  });
