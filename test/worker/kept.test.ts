import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryCaches } from './memory-caches.ts';

let caches: MemoryCaches;
beforeEach(() => {
  caches = new MemoryCaches();
  vi.stubGlobal('caches', caches);
});

/** The module, imported as in the worker of a site. */
async function keptBy(site: string) {
  vi.resetModules();
  vi.stubGlobal('location', { href: `https://host.example${site}service-worker.js` });
  return import('../../src/worker/kept.ts');
}

const page = (id: string, url: string) => ({ id, url: `https://host.example${url}` });
const fill = async (name: string, ...paths: readonly string[]): Promise<void> => {
  const cache = await caches.open(name);
  for (const path of paths) await cache.put(`https://host.example${path}`, new Response(path));
};

describe('tidying up', () => {
  it('deletes the versions that no open page uses', async () => {
    const { cacheOf, notePage, tidy } = await keptBy('/');
    for (const version of ['1', '2', '3']) await fill(cacheOf(version), '/index.html');
    await notePage('a', '3');
    await notePage('b', '2');
    await tidy('3', [page('a', '/'), page('b', '/index.html?lang=ja#/round')]);
    expect(await caches.keys()).not.toContain(cacheOf('1'));
    expect(await caches.keys()).toEqual(expect.arrayContaining([cacheOf('2'), cacheOf('3')]));
    await tidy('3', [page('a', '/')]);
    expect(await caches.keys()).not.toContain(cacheOf('2'));
  });

  it('waits while a page has not reported its version', async () => {
    const { cacheOf, notePage, tidy } = await keptBy('/');
    for (const version of ['1', '2']) await fill(cacheOf(version), '/index.html');
    await notePage('a', '2');
    await tidy('2', [page('a', '/'), page('b', '/')]);
    expect(await caches.keys()).toContain(cacheOf('1'));
  });

  it('does not ask pages of other sites on the origin, and does not touch their versions', async () => {
    const below = await keptBy('/a/');
    await fill(below.cacheOf('1'), '/a/index.html');
    await below.keep(below.contentCache, 'https://host.example/a/content/index.json', new Response('{}'));
    const beside = await keptBy('/b/');
    await fill(beside.cacheOf('1'), '/b/index.html');
    const top = await keptBy('/');
    for (const version of ['1', '2']) await fill(top.cacheOf(version), '/index.html');
    await top.notePage('a', '2');
    await top.tidy('2', [page('a', '/'), page('c', '/a/'), page('d', '/lms/course.html')]);
    expect(await caches.keys()).not.toContain(top.cacheOf('1'));
    expect(await caches.keys()).toEqual(
      expect.arrayContaining([below.cacheOf('1'), below.contentCache, beside.cacheOf('1'), top.cacheOf('2')]),
    );
  });

  it('removes the entries of this site from the old unscoped caches', async () => {
    const { notePage, tidy } = await keptBy('/');
    await fill(
      'mikiwame-1',
      '/index.html',
      '/assets/a.js',
      '/content/index.json',
      '/a/index.html',
      '/a/assets/a.js',
    );
    await fill('mikiwame-2-content', '/content/packs/own/scenarios/a.json');
    await fill('mikiwame-3', '/b/index.html');
    await fill('other', '/index.html');
    await notePage('a', '1');
    await tidy('1', [page('a', '/')]);
    expect(await caches.keys()).toEqual(expect.arrayContaining(['mikiwame-1', 'mikiwame-3', 'other']));
    expect(await caches.keys()).not.toContain('mikiwame-2-content');
    const left = await (await caches.open('mikiwame-1')).keys();
    expect(left.map(({ url }) => new URL(url).pathname)).toEqual(['/a/index.html', '/a/assets/a.js']);
  });
});

it('remembers since when a version could not be stored, even after tidying up', async () => {
  const { failingSince, notePage, tidy } = await keptBy('/');
  expect(await failingSince('2', 1000)).toBe(1000);
  await notePage('a', '1');
  await tidy('1', [page('a', '/')]);
  expect(await failingSince('2', 5000)).toBe(1000);
  expect(await failingSince('3', 6000)).toBe(6000);
});

describe('storage that fails', () => {
  it('counts as empty', async () => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'SecurityError'));
    vi.stubGlobal('caches', { match: refuse, open: refuse });
    const { keep, keptCopy } = await keptBy('/');
    expect(await keptCopy('https://host.example/content/index.json')).toBeUndefined();
    await expect(keep('any', 'https://host.example/', new Response(''))).resolves.toBeUndefined();
  });
});
