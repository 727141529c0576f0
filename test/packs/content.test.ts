import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assetsOf, packsFrom } from '../../src/packs/content.ts';
import { bundledSource } from '../../src/packs/bundled.ts';
import { digest } from '../../src/core/packaging/digest.ts';
import { readFailureOf } from '../../src/packs/read-failure.ts';
import { onKeptCopy, serverSource } from '../../src/packs/server.ts';
import { checkedBy } from '../../src/packs/source.ts';
import { aDelivery, aMessage, aScenario } from '../fixtures/builders.ts';

/** No valid scenario: a reader that accepts it did not check it. */
const checkedText = '{"checked":"by the build"}';
const isChecked = checkedBy({ 'packs/spring/scenarios/a-morning.json': digest(checkedText) });
/** The packs as a new page reads them. */
const opened = () => packsFrom(serverSource(isChecked));

/** The files of the server, by address. */
let server: Readonly<Record<string, string>> = {};

beforeEach(() => {
  vi.stubGlobal('fetch', (address: string) => {
    const text = server[address];
    return Promise.resolve(new Response(text ?? 'not found', { status: text === undefined ? 404 : 200 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const readIndex = () => opened().index();

const address = 'content/packs/spring/scenarios/a-morning.json';

describe('a file of content', () => {
  it('is used without a check if it is exactly the text that the build checked', async () => {
    server = { [address]: checkedText };
    expect(await opened().scenario('spring', 'a-morning')).toMatchObject({
      ok: true,
      value: { checked: 'by the build' },
    });
  });

  it('is checked if it was edited since the build', async () => {
    server = { [address]: `${checkedText} ` };
    const outcome = await opened().scenario('spring', 'a-morning');
    expect(outcome.ok).toBe(false);
    expect(outcome.problems[0]).toMatchObject({
      severity: 'error',
      file: 'packs/spring/scenarios/a-morning.json',
    });
  });

  it('is playable after a valid edit', async () => {
    server = { [address]: JSON.stringify(aScenario(), null, 2) };
    expect(await opened().scenario('spring', 'a-morning')).toMatchObject({
      ok: true,
      value: { id: 'a-morning' },
    });
  });

  it('is refused with its line in both languages if an edit made its delivery impossible', async () => {
    const message = { ...aMessage(), delivery: aDelivery({ dmarcPolicy: 'reject', dmarc: 'fail' }) };
    server = { [address]: JSON.stringify(aScenario({ messages: [message] }), null, 2) };
    const { ok, problems } = await opened().scenario('spring', 'a-morning');
    expect(ok).toBe(false);
    const [problem] = problems;
    expect(problem).toMatchObject({
      rule: 'headers-disagree',
      severity: 'error',
      file: 'packs/spring/scenarios/a-morning.json',
      path: ['messages', 0, 'delivery', 'dmarc'],
    });
    expect(server[address]?.split('\n')[(problem?.line ?? 0) - 1]).toContain('"dmarc": "fail"');
    expect(problem?.text.ja).toContain('DMARCの結果');
    expect(problem?.text.en).toContain('DMARC comes out');
  });

  it('is checked if the build does not know it', async () => {
    server = { 'content/packs/own/scenarios/made-by-hand.json': checkedText };
    expect(await opened().scenario('own', 'made-by-hand')).toMatchObject({ ok: false });
  });

  it('that is missing is reported with its name, in both languages', async () => {
    server = {};
    const { ok, problems } = await opened().lesson('spring', 'postcard');
    expect(ok).toBe(false);
    const [problem] = problems;
    expect(problem?.text.ja).toContain('packs/spring/lessons/postcard.json');
    expect(problem?.text.ja).toContain('読み込めませんでした');
    expect(problem?.text.en).toContain('could not be loaded');
  });

  it('is unreachable if the network is', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await readIndex()).toMatchObject({ ok: false, problems: [{ rule: 'file-unreachable' }] });
  });

  it.each([
    [404, 'file-missing'],
    [410, 'file-missing'],
    [403, 'file-unreachable'],
    [429, 'file-unreachable'],
    [503, 'file-unreachable'],
  ])('reports what status %i means: %s', async (status, rule) => {
    vi.stubGlobal('fetch', async () => new Response('no', { status }));
    const outcome = await readIndex();
    expect(outcome).toMatchObject({ ok: false, problems: [{ rule }] });
    expect(readFailureOf(outcome.problems)).toBe(rule);
  });

  it.each(['<!doctype html><title>Home</title>', '\uFEFF\r\n <html>', '<?xml version="1.0"?><html/>'])(
    'is missing if a server sends a page in its place: %j',
    async (page) => {
      server = { 'content/index.json': page, 'content/rounds/spring.json': page };
      for (const outcome of [await readIndex(), await opened().roundText('spring')]) {
        expect(readFailureOf(outcome.problems)).toBe('file-is-page');
        expect(outcome.problems[0]?.text.en).toContain('no file');
        expect(outcome.problems[0]?.text.ja).toContain('ありません');
      }
    },
  );

  it('with problems is not reported as a failed read', async () => {
    server = { 'content/index.json': '{ "format": 1, ' };
    const outcome = await readIndex();
    expect(outcome.ok).toBe(false);
    expect(readFailureOf(outcome.problems)).toBeUndefined();
  });

  it('is requested relative to the page, so that the site works in any folder', () => {
    expect(assetsOf('spring')).toBe('content/packs/spring/assets/');
  });
});

describe('a server', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A response whose parts arrive when `send` is called; it is aborted with the request. */
  const slowServer = () => {
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        body = controller;
      },
    });
    vi.stubGlobal('fetch', async (_address: string, { signal }: { readonly signal: AbortSignal }) => {
      signal.addEventListener('abort', () => body?.error(signal.reason));
      return new Response(stream);
    });
    return {
      send: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
      end: () => body?.close(),
    };
  };

  it('that never answers is reported after ten seconds', async () => {
    vi.stubGlobal(
      'fetch',
      (_address: string, { signal }: { readonly signal: AbortSignal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const outcome = readIndex();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readFailureOf((await outcome).problems)).toBe('file-late');
  });

  it('that stops in the middle of a file is reported ten seconds later', async () => {
    const { send } = slowServer();
    const outcome = readIndex();
    await vi.advanceTimersByTimeAsync(9_000);
    send('{"format":1,');
    await vi.advanceTimersByTimeAsync(9_000);
    send('"packs"');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readFailureOf((await outcome).problems)).toBe('file-late');
  });

  it('may take any time while data arrives', async () => {
    const { send, end } = slowServer();
    const outcome = opened().roundText('spring');
    for (const letter of '{"seed":"春"}') {
      await vi.advanceTimersByTimeAsync(9_000);
      send(letter);
    }
    end();
    expect(await outcome).toMatchObject({ ok: true, value: '{"seed":"春"}' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('reports why a file is a cached copy, once for each reason, even to later listeners', async () => {
  const heard: string[] = [];
  const answerWith = (reason: string): void => {
    vi.stubGlobal('fetch', async () => new Response('{}', { headers: { 'Mikiwame-Kept': reason } }));
  };
  answerWith('file-late');
  await opened().roundText('spring');
  const stop = onKeptCopy((reason) => heard.push(reason));
  await opened().roundText('spring');
  answerWith('file-unreachable');
  await opened().roundText('spring');
  answerWith('nonsense');
  await opened().roundText('spring');
  stop();
  answerWith('file-missing');
  await opened().roundText('spring');
  expect(heard).toEqual(['file-late', 'file-unreachable']);
});

describe('the index of the content', () => {
  it('is read once for all callers, and again after a failure', async () => {
    const list = JSON.stringify({ format: 1, packs: [] });
    const fetching = vi.fn<(address: string) => Promise<Response>>().mockRejectedValueOnce(new TypeError());
    fetching.mockImplementation(async () => new Response(list));
    vi.stubGlobal('fetch', fetching);
    const { index } = opened();
    expect((await Promise.all([index(), index()])).map(({ ok }) => ok)).toEqual([false, false]);
    expect(fetching).toHaveBeenCalledTimes(1);
    expect(await index()).toMatchObject({ ok: true, value: { packs: [] } });
    expect(await index()).toBe(await index());
    expect(fetching).toHaveBeenCalledTimes(2);
  });
});

describe('a scenario that was fetched ahead', () => {
  it('is fetched once, and again by a second reader', async () => {
    const fetching = vi.fn<(address: string) => Promise<Response>>().mockRejectedValueOnce(new TypeError());
    fetching.mockImplementation(async () => new Response(checkedText));
    vi.stubGlobal('fetch', fetching);
    const packs = opened();
    packs.fetchAhead('spring', 'a-morning');
    packs.fetchAhead('spring', 'a-morning');
    expect(await packs.scenario('spring', 'a-morning')).toMatchObject({ ok: false });
    expect(await packs.scenario('spring', 'a-morning')).toMatchObject({ ok: true });
    // Once ahead, once again, and the pack's own file ahead.
    expect(fetching.mock.calls.map(([address]) => address)).toEqual([
      'content/packs/spring/scenarios/a-morning.json',
      'content/packs/spring/pack.json',
      'content/packs/spring/scenarios/a-morning.json',
    ]);
  });
});

describe('packs that came with the page', () => {
  const source = bundledSource(
    {
      'packs/spring/scenarios/a-morning.json': JSON.stringify(aScenario()),
      'packs/spring/assets/logo.svg': 'data:image/svg+xml,…',
    },
    isChecked,
  );

  it('are read without a server, and checked like those of a server', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('something was fetched')));
    const packs = packsFrom(source);
    expect(await packs.scenario('spring', 'a-morning')).toMatchObject({
      ok: true,
      value: { id: 'a-morning' },
    });
    const missing = await packs.drill('spring', 'none');
    expect(readFailureOf(missing.problems)).toBe('file-missing');
  });

  it('include their pictures', () => {
    expect(source.picture(`${assetsOf('spring')}logo.svg`)).toBe('data:image/svg+xml,…');
    expect(source.picture(`${assetsOf('spring')}other.svg`)).toBe('content/packs/spring/assets/other.svg');
  });
});
