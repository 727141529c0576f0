/** A site with its service worker, in a simulated browser and network. Faults are recorded, not thrown. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Release } from '../../src/worker/release.ts';
import { MemoryCaches } from './memory-caches.ts';

export const site = 'https://host.example/game/';
const workerFile = join(import.meta.dirname, '../../src/worker/service-worker.ts');

// ------------------------------------------------------------------------------------------------ the server

const assetsOf = (version: number): Readonly<Record<string, string>> => ({
  'assets/common-00000000.js': 'common',
  [`assets/main-${version}.js`]: `main ${version}`,
  [`assets/lazy-${version}.js`]: `lazy ${version}`,
});
export const contentOf = (edit: number): Readonly<Record<string, string>> => ({
  'content/index.json': JSON.stringify({ format: 1, edit }),
  'content/packs/spring/scenarios/a.json': JSON.stringify({ format: 1, edit }),
  'content/packs/spring/assets/a.svg': `<svg id="e${edit}"></svg>`,
});
export const nameOf = (version: number): string => `v${version}`.padEnd(16, 'x');
const integrityOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const releaseOf = (version: number): Release => ({
  version: nameOf(version),
  assets: Object.fromEntries(
    Object.entries(assetsOf(version)).map(([path, text]) => [path, integrityOf(text)]),
  ),
  content: Object.keys(contentOf(0)),
});
const pageOf = (version: number): string =>
  `<!doctype html><html><meta name="version" content="${nameOf(version)}" /></html>`;

/** The network between browser and server. */
export const networks = [
  'well',
  'offline',
  'portal',
  'silent',
  'error',
  'half',
  'noPage',
  'missing',
  'envelope',
] as const;
export type Network = (typeof networks)[number];

const signIn = '<!doctype html><html>Sign in</html>';
const typeOf = (path: string): string =>
  path.endsWith('.js')
    ? 'text/javascript'
    : path.endsWith('.json')
      ? 'application/json'
      : path.endsWith('.svg')
        ? 'image/svg+xml'
        : 'text/html';

export class World {
  version = 1;
  edit = 0;
  network: Network = 'well';

  readonly fetch = async (input: Request | string, init: RequestInit = {}): Promise<Response> => {
    const path = (typeof input === 'string' ? input : input.url).slice(site.length);
    const response = await this.#answer(path, init.signal ?? undefined);
    if (init.integrity !== undefined && init.integrity !== integrityOf(await response.clone().text())) {
      throw new TypeError('integrity');
    }
    return response;
  };

  async #answer(path: string, signal: AbortSignal | undefined): Promise<Response> {
    const sent = (text: string, type = typeOf(path), status = 200): Response =>
      new Response(text, { status, headers: { 'Content-Type': type, Vary: '*' } });
    const text = this.#files()[path];
    const whole = text === undefined ? sent('not found', 'text/html', 404) : sent(text);
    switch (this.network) {
      case 'well':
        return whole;
      case 'offline':
        throw new TypeError('offline');
      case 'portal':
        return sent(signIn, 'text/html');
      case 'silent':
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      case 'error':
        return sent('error', 'text/html', 503);
      case 'half':
        return text === undefined || path === '' ? whole : sent(text.slice(0, -2));
      case 'noPage':
        return path === '' || path === 'index.html' ? sent(signIn, 'text/html') : whole;
      case 'missing':
        return path.startsWith('content/') || path.includes('lazy')
          ? sent('not found', 'text/html', 404)
          : whole;
      case 'envelope':
        return path.startsWith('content/') ? sent('{"error":"not signed in"}', 'application/json') : whole;
    }
  }

  #files(): Readonly<Record<string, string>> {
    const page = pageOf(this.version);
    return { '': page, 'index.html': page, ...assetsOf(this.version), ...contentOf(this.edit) };
  }
}

// ------------------------------------------------------------------------------------------------ the browser

type Handler = (event: object) => void;

/** One version of the worker, as the browser runs it. */
interface Worker {
  readonly version: number;
  /** Settles when everything that the event waits for is done; for `fetch`, with the response. */
  readonly dispatch: (type: string, more?: object) => Promise<Response | undefined>;
}

class FakeClient {
  readonly url = site;
  readonly heard: string[] = [];
  readonly id: string;
  readonly version: number;
  /** Whether the page itself came from the worker. */
  readonly isServed: boolean;
  isControlled: boolean;
  constructor(id: string, version: number, isServed: boolean) {
    this.id = id;
    this.version = version;
    this.isServed = isServed;
    this.isControlled = isServed;
  }
  postMessage({ version }: { readonly version: string }): void {
    this.heard.push(version);
  }
}

export class Browser {
  readonly caches = new MemoryCaches();
  readonly faults: string[] = [];
  tabs: FakeClient[] = [];
  active: Worker | undefined;
  #opened = 0;

  readonly world: World;
  constructor(world: World) {
    this.world = world;
    vi.stubGlobal('caches', this.caches);
    vi.stubGlobal('fetch', world.fetch);
    vi.stubGlobal('location', { href: `${site}service-worker.js` });
    vi.stubGlobal('WindowClient', FakeClient);
  }

  /** The page, if the response is a page of ours. */
  async open(): Promise<FakeClient | undefined> {
    const isServed = this.active !== undefined;
    const request = {
      url: site,
      method: 'GET',
      mode: 'navigate',
      destination: 'document',
      headers: new Headers(),
    };
    const response = await (this.active?.dispatch('fetch', { request }) ?? this.#network(site));
    const text = await response?.text();
    const [, version] = /content="v(\d+)/.exec(text ?? '') ?? [];
    if (version === undefined) {
      this.#note(!isServed, 'the worker gave a page that is not of the game');
      return undefined;
    }
    this.#opened += 1;
    const tab = new FakeClient(String(this.#opened), Number(version), isServed);
    this.tabs.push(tab);
    this.#note(
      !isServed || (await this.script(tab, 'main')) === `main ${version}`,
      'a page lacks its script',
    );
    await this.active?.dispatch('message', { source: tab, data: { version: nameOf(tab.version) } });
    await this.update();
    return tab;
  }

  async script(tab: FakeClient, name: 'main' | 'lazy'): Promise<string | undefined> {
    const request = new Request(`${site}assets/${name}-${tab.version}.js`);
    const worker = tab.isControlled ? this.active : undefined;
    const response = await (worker?.dispatch('fetch', { request }) ?? this.#network(request));
    return response?.text();
  }

  /** A request of a page, with the page's own time limit. */
  async content(tab: FakeClient, path: string): Promise<Response | undefined> {
    const request = new Request(site + path);
    return tab.isControlled ? Promise.race([this.active?.dispatch('fetch', { request }), late()]) : undefined;
  }

  /** The network without a worker. */
  #network(asked: Request | string): Promise<Response | undefined> {
    return Promise.race([this.world.fetch(asked).catch(() => undefined), late()]);
  }

  async update(): Promise<void> {
    const { network, version } = this.world;
    if (/^(offline|portal|silent|error)$/.test(network) || this.active?.version === version) return;
    const next = await this.#worker(version);
    try {
      await next.dispatch('install');
    } catch {
      return;
    }
    const isFirst = this.active === undefined;
    this.active = next;
    await next.dispatch('activate');
    for (const tab of this.tabs) {
      this.#note(isFirst || tab.heard.includes(nameOf(version)), 'a page did not hear of a new version');
      await next.dispatch('message', { source: tab, data: { version: nameOf(tab.version) } });
    }
  }

  /** What a page does when a part of it did not load. */
  async saysPartsAreMissing(tab: FakeClient): Promise<void> {
    const data = { version: nameOf(tab.version), isMissingParts: true };
    await this.active?.dispatch('message', { source: tab, data });
  }

  /** Uses what is open: its later scripts, and content. */
  async playOn(): Promise<void> {
    for (const tab of this.tabs) {
      const script = await this.script(tab, 'lazy');
      this.#note(!tab.isServed || script === `lazy ${tab.version}`, 'a page lacks a later script');
      for (const path of Object.keys(contentOf(0))) {
        const wasKept = (await this.caches.match(site + path)) !== undefined;
        const text = (await (await this.content(tab, path))?.text()) ?? '';
        this.#note(
          !wasKept || !tab.isControlled || isContent(text),
          `${path} was kept and is not there: ${text}`,
        );
      }
    }
  }

  /** Notes what is in the caches under an address that promises something else. */
  async lookThrough(): Promise<void> {
    for (const name of await this.caches.keys()) {
      const cache = await this.caches.open(name);
      for (const { url } of await cache.keys()) {
        const text = (await (await cache.match(url))?.text()) ?? '';
        const path = url.slice(site.length);
        const isRight =
          (path.startsWith('content/') && isContent(text)) ||
          (path.startsWith('assets/') && path.includes(text.replace(' ', '-'))) ||
          (path === 'index.html' && text.includes(name.split(' ').at(-1) ?? '?')) ||
          path.startsWith('?');
        this.#note(isRight, `${name} has ${path}: ${text}`);
      }
    }
  }

  #note(isRight: boolean, fault: string): void {
    if (!isRight) this.faults.push(fault);
  }

  async #worker(version: number): Promise<Worker> {
    const handlers = new Map<string, Handler>();
    vi.resetModules();
    vi.stubGlobal('release', releaseOf(version));
    vi.stubGlobal('self', {
      addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
      skipWaiting: async () => undefined,
      registration: { unregister: async () => undefined, installing: null, waiting: null },
      clients: {
        matchAll: async () => this.tabs,
        claim: async () => {
          for (const tab of this.tabs) tab.isControlled = true;
        },
      },
    });
    await import(workerFile);
    return {
      version,
      dispatch: async (type, more = {}) => {
        const waits: Promise<unknown>[] = [];
        let response: Promise<Response> | undefined;
        const event = {
          ...more,
          waitUntil: (wait: Promise<unknown>) => waits.push(wait),
          respondWith: (given: Promise<Response>) => {
            response = given;
          },
        };
        handlers.get(type)?.(event);
        if (type === 'fetch') return response;
        for (const wait of waits) await wait;
        return undefined;
      },
    };
  }
}

const late = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), 10_000);
  });

const isContent = (text: string): boolean =>
  /^(\{"format":1,"edit":\d+\}|<svg id="e\d+"><\/svg>)$/.test(text);
