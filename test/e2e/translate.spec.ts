/** A page under a translator shows the same sentences and numbers as without, and never breaks. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { everyScreen } from './every-screen.ts';
import { type Language, openInbox, rows } from './round.ts';
import { textOf, translate } from './translator.ts';

/** The text of a page after it has stopped changing. */
async function settled(page: Page): Promise<string> {
  let before = '';
  await expect
    .poll(async () => {
      const now = await textOf(page);
      const isSettled = now === before && (await page.locator('.waiting').count()) === 0;
      before = now;
      return isSettled;
    })
    .toBe(true);
  return before;
}

/** Calls `see` at a screen in each language, the first one first and last; in one language if a dialog covers the bar. */
async function inBothLanguages(page: Page, see: (language: Language) => Promise<void>): Promise<void> {
  const language = (await page.locator('html').getAttribute('lang')) === 'ja' ? 'ja' : 'en';
  await see(language);
  if ((await page.getByRole('dialog').count()) > 0) return;
  for (const other of [language === 'ja' ? 'en' : 'ja', language] as const) {
    await page.locator(`.top-bar [lang="${other}"]:is(button)`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', other);
    await see(other);
  }
}

interface Seen {
  readonly texts: ReadonlyMap<string, string>;
  readonly errors: readonly string[];
}

async function walk(
  browser: Browser,
  { language, translator, baseURL }: Walk,
  expected?: ReadonlyMap<string, string>,
): Promise<Seen> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  if (translator !== 'none') await translate(page, translator === 'harsh');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const texts = new Map<string, string>();
  await everyScreen(page, language, (screen) => {
    let turn = 0;
    return inBothLanguages(page, async (at) => {
      const name = `${screen}, ${at} (${(turn += 1)})`;
      const wanted = expected?.get(name);
      if (wanted === undefined) texts.set(name, await settled(page));
      else await expect.poll(() => textOf(page), name).toBe(wanted);
    });
  });
  await context.close();
  return { texts, errors };
}

interface Walk {
  readonly language: Language;
  readonly translator: 'none' | 'gentle' | 'harsh';
  readonly baseURL: string | undefined;
}

for (const { language, translator } of [
  { language: 'ja', translator: 'gentle' },
  { language: 'en', translator: 'harsh' },
] as const) {
  test(`every screen stays true under a ${translator} translator, from ${language} to the other language and back`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const { texts } = await walk(browser, { language, translator: 'none', baseURL });
    const { errors } = await walk(browser, { language, translator, baseURL }, texts);
    expect(texts.size).toBeGreaterThan(60);
    expect(errors).toEqual([]);
  });
}

test('answer and progress of a translated page are up to date', async ({ page }) => {
  await translate(page);
  await openInbox(page, 'en');
  await rows(page).first().click();
  const sealRow = page.locator('.seals');
  await sealRow.locator('input').first().click();
  await sealRow.locator('input').first().press('ArrowRight');
  await expect(sealRow.locator('input').nth(1)).toBeChecked();
  await page.reload();
  await expect(page.locator('.message .region').first()).toBeVisible();
  await expect(sealRow.locator('input').nth(1)).toBeChecked();
  await page.locator('.tool-button').first().click();
  await page.locator('.stamp-it').click();
  await page.locator('.everything > summary').click();
  await expect(page.locator('.debriefed')).toContainText('75%');
  await expect(page.locator('.progress span')).toHaveText(/^1 \/ \d+$/);
});

test('a translator leaves the words, addresses and codes of a message alone, and translates the game', async ({
  page,
}) => {
  await translate(page);
  await openInbox(page, 'ja');
  await rows(page).first().click();
  await expect(page.locator('.message .region').first()).toBeVisible();
  await page.locator('.message-tools button').first().click();
  await page.locator('.message-tools button').nth(1).click();
  await expect(page.locator('.source')).toBeVisible();
  await page.locator('.message .link-tool').first().click();
  await expect(page.locator('.lens-url')).toBeVisible();
  const translated = await page
    .locator(
      '.message .body, .subject, .sender .region, .details .header-value, .source, .lens-url, .row-subject',
    )
    .evaluateAll((parts) =>
      parts.filter((part) => part.textContent?.includes('⟦')).map((part) => part.outerHTML),
    );
  // Missing parts of a mail are named in the game's own words.
  expect(translated.filter((part) => !part.includes('⟦（なし）⟧'))).toEqual([]);
  await expect(page.locator('.dialog-head h2')).toContainText('⟦');
});
