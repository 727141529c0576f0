/** Opens hostile files in the built game, opens their messages, presses the buttons, and records what happens. */
import type { BrowserContext, Page } from '@playwright/test';
import type { HostileFile } from './hostile-files.ts';

/** Milliseconds that one task of the page may take. */
const longest = 2_000;

/** An SVG that would run scripts and make requests if it were opened as a page. */
const hostilePicture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" onload="alert(1)"><script>alert(2);fetch('/picture-ran')</script><image xlink:href="https://evil.example/picture"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(3)"/></foreignObject><style>@import url(https://evil.example/style);</style><a xlink:href="javascript:alert(4)"><rect width="40" height="40"/></a></svg>`;

export interface Seen {
  /** Dialogs, new windows, foreign requests and navigations. */
  readonly effects: readonly string[];
  /** Files that kept the page busy for too long, with the milliseconds. */
  readonly hangs: readonly string[];
  /** Files after which the page stayed empty, kept loading, or showed another screen than expected. */
  readonly blanks: readonly string[];
  readonly errors: readonly string[];
  /** Files after which the page crashed or did not answer for a minute. */
  readonly stuck: readonly string[];
  readonly presses: number;
  readonly slowest: number;
}

/** Opens each file in turn and reports what happened. */
export async function watch(
  context: BrowserContext,
  address: string,
  files: readonly HostileFile[],
  progress: (done: number) => void = () => undefined,
): Promise<Seen> {
  const effects: string[] = [];
  const hangs: string[] = [];
  const blanks: string[] = [];
  const errors: string[] = [];
  const stuck: string[] = [];
  let presses = 0;
  let slowest = 0;
  let now: HostileFile | undefined;
  const at = (what: string): string => `${now?.path ?? 'start'}: ${what}`;
  const follow = (page: Page): Page => {
    page.on('dialog', (dialog) => {
      effects.push(at(`dialog ${dialog.message()}`));
      void dialog.dismiss();
    });
    page.on('popup', (popup) => effects.push(at(`window ${popup.url()}`)));
    page.on('pageerror', (error) => errors.push(at(error.message)));
    page.on('request', (request) => {
      if (!isOurs(request.url(), address)) effects.push(at(`request ${request.url()}`));
    });
    page.on('framenavigated', (frame) => {
      if (!frame.url().startsWith(address) || frame !== page.mainFrame())
        effects.push(at(`led to ${frame.url()}`));
    });
    return page;
  };
  await context.route('**/content/**', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).replace(/^.*\/content\//, '');
    if (path === now?.path) await route.fulfill({ body: now.text, contentType: 'application/json' });
    else if (/\/assets\/|\/logos\//.test(path))
      await route.fulfill({ body: hostilePicture, contentType: 'image/svg+xml' });
    else await route.continue();
  });
  // tsx compiles with esbuild's `keepNames`, so a function sent to the page calls this helper.
  await context.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await context.addInitScript(() => {
    const times: number[] = [];
    Object.assign(globalThis, { busyTimes: times });
    new PerformanceObserver((list) =>
      times.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });
  const fresh = async (): Promise<Page> => {
    const page = follow(await context.newPage());
    await page.goto(`${address}?lang=ja`);
    return page;
  };
  let page = await fresh();
  for (const [index, file] of files.entries()) {
    now = file;
    try {
      if (file.path.startsWith('world/')) await page.goto(`${address}?lang=${index % 2 === 0 ? 'ja' : 'en'}`);
      const result = await within(page.evaluate(play, { hash: file.hash, isPlayed: file.isPlayed }), 60_000);
      presses += result.presses;
      slowest = Math.max(slowest, result.busy);
      if (result.busy > longest) hangs.push(at(`${Math.round(result.busy)} ms`));
      if (result.nothing) blanks.push(at(result.text));
    } catch (error) {
      stuck.push(at(String(error).slice(0, 200)));
      await page.close();
      page = await fresh();
    }
    progress(index + 1);
  }
  await page.close();
  return { effects, hangs, blanks, errors, stuck, presses, slowest };
}

/** The game may ask its own server only: for its scripts and for files below content/. */
function isOurs(url: string, address: string): boolean {
  if (url.startsWith('blob:') || url.startsWith('data:')) return true;
  if (!url.startsWith(address)) return false;
  const path = decodeURIComponent(url.slice(address.length));
  return (
    !path.includes('..') &&
    (/^(assets|content)\//.test(path) || !/^[^?#]*\//.test(path)) &&
    !path.startsWith('picture-ran')
  );
}

function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    }),
  ]);
}

/** Runs in the page: goes to a screen, opens up to six messages and presses up to fourteen buttons in each. */
async function play({ hash, isPlayed }: { readonly hash: string; readonly isPlayed: boolean }) {
  const mostMessages = 6;
  const mostButtons = 14;
  const busyTimes: number[] = Reflect.get(globalThis, 'busyTimes');
  busyTimes.length = 0;
  const rest = (milliseconds = 0): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  const drawn = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
  const until = async (holds: () => boolean): Promise<boolean> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (holds()) return true;
      await rest(50);
    }
    return false;
  };
  const isLoaded = (): boolean =>
    document.querySelector('main') !== null && document.querySelector('.waiting') === null;
  location.hash = '#/settings';
  await until(() => document.querySelector('.settings') !== null);
  location.hash = hash;
  const isThere = await until(
    () =>
      isLoaded() &&
      document.querySelector('.settings') === null &&
      (document.querySelector('.problems') === null) === isPlayed,
  );
  let presses = 0;
  const press = async (button: Element): Promise<void> => {
    if (!(button instanceof HTMLElement) || !button.isConnected) return;
    button.click();
    presses += 1;
    await drawn();
  };
  const buttons = (): readonly Element[] => {
    const dialog = document.querySelector('dialog[open]');
    return [
      ...(dialog ?? document.querySelector('main') ?? document.body).querySelectorAll(
        'button, [role="button"], summary',
      ),
    ];
  };
  const rows = [...document.querySelectorAll('.rows .row')].slice(0, mostMessages);
  const pressAll = async (): Promise<void> => {
    const pressed = new Set<string>();
    for (let turn = 0; turn < mostButtons; turn += 1) {
      const next = buttons().find((button) => {
        const name = `${button.getAttribute('aria-label') ?? ''}${button.textContent ?? ''}`;
        return !pressed.has(name) && button.closest('.rows, .top-bar') === null && !/^(戻る|Back)/.test(name);
      });
      if (next === undefined) break;
      pressed.add(`${next.getAttribute('aria-label') ?? ''}${next.textContent ?? ''}`);
      await press(next);
      if (location.hash !== hash) break;
    }
    document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await drawn();
  };
  for (const row of rows) {
    if (location.hash !== hash) break;
    await press(row);
    await pressAll();
  }
  if (rows.length === 0 && isPlayed) await pressAll();
  const nothing = !isThere || !(await until(isLoaded));
  const text = (document.body.textContent ?? '').trim();
  return {
    presses,
    busy: Math.max(0, ...busyTimes),
    nothing,
    text: isThere ? text.slice(0, 100) : `not there: ${text.slice(0, 100)}`,
  };
}
