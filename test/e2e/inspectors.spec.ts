import { expect, type Locator, type Page, test } from '@playwright/test';
import { aPageMessage, pages } from '../fixtures/page-message.ts';
import { faults } from './faults.ts';
import { chooseTool, type Language, openInbox, rows, words } from './round.ts';

const inspectors = '#/play/toolbox/inspectors';
const subjects = {
  files: { ja: /小間図面の差し替え/, en: /revised stand drawing/ },
  code: { ja: /exhibitors:0031/, en: /exhibitors:0031/ },
  proof: { ja: /値札の校正紙/, en: /Proof of the price tags/ },
} as const;
const subjectOfPages = { ja: 'ページの一式', en: 'Every page' } as const;
const back = { ja: '一覧へ', en: 'Inbox' } as const;

/** Serves the inbox with one more message, which leads to a page of every kind. */
async function serveEveryPage(page: Page): Promise<void> {
  await page.route('**/content/packs/toolbox/scenarios/inspectors.json', async (route) => {
    const scenario = await (await route.fetch()).json();
    const sent = '2026-11-19T16:00:00+09:00';
    scenario.messages.push({ ...aPageMessage(), id: 'every-page', subject: subjectOfPages, sent });
    await route.fulfill({ json: scenario });
  });
}

for (const { language, width } of [
  { language: 'ja', width: 1280 },
  { language: 'en', width: 320 },
] as const satisfies readonly { readonly language: Language; readonly width: number }[]) {
  test(`every inspector is free of axe faults and fits, in ${language} at ${width} px`, async ({ page }) => {
    const phone = width < 720;
    await page.setViewportSize({ width, height: phone ? 568 : 800 });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: language === 'en' ? 'dark' : 'light' });
    await serveEveryPage(page);
    await openInbox(page, language, inspectors);
    const dialog = page.getByRole('dialog').last();
    const inspect = async (place: string): Promise<void> => {
      expect(await faults(page), place).toEqual([]);
      const overflow = await page.evaluate(() =>
        [
          document.documentElement,
          ...document.querySelectorAll('[role=dialog] .dialog-body, dialog[open] .dialog-body'),
        ].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      );
      expect(Math.max(...overflow), `${place} is too wide`).toBeLessThanOrEqual(0);
    };
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const open = async (subject: RegExp | string): Promise<void> => {
      const returns = page.getByRole('button', { name: back[language], exact: true });
      if (phone && (await returns.isVisible())) await returns.click();
      await rows(page).filter({ hasText: subject }).click();
      await expect(page.locator('.message')).toBeVisible();
    };
    const through = async (opener: Locator, part: string, place: string): Promise<void> => {
      await opener.click();
      await expect(page.locator(part)).toBeVisible();
      await inspect(place);
      await close();
    };

    await open(subjects.files[language]);
    await page.locator('.message-tools button').first().click();
    await page.locator('.headers-tools button').first().click();
    await page.locator('.message-tools button').nth(1).click();
    await expect(page.locator('.source')).toBeVisible();
    await inspect('details with readings, and the original');
    await through(page.locator('.headers-tools button').nth(1), '.programs', 'card of mail programs');
    for (const file of [0, 1]) {
      await through(page.locator('.attachments .button').nth(file), '.file-sheet', `file ${file}`);
    }
    await chooseTool(page, words[language].verify);
    await dialog.locator('.verify-more').click();
    for (const place of [0, -1]) await dialog.locator('.verify-place').nth(place).click();
    await inspect('places to check with');
    await close();

    await open(subjects.code[language]);
    await through(page.locator('.message .qr').getByRole('button').last(), '.lens-url', 'code in the lens');
    await open(subjects.proof[language]);
    await through(page.locator('.message .link-tool').first(), '.glyphs', 'look-alikes in the lens');
    await through(page.locator('.attachments .button').first(), '.file-bar.warning', 'file with a bar');

    await open(subjectOfPages[language]);
    for (const { id } of pages) {
      await page
        .locator('.message')
        .getByRole('button', { name: new RegExp(`[:：] ?${id}$`) })
        .click();
      await dialog.locator('.dialog-actions button').click();
      await page.locator('.browser-certificate button').click();
      await inspect(`page ${id} with its certificate`);
      await close();
    }
    await page.locator('.message .link-tool').first().click();
    await dialog.locator('.dialog-actions button').click();
    await page.locator('.browser-page .button.small').first().click();
    await expect(page.locator('.aftermath h3').first()).toBeFocused();
    await inspect('what would have happened');
  });
}
