import { expect, type Page, test } from '@playwright/test';
import { everyScreen } from './every-screen.ts';
import type { Language } from './round.ts';

interface Field {
  readonly where: string;
  readonly size: number;
  readonly typed: boolean;
  readonly lacks: readonly string[];
}

/** The visible fields, their size in CSS pixels, and what they let the device guess. */
const fieldsOf = (page: Page): Promise<readonly Field[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('input, select, textarea')].map((field) => {
      const typed = field.matches('textarea, input:not([type="checkbox"], [type="radio"], [type="file"])');
      const asked = typed && !field.hasAttribute('readonly');
      return {
        where: field.outerHTML.slice(0, 120),
        size: Number.parseFloat(getComputedStyle(field).fontSize),
        typed,
        lacks: [...(typed ? ['spellcheck'] : []), ...(asked ? ['autocomplete', 'autocorrect'] : [])].filter(
          (name) => !['false', 'off'].includes(field.getAttribute(name) ?? ''),
        ),
      };
    }),
  );

for (const { language, textSize } of [
  { language: 'ja', textSize: 100 },
  { language: 'en', textSize: 80 },
] as const satisfies readonly { readonly language: Language; readonly textSize: number }[]) {
  test(`no field of any screen makes a phone zoom in or correct what is typed, ${language}, text at ${textSize}%`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await page.addInitScript((percent) => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = `${percent}%`;
      });
    }, textSize);
    const seen = new Set<string>();
    await everyScreen(page, language, async (screen) => {
      for (const { where, size, lacks } of await fieldsOf(page)) {
        seen.add(screen);
        expect(size, `${screen}: ${where}`).toBeGreaterThanOrEqual(16);
        expect(lacks, `${screen}: ${where}`).toEqual([]);
      }
    });
    expect([...seen]).toEqual(
      expect.arrayContaining(['start', 'plan', 'group', 'certificate', 'answer unfolded', 'link']),
    );
    await context.close();
  });
}

test('the device turns no number, date or address of a mail into a link', async ({ page }) => {
  await page.goto('./');
  const content = await page.locator('meta[name="format-detection"]').getAttribute('content');
  expect(content?.split(/,\s*/).toSorted()).toEqual(['address=no', 'date=no', 'email=no', 'telephone=no']);
});
