import axe, { type AxeResults } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { openInbox, rows } from './round.ts';

const inboxes = [
  '#/play/first-day/first-five',
  '#/play/office/paying-day',
  '#/play/everyday-japan/holiday-trip',
];

for (const inbox of inboxes)
  test(`every message is readable in the dark theme, on any background of its author: ${inbox}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await openInbox(page, 'ja', inbox);
    for (let at = 0; at < (await rows(page).count()); at++) {
      await rows(page).nth(at).click();
      await expect(page.locator('.message')).toBeVisible();
      await page.locator('.message .region[role="button"]').last().click();
      expect(await faint(page), `message ${at}`).toEqual([]);
    }
  });

/** The texts of the open message with less contrast than WCAG 2.2 (1.4.3) asks for. */
async function faint(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run('.message', { runOnly: ['color-contrast'], resultTypes: ['violations'] })",
  );
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`),
  );
}
