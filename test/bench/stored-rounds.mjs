/** Measures opening the game, reading results, export and import with many stored rounds. */
import { readFile } from 'node:fs/promises';

/** Milliseconds and the longest task of each step, on a device that keeps so many finished rounds of ten messages. */
export async function storedRounds(browser, address, count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    globalThis.benchLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.benchLongest = Math.max(globalThis.benchLongest, duration);
      }
    }).observe({ type: 'longtask', buffered: true });
  });
  const page = await context.newPage();
  await page.goto(`${address}?lang=en#/`);
  await page.locator('#root button.big:not([disabled])').waitFor();
  await page.evaluate(keepRounds, count);

  const steps = {};
  const step = async (name, act) => {
    await page.evaluate(() => {
      globalThis.benchLongest = 0;
    });
    const start = performance.now();
    await act();
    steps[name] = {
      time: performance.now() - start,
      longest: await page.evaluate(longestSoFar),
    };
  };
  const openStart = async () => {
    await page.reload();
    await page.locator('#root button.big:not([disabled])').waitFor();
  };
  const openSettings = async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByText(`Rounds finished: ${count}`).waitFor();
  };
  await step('schedule made anew', openSettings);
  await page.getByRole('button', { name: 'Back' }).click();
  await step('start page', openStart);
  await step('schedule read', openSettings);
  let file;
  await step('exported', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    file = await (await downloading).path();
  });
  const { records } = JSON.parse(await readFile(file, 'utf8'));
  if (records.length !== count) throw new Error(`${records.length} rounds of ${count} were exported`);
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything', exact: true }).click();
  await page.getByText('Everything has been deleted.').waitFor();
  await step('imported', async () => {
    await page.getByLabel('Load from a file').setInputFiles(file);
    await page.getByText(`Loaded. New here: ${count} finished`).waitFor();
  });
  await page.goto(`${address}?lang=en#/`);
  await step('results of all rounds', async () => {
    await page.evaluate(() => {
      location.hash = '#/progress';
    });
    await page.locator('.insights').first().waitFor();
  });
  await context.close();
  return steps;
}

/** Runs in the page. Long tasks are told a while after their end. */
async function longestSoFar() {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return globalThis.benchLongest;
}

/** Runs in the page. */
async function keepRounds(count) {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('mikiwame');
    opening.onsuccess = () => resolve(opening.result);
  });
  const cues = ['urgency', 'link-target', 'sender-address', 'threat', 'logo-imitation', 'mimics-process'];
  const transaction = database.transaction('records', 'readwrite');
  for (let round = 0; round < count; round += 1) {
    const endedAt = 1_700_000_000_000 + round * 3_600_000;
    const messages = Array.from({ length: 10 }, (_, index) => ({
      pack: 'bench',
      scenario: 'bench',
      message: `message-${index}`,
      channel: 'mail',
      truth: index % 2 === 0 ? 'phish' : 'legitimate',
      verdict: index % 3 === 0 ? 'phish' : 'legitimate',
      confidence: 0.8,
      action: 'report',
      score: 70,
      seconds: 30,
      facts: index % 2 === 0 ? cues.map((cue, at) => ({ fact: cue, cue, found: (at + round) % 3 > 0 })) : [],
      falseAlarms: index % 2 === 0 ? [] : [null, 'urgency'],
    }));
    const record = {
      version: 1,
      id: `bench-${round}`,
      mode: 'training',
      startedAt: endedAt - 300_000,
      endedAt,
    };
    transaction.objectStore('records').put({ ...record, score: 70, messages }, record.id);
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
