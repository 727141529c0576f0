import { type Browser, expect, type Page, test } from '@playwright/test';
import { chooseTool, openInbox, rows, words } from './round.ts';

interface Pair {
  readonly channel: string;
  readonly scenario: string;
  readonly lure: RegExp;
  readonly genuine: RegExp;
  /** Whether their links are opened; then both must have one. */
  readonly link?: 'closed';
}

/** A lure and a genuine message of each channel, by what their rows say in Japanese. */
const pairs = [
  { channel: 'mail', scenario: 'inspectors', lure: /値札の校正紙/, genuine: /箔押し機の設定/ },
  { channel: 'sms', scenario: 'channels', lure: /TSUBAME[^]*13:05/, genuine: /TSUBAME[^]*11\/16/ },
  { channel: 'invitation', scenario: 'channels', lure: /賞与についての/, genuine: /12月出荷の/ },
  // Only one of them has a link, which everybody can see, so the lens stays closed.
  {
    channel: 'chat',
    scenario: 'channels',
    lure: /高橋 直美[^]*14:20/,
    genuine: /中村 大輔[^]*15:35/,
    link: 'closed',
  },
  { channel: 'voice', scenario: 'channels', lure: /佐藤 健一/, genuine: /ひばりビル管理/ },
  { channel: 'letter', scenario: 'channels', lure: /ひかり電力/, genuine: /くらしの統計調査/ },
] as const satisfies readonly Pair[];

/** The files requested from the list on, until a message was opened and inspected in every way, sorted by name. */
async function loaded(browser: Browser, baseURL: string | undefined, { scenario, link }: Pair, row: RegExp) {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), reducedMotion: 'reduce' });
  const page = await context.newPage();
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await openInbox(page, 'ja', `#/play/toolbox/${scenario}`);
  // A likely message is drawn out of sight while the list is idle. Which one it is depends on the list alone.
  // It is drawn when its body is: the view of its channel is a part of its own, which is asked for last.
  await expect(page.locator('.message .body').first()).toBeAttached();
  await rows(page).filter({ hasText: row }).click();
  await lookAround(page, link);
  await settled(files);
  await context.close();
  // Pictures belong to the author, like words.
  return [...new Set(files.filter((file) => !file.startsWith('/content/')))].toSorted();
}

/** Waits until the parts that follow an answer are fetched, and no request is open. */
async function settled(files: readonly string[]): Promise<void> {
  await expect.poll(() => files.some((file) => /\/result-[^/]+\.js$/.test(file))).toBe(true);
  let before = 0;
  await expect
    .poll(
      () => {
        const isSettled = files.length === before;
        before = files.length;
        return isSettled;
      },
      { intervals: [500] },
    )
    .toBe(true);
}

async function lookAround(page: Page, links: Pair['link']): Promise<void> {
  const message = page.locator('.message');
  await expect(message.locator('.body').first()).toBeVisible();
  for (const tool of await message.locator('.message-tools button').all()) await tool.click();
  const file = message.locator('.attachments .button').first();
  if ((await file.count()) > 0) {
    await file.click();
    await expect(page.locator('.file-sheet')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  const link = message.locator('.link-tool').first();
  if (links !== 'closed' && (await link.count()) > 0) {
    await link.click();
    await page.getByRole('dialog').locator('.dialog-actions button').click();
    await expect(page.locator('.browser')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await chooseTool(page, words.ja.verify);
  await expect(page.locator('.verify-place').first()).toBeVisible();
}

for (const pair of pairs) {
  test(`the same parts load for a lure and a genuine message: ${pair.channel}`, async ({
    browser,
    baseURL,
  }) => {
    const forLure = await loaded(browser, baseURL, pair, pair.lure);
    expect(forLure.length).toBeGreaterThan(1);
    expect(forLure).toEqual(await loaded(browser, baseURL, pair, pair.genuine));
  });
}
