/** Opens hostile files in the built game, looks at every message and presses every button, and watches what happens. */
import type { BrowserContext, Page } from '@playwright/test';
import type { HostileFile } from './hostile-files.ts';

/** Milliseconds that the page may be busy in one go. */
const longest = 2_000;

/** A picture that would do all that a picture can, were it a page. */
const hostilePicture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" onload="alert(1)"><script>alert(2);fetch('/picture-ran')</script><image xlink:href="https://evil.example/picture"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(3)"/></foreignObject><style>@import url(https://evil.example/style);</style><a xlink:href="javascript:alert(4)"><rect width="40" height="40"/></a></svg>`;

export interface Seen {
  /** Dialogs, windows, requests that are none of the game's, and pages it was led to. */
  readonly effects: readonly string[];
  /** Files over which the page was busy for too long, with the milliseconds. */
  readonly hangs: readonly string[];
  /** Files after which nothing was on the page, or a promise of it was never kept. */
  readonly blanks: readonly string[];
  readonly errors: readonly string[];
  readonly presses: number;
  readonly slowest: number;
}

/** Opens each file in turn, in both languages by turns, and says what came of it. */
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
      hangs.push(at(String(error).slice(0, 200)));
      await page.close();
      page = await fresh();
    }
    progress(index + 1);
  }
  await page.close();
  return { effects, hangs, blanks, errors, presses, slowest };
}

/** The game asks its own server alone: for its parts, and for content below the folder of the pack it plays. */
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

/** In the page: goes to a screen, opens every message and presses what can be pressed. */
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
  location.hash = '#/settings';
  await until(() => document.querySelector('.settings') !== null || document.querySelector('main') !== null);
  location.hash = hash;
  await until(() => location.hash === hash && document.querySelector('.waiting') === null);
  const isThere = await until(() => {
    const main = document.querySelector('main');
    if (main === null || document.querySelector('.waiting') !== null) return false;
    return isPlayed
      ? document.querySelector('.problems') === null
      : document.querySelector('.problems') !== null;
  });
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
  await drawn();
  const text = (document.body.textContent ?? '').trim();
  const nothing = !isThere || text === '' || document.querySelector('main') === null;
  return {
    presses,
    busy: Math.max(0, ...busyTimes),
    nothing,
    text: isThere ? text.slice(0, 100) : `not there: ${text.slice(0, 100)}`,
  };
}
