/** What a page costs: visits with an empty cache over a slow line, as on a cheap phone, and presses on a page that is there. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Arguments for a browser that runs scripts from bytecode only, which it makes once. */
export const interpreted =
  '--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation --no-flush-bytecode';

/** Opens an address and returns the costs until its list is drawn and can be used, and the layout shift. */
export async function visit(browser, address) {
  const { context, page } = await openPage(browser, 4);
  const elsewhere = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && new URL(url).origin !== new URL(address).origin) elsewhere.push(url);
  });
  await slowDown(context, page);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.bench.ready !== undefined, undefined, { timeout: 60_000 });
  // What loads after the list may move it, so the shift is read when all is still.
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => {
    const { list, ready, shift } = globalThis.bench;
    const [navigation] = performance.getEntriesByType('navigation');
    const loads = [navigation, ...performance.getEntriesByType('resource')].filter(
      ({ startTime, name }) => startTime <= ready && !name.startsWith('data:'),
    );
    const sizeOf = (ending) =>
      loads
        .filter(({ name }) => new URL(name).pathname.endsWith(ending))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return {
      list,
      ready,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      requests: loads.length,
      scriptSize: sizeOf('.js'),
      styleSize: sizeOf('.css'),
      dataSize: sizeOf('.json'),
      totalSize: sizeOf(''),
      shift,
    };
  });
  await context.close();
  return { ...seen, elsewhere };
}

/** Milliseconds until a row that is pressed as soon as it is seen has opened. */
export async function pressAtOnce(browser, address) {
  const { context, page } = await openPage(browser, 4);
  await page.addInitScript(() => {
    globalThis.benchPresses = true;
  });
  await slowDown(context, page);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.bench.opened !== undefined, undefined, { timeout: 60_000 });
  const { opened } = await page.evaluate(() => globalThis.bench);
  await context.close();
  return opened;
}

/** The same for a page that holds the game in a frame: from the frame's own beginning until its list stood there. */
export async function visitFrame(browser, address) {
  const { context, page } = await openPage(browser, 4);
  await slowDown(context, page);
  await page.goto(address, { waitUntil: 'commit' });
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForFunction(() => globalThis.bench.ready !== undefined, undefined, { timeout: 60_000 });
  const { ready } = await frame.evaluate(() => globalThis.bench);
  await context.close();
  return { ready };
}

async function slowDown(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
}

/** Milliseconds from each press to the next paint, once all that is fetched in idle time is there. */
export async function interact(browser, address, slowdown) {
  const { context, page } = await openPage(browser, slowdown);
  await page.goto(address);
  const rows = page.locator('#root .rows button.row');
  const region = page.locator('.message .region[role="button"]').nth(1);
  const steps = [
    ['firstOpen', () => rows.first().click(), () => region.waitFor()],
    ['secondOpen', () => rows.nth(1).click(), () => region.waitFor()],
    ['flag', () => region.click()],
    ['unflag', () => region.click()],
    [
      'switchLanguage',
      () => page.getByRole('button', { name: 'EN', exact: true }).click(),
      () => page.locator('html[lang=en]').waitFor(),
    ],
    ['answer', () => answer(page)],
  ];
  await rows.first().waitFor();
  await page.waitForLoadState('networkidle');
  const times = {};
  for (const [name, act, settle] of steps) {
    await quiet(page);
    await page.evaluate(() => {
      globalThis.bench.slowest = 0;
    });
    await act();
    await settle?.();
    times[name] = await page.evaluate(slowestSoFar);
  }
  await context.close();
  return times;
}

/**
 * Bytes of the heap after the fifth and after the last of so many rounds of one message, played to their results. The browser must not
 * compile to machine code (`interpreted`): that code grows for as long as functions get warmer, and would hide what the page keeps.
 */
export async function heapOver(browser, address, rounds) {
  const { context, page } = await openPage(browser, 1);
  const session = await context.newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  await page.goto(`${address}?lang=en#/`);
  let first = 0;
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate((seed) => {
      location.hash = `#/round?mode=training&packs=first-day&length=1&seed=bench${seed}`;
    }, round);
    await page.locator('#root .rows button.row').first().click();
    await answer(page);
    await page.getByRole('button', { name: 'See the result' }).last().click();
    await page.getByRole('heading', { name: 'Your round' }).waitFor();
    // The first rounds load all code and fill all caches.
    if (round === 4) first = await used();
  }
  const last = await used();
  await context.close();
  return { first, last };
}

/** Milliseconds until a list is drawn and until it is searched, and its longest task while it is scrolled. */
export async function longList(browser, address) {
  const { context, page } = await openPage(browser, 4);
  await page.goto(address);
  await page.locator('#root .rows button.row').first().waitFor();
  const { ready: list } = await page.evaluate(() => globalThis.bench);
  const field = page.locator('.list-search input');
  await field.waitFor();
  await quiet(page);
  await page.evaluate(() => {
    globalThis.bench.slowest = 0;
  });
  await field.press('n');
  const search = await page.evaluate(slowestSoFar);
  await field.press('Backspace');
  await quiet(page);
  await page.evaluate(() => {
    globalThis.bench.longest = 0;
  });
  await page.locator('.list').evaluate(async (scroller) => {
    for (let step = 0; step < 20; step += 1) {
      scroller.scrollBy(0, 400);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.evaluate(slowestSoFar);
  const { longest: scroll } = await page.evaluate(() => globalThis.bench);
  await context.close();
  return { list, search, scroll };
}

/** Waits until the page has nothing left to do. */
const quiet = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => resolve()), { timeout: 10_000 });
      }),
  );

async function answer(page) {
  await page.locator('.toolbar').getByRole('radio', { name: 'Report', exact: true }).click();
  await page.locator('.seals').getByRole('radio', { name: 'Phishing, likely', exact: true }).click();
  await page.getByRole('button', { name: 'Stamp it', exact: true }).click();
  await page.getByRole('complementary', { name: 'Debrief' }).waitFor();
}

/** Event timings arrive after their paint, so wait for two frames and one task before reading them. */
async function slowestSoFar() {
  await new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
  );
  return globalThis.bench.slowest;
}

async function openPage(browser, slowdown) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } });
  // The server compresses each file when it is first asked for, which takes long on a busy machine.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { context, page };
}

/** Runs in the page before its scripts: observes the list, its first press, layout shifts, tasks and event timings. */
function watch() {
  const bench = { shift: 0, slowest: 0, longest: 0 };
  globalThis.bench = bench;
  let isSeen = false;
  const look = () => {
    const now = performance.now();
    const row = document.querySelector('.rows .row');
    if (row !== null && !isSeen) {
      isSeen = true;
      // This frame draws it, so a task after the frame comes once it is painted.
      setTimeout(() => {
        bench.list = performance.now();
        if (globalThis.benchPresses === true) document.querySelector('.rows .row').click();
      });
    }
    // Before the game is there, its rows are links.
    if (document.querySelector('.rows button.row') !== null) bench.ready ??= now;
    const opened = '.message .subject, .rows button.row[aria-current="true"]';
    if (document.querySelector(opened) !== null) bench.opened ??= now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const observe = (type, options, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe('layout-shift', {}, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) bench.shift += value;
  });
  observe('longtask', {}, ({ duration }) => {
    bench.longest = Math.max(bench.longest, duration);
  });
  observe('event', { durationThreshold: 16 }, ({ duration, interactionId }) => {
    if (interactionId > 0) bench.slowest = Math.max(bench.slowest, duration);
  });
}
