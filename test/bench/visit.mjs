/** One visit with an empty cache over a slow line, as on a cheap phone. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Opens an address and returns the costs until its list is drawn, and the layout shift. */
export async function visit(browser, address) {
  const { context, page } = await openPage(browser, 4);
  const elsewhere = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && new URL(url).origin !== new URL(address).origin) elsewhere.push(url);
  });
  await slowDown(context, page);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.benchReady !== undefined, undefined, { timeout: 60_000 });
  // Later parts may still move the list, so the shift is read after all requests have ended.
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => {
    const ready = globalThis.benchReady;
    const [navigation] = performance.getEntriesByType('navigation');
    const loads = [navigation, ...performance.getEntriesByType('resource')].filter(
      ({ startTime }) => startTime <= ready,
    );
    const sizeOf = (ending) =>
      loads
        .filter(({ name }) => new URL(name).pathname.endsWith(ending))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return {
      ready,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      requests: loads.length,
      scriptSize: sizeOf('.js'),
      styleSize: sizeOf('.css'),
      totalSize: sizeOf(''),
      shift: globalThis.benchShift,
    };
  });
  await context.close();
  return { ...seen, elsewhere };
}

/** The same for a page that holds the game in a frame: from the frame's own beginning until its list stood there. */
export async function visitFrame(browser, address) {
  const { context, page } = await openPage(browser, 4);
  await slowDown(context, page);
  await page.goto(address, { waitUntil: 'commit' });
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForFunction(() => globalThis.benchReady !== undefined, undefined, { timeout: 60_000 });
  const ready = await frame.evaluate(() => globalThis.benchReady);
  await context.close();
  return { ready };
}

async function slowDown(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
}

/** Milliseconds from each interaction to the next paint, with the processor slowed. */
export async function interact(browser, address, slowdown) {
  const { context, page } = await openPage(browser, slowdown);
  await page.goto(address);
  const row = page.locator('.rows .row').first();
  const region = page.locator('.message .region[role="button"]').nth(1);
  const steps = [
    ['open a message', () => row.click(), () => region.waitFor()],
    ['flag', () => region.click()],
    ['unflag', () => region.click()],
    [
      'switch language',
      () => page.getByRole('button', { name: 'EN', exact: true }).click(),
      () => page.locator('html[lang=en]').waitFor(),
    ],
    ['answer', () => answer(page)],
  ];
  await row.waitFor();
  const times = {};
  for (const [name, act, settle] of steps) {
    await page.evaluate(() => {
      globalThis.benchSlowest = 0;
    });
    await act();
    await settle?.();
    times[name] = await page.evaluate(slowestSoFar);
  }
  await context.close();
  return times;
}

async function answer(page) {
  const place = page.locator('.answer');
  await place.getByRole('radio', { name: 'Phishing, likely', exact: true }).click();
  await place.getByRole('radio', { name: 'Report', exact: true }).click();
  await place.getByRole('button', { name: 'Stamp it', exact: true }).click();
  await page.getByRole('complementary', { name: 'Debrief' }).waitFor();
}

/** Event timings arrive after their paint, so wait for two frames and one task before reading them. */
async function slowestSoFar() {
  await new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
  );
  return globalThis.benchSlowest;
}

async function openPage(browser, slowdown) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { context, page };
}

/** Runs in the page before its scripts: observes the list, layout shifts and event timings. */
function watch() {
  globalThis.benchShift = 0;
  globalThis.benchSlowest = 0;
  const look = () => {
    if (document.querySelector('.rows .row') === null) requestAnimationFrame(look);
    else globalThis.benchReady = performance.now();
  };
  requestAnimationFrame(look);
  const observe = (type, options, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe('layout-shift', {}, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) globalThis.benchShift += value;
  });
  observe('event', { durationThreshold: 16 }, ({ duration, interactionId }) => {
    if (interactionId > 0) globalThis.benchSlowest = Math.max(globalThis.benchSlowest, duration);
  });
}
