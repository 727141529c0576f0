/** The game in other people's pages: plain, strict, narrow, nested, on another site, and where the host may not hear results. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { makePackage } from '../../src/cli/commands/package.ts';
import { fileAnswer, type OwnServer, ownServer } from './own-server.ts';
import { answer } from './round.ts';

const folder = mkdtempSync(join(tmpdir(), 'mikiwame-site-'));
let site: OwnServer;
let host: OwnServer;

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Course</title><script>window.heard = [];
  for (const type of ['ready', 'started', 'progress', 'result', 'state']) addEventListener('mikiwame-' + type, ({ detail }) => heard.push({ type, detail }));
  addEventListener('message', ({ data }) => { if (data && data.source === 'mikiwame') heard.push({ type: 'raw ' + data.type }); });
  </script>${body}`;

/** `localhost` and `127.0.0.1` are two sites to a browser, so storage in the frame is another's. */
const game = (attributes = ''): string => {
  const address = site.origin.replace('127.0.0.1', 'localhost');
  return `<script src="${address}/embed.js"></script><mikiwame-game lang="en" style="display:block;height:44rem" query="mode=training&packs=sakura-2019&length=1&seed=e&reason=off" ${attributes}></mikiwame-game>`;
};

test.beforeAll(async () => {
  host = await ownServer(({ path, query }) => {
    const bodies: Readonly<Record<string, string>> = {
      '/plain': game(),
      '/strict': game('strict'),
      '/free': `<script src="${site.origin.replace('127.0.0.1', 'localhost')}/embed.js"></script><mikiwame-game lang="en" style="display:block" query="mode=training&packs=sakura-2019&length=4&seed=e&reason=off"></mikiwame-game>`,
      '/narrow': `<div style="width:320px">${game()}</div>`,
      '/nested': `<iframe src="/plain" style="width:100%;height:46rem"></iframe>`,
      '/state': game(`state='${(query.get('state') ?? '').replaceAll("'", '&#39;')}'`),
    };
    const body = bodies[path];
    return body === undefined ? undefined : fileAnswer('page.html', page(body));
  });
  await makePackage(
    {
      kind: 'site',
      packs: ['sakura-2019'],
      round: undefined,
      language: 'both',
      title: undefined,
      out: folder,
      keepOpen: false,
      hosts: [host.origin],
      lrs: undefined,
    },
    join(import.meta.dirname, '../..'),
    () => undefined,
  );
  const files = new Map<string, Uint8Array>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path)}`, readFileSync(path)] as const),
  );
  site = await ownServer(({ path }) => {
    const file = files.get(path);
    return file && fileAnswer(path, file);
  });
});
test.afterAll(async () => {
  await host.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function playOne(frame: FrameLocator): Promise<void> {
  await frame.locator('.rows .row').first().click();
  await answer(frame, 'en', 'phish');
}

const heard = (of: Page): Promise<readonly string[]> =>
  of.evaluate(() => window.heard.map(({ type }) => type));

for (const [how, path] of [
  ['a plain frame', '/plain'],
  ['a frame that allows scripts and nothing else', '/strict'],
  ['a frame 320 px wide', '/narrow'],
] as const) {
  test(`${how} is played, and its host is told`, async ({ page: course }) => {
    await course.goto(host.origin + path);
    await playOne(course.frameLocator('iframe'));
    await expect.poll(() => heard(course)).toContain('result');
    expect(await heard(course)).toEqual(expect.arrayContaining(['ready', 'state', 'result', 'raw resize']));
    const result = await course.evaluate(
      () => window.heard.findLast(({ type }) => type === 'result')?.detail,
    );
    expect(result).toMatchObject({ record: { complete: true, decisions: [{ pack: 'sakura-2019' }] } });
  });
}

for (const width of [1280, 375]) {
  test(`a frame ${width} px wide is as high as what is in it, and no higher`, async ({ page: course }) => {
    await course.setViewportSize({ width, height: 700 });
    await course.goto(`${host.origin}/free`);
    const frame = course.frameLocator('iframe');
    /** What scrolls in the frame though the page around it could scroll instead. */
    const scrolling = (): Promise<readonly string[]> =>
      frame
        .locator('#root')
        .evaluate((root) =>
          [...root.querySelectorAll('.sheet, .message, .debrief-panel, .client')]
            .filter(
              (part) =>
                part.scrollHeight > part.clientHeight + 1 &&
                /auto|scroll/.test(getComputedStyle(part).overflowY),
            )
            .map(({ className }) => className),
        );
    const height = async (): Promise<number> => (await course.locator('iframe').boundingBox())?.height ?? 0;
    await expect(frame.locator('.rows .row').first()).toBeVisible();
    const heights: number[] = [];
    for (let row = 0; row < 4; row += 1) {
      await frame.locator('.rows .row').nth(row).click();
      await expect(frame.locator('.message h2')).toBeInViewport();
      await expect.poll(scrolling).toEqual([]);
      heights.push(await height());
      if (width < 500) await frame.locator('.back').click();
    }
    expect(Math.max(...heights), heights.join()).toBeGreaterThan(620);
    expect(new Set(heights).size, 'a frame that has grown gets lower again').toBeGreaterThan(2);
    await frame.locator('.rows .row').first().click();
    await answer(frame, 'en', 'phish');
    await expect(frame.locator('.debriefed')).toBeVisible();
    await expect.poll(scrolling).toEqual([]);
    await expect.poll(height).toBeLessThan(6_000);
  });
}

test('a frame within a frame is played', async ({ page: course }) => {
  await course.goto(`${host.origin}/nested`);
  await playOne(course.frameLocator('iframe').frameLocator('iframe'));
});

test('a frame that is reloaded gets its state back from its host if it may not store anything', async ({
  page: course,
}) => {
  await course.goto(`${host.origin}/strict`);
  const frame = course.frameLocator('iframe');
  await playOne(frame);
  await expect.poll(() => heard(course)).toContain('result');
  await frame.locator('#root').evaluate(() => {
    Reflect.set(window, 'isOld', true);
    location.reload();
  });
  await expect.poll(() => frame.locator('#root').evaluate(() => 'isOld' in window)).toBe(false);
  await expect(frame.getByText('1 / 1')).toBeVisible();
});

test('a state from the host resumes the round', async ({ page: course }) => {
  await course.goto(`${host.origin}/plain`);
  await playOne(course.frameLocator('iframe'));
  const state = await course.evaluate(() => window.heard.findLast(({ type }) => type === 'state')?.detail);
  await course.goto(`${host.origin}/state?${new URLSearchParams({ state: state?.state ?? '' }).toString()}`);
  const frame = course.frameLocator('iframe');
  await expect(frame.getByText('1 / 1')).toBeVisible();
});

test('a host that is not on the list receives readiness and height, but nothing about the player', async ({
  page: course,
}) => {
  // The same server by its other name is another origin.
  await course.goto(`${host.origin.replace('127.0.0.1', 'localhost')}/plain`);
  await playOne(course.frameLocator('iframe'));
  expect(new Set(await heard(course))).toEqual(new Set(['ready', 'raw ready', 'raw resize']));
});

declare global {
  interface Window {
    heard: { readonly type: string; readonly detail?: { readonly state?: string } }[];
  }
}
