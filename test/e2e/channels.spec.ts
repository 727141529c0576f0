import { expect, type Page, test } from '@playwright/test';
import { faults } from './faults.ts';
import { answer, fillAnswer, type Language, openInbox, regions, rows, words } from './round.ts';

const toolbox = '#/play/toolbox/channels';

/** Where the rows stand, newest first, and how a person would judge them. */
const messages = [
  { channel: 'invitation', phish: false },
  { channel: 'voice', phish: false },
  { channel: 'invitation', phish: true },
  { channel: 'chat', phish: false },
  { channel: 'voice', phish: true },
  { channel: 'chat', phish: true },
  { channel: 'sms', phish: true },
  { channel: 'letter', phish: true },
  { channel: 'letter', phish: false },
  { channel: 'sms', phish: false },
] as const;

const genuine = { ja: '本物、たぶん', en: 'Genuine, likely' } as const;
const keep = { ja: 'そのまま', en: 'Leave it' } as const;
const back = { ja: '一覧へ', en: 'Inbox' } as const;

/** The controls of the open message, without what its author wrote. */
async function controls(page: Page): Promise<readonly string[]> {
  return page.locator('.message button:not(.link-tool), .answer .pick, .answer button').allTextContents();
}

async function judge(page: Page, language: Language, phish: boolean): Promise<void> {
  if (phish) return answer(page, language, 'phish');
  await fillAnswer(page, language, genuine[language], keep[language]);
  await expect(page.getByRole('complementary', { name: words[language].debrief })).toBeVisible();
}

for (const { language, width, height, phone } of [
  { language: 'ja', width: 1280, height: 800, phone: false },
  { language: 'en', width: 320, height: 568, phone: true },
] as const) {
  test(`every channel is played ${phone ? 'by touch' : 'by mouse'}, in ${language} at ${width} px, without axe faults`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: phone,
      reducedMotion: 'reduce',
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await openInbox(page, language, toolbox);
    await expect(rows(page)).toHaveCount(messages.length);
    expect(await faults(page)).toEqual([]);
    for (const [place, { channel, phish }] of messages.entries()) {
      // What is reported has left the inbox, what is kept stays where it was.
      const row = rows(page).nth(messages.slice(0, place).filter((earlier) => !earlier.phish).length);
      await (phone ? row.tap() : row.click());
      await expect(page.locator(`.channel.${channel}`)).toBeVisible();
      const part = regions(page).first();
      await (phone ? part.tap() : part.click());
      await expect(part).toHaveAttribute('aria-pressed', 'true');
      await (phone ? part.tap() : part.click());
      await expect(part).toHaveAttribute('aria-pressed', 'false');
      expect(await faults(page), `message ${place}`).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, `message ${place}`).toBeLessThanOrEqual(0);
      await judge(page, language, phish);
      expect(await faults(page), `debrief ${place}`).toEqual([]);
      // The debrief lies over the list.
      if (phone) await page.getByRole('button', { name: back[language], exact: true }).tap();
      else if (place < messages.length - 1) {
        await page.getByRole('button', { name: words[language].next, exact: true }).click();
      }
    }
    await context.close();
  });
}

test('a lure and a genuine message of a channel have the same controls', async ({ page }) => {
  await openInbox(page, 'ja', toolbox);
  const seen = new Map<string, string>();
  for (const [place, { channel }] of messages.entries()) {
    await rows(page).nth(place).click();
    await expect(page.locator(`.channel.${channel}`)).toBeVisible();
    const fixed = (await controls(page)).join('|');
    const kinds = await page
      .locator('[data-region^="field/"], [data-region^="slot/"]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-region')).join('|'));
    const known = seen.get(channel);
    const shape = `${fixed} ${kinds}`;
    if (known === undefined) seen.set(channel, shape);
    else expect(shape, channel).toBe(known);
  }
  expect(seen.size).toBe(5);
});
