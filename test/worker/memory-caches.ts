/** The browser's caches, in memory: as much of CacheStorage as the service worker uses. */

type Asked = Request | string;

const addressOf = (asked: Asked): string => (typeof asked === 'string' ? asked : asked.url);

class MemoryCache {
  readonly #entries = new Map<string, Response>();

  async put(asked: Asked, response: Response): Promise<void> {
    this.#entries.set(addressOf(asked), response);
  }

  async match(asked: Asked): Promise<Response | undefined> {
    return this.#entries.get(addressOf(asked))?.clone();
  }

  async delete(asked: Asked): Promise<boolean> {
    return this.#entries.delete(addressOf(asked));
  }

  async keys(): Promise<readonly Request[]> {
    return [...this.#entries.keys()].map((address) => new Request(address));
  }
}

export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();

  async open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache();
    this.#caches.set(name, cache);
    return cache;
  }

  async match(
    asked: Asked,
    { cacheName }: { readonly cacheName?: string } = {},
  ): Promise<Response | undefined> {
    for (const [name, cache] of this.#caches) {
      const found = cacheName === undefined || cacheName === name ? await cache.match(asked) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async keys(): Promise<readonly string[]> {
    return [...this.#caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }
}
