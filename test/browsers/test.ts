/** Playwright's `test` with hands, also for a browser that Playwright does not drive. */
import { type Page, test as base } from '@playwright/test';
import { type Driver, type Hands, handsOf } from './hands.ts';
import { startWebKit } from './webkit.ts';

/** Set by the projects of playwright.config.ts. */
export interface Browsers {
  /** Path of a WebKit driver, where that is what drives the browser. */
  readonly webKit: string | undefined;
}

export const test = base.extend<{ readonly hands: Hands }, Browsers>({
  webKit: [undefined, { option: true, scope: 'worker' }],
  hands: async ({ playwright, browserName, webKit, contextOptions, launchOptions, channel }, use) => {
    if (webKit !== undefined) {
      const { driver, close } = await startWebKit(webKit);
      await use(handsOf(driver));
      await close();
      return;
    }
    const browser = await playwright[browserName].launch({
      ...launchOptions,
      ...(channel !== undefined && { channel }),
    });
    await use(handsOf(playwrightDriver(await browser.newPage(contextOptions))));
    await browser.close();
  },
});

const playwrightDriver = (page: Page): Driver => ({
  open: async (address) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  read: (expression) => page.evaluate(expression),
  click: async (expression) => {
    const element = (await page.evaluateHandle<Element | null>(expression)).asElement();
    await element?.click({ timeout: 5_000 });
    return element !== null;
  },
});
