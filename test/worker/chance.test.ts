/** The service worker through random sequences of events: new versions, failing networks, pages that stay open. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Browser, nameOf, type Network, networks, World } from './memory-site.ts';

const steps = {
  deploy: async ({ world }: Browser) => {
    world.version += 1;
  },
  edit: async ({ world }: Browser) => {
    world.edit += 1;
  },
  open: async (browser: Browser) => {
    await browser.open();
  },
  reload: async (browser: Browser) => {
    browser.tabs.pop();
    await browser.open();
  },
  close: async (browser: Browser) => {
    browser.tabs.shift();
  },
  playOn: (browser: Browser) => browser.playOn(),
} satisfies Readonly<Record<string, (browser: Browser) => Promise<void>>>;

type Step = keyof typeof steps | Network;

const isNetwork = (step: Step): step is Network => networks.some((network) => network === step);

/** The faults that were found. */
async function faultsOf(sequence: readonly Step[]): Promise<readonly string[]> {
  const browser = new Browser(new World());
  for (const step of sequence) {
    if (isNetwork(step)) browser.world.network = step;
    else await steps[step](browser);
    await browser.lookThrough();
  }
  // In the end the network works: at most two reloads bring the newest version, and it is the only one once no other page is open.
  browser.world.network = 'well';
  browser.tabs = [];
  await browser.open();
  browser.tabs = [];
  const { version } = browser.world;
  if ((await browser.open())?.version !== version) browser.faults.push('the newest version did not come');
  await browser.playOn();
  const stored = (await browser.caches.keys()).filter((name) => / v\d+x*$/.test(name));
  if (stored.join() !== `mikiwame /game/ ${nameOf(version)}`) browser.faults.push(`stored: ${stored.join()}`);
  return browser.faults;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(), milliseconds);
    return limit.signal;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets time pass until a promise is settled. */
async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const waiting = { isOver: false };
  const settled = promise.finally(() => {
    waiting.isOver = true;
  });
  settled.catch(() => undefined);
  while (!waiting.isOver) await vi.advanceTimersByTimeAsync(500);
  return settled;
}

describe('after any sequence of events', () => {
  const step = fc.constantFrom<Step>(
    ...(['deploy', 'edit', 'open', 'reload', 'close', 'playOn', 'playOn', 'reload'] as const),
    ...networks,
  );

  it('a visited page opens with its scripts and content, and no wrong file is cached', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (sequence) => {
        expect(await inTime(faultsOf(['open', ...sequence]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it('serves the scripts of a page that is older than the worker, once the page reports that they are missing', async () => {
  const browser = new Browser(new World());
  const tab = await browser.open();
  if (tab === undefined) throw new Error('the page did not open');
  browser.world.version = 2;
  expect(await browser.script(tab, 'lazy')).toBe('not found');
  await browser.saysPartsAreMissing(tab);
  expect(await browser.script(tab, 'lazy')).toBe('lazy 1');
  expect(browser.faults).toEqual([]);
});
