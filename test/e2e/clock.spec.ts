/** The clock of the device is changed during a timed round. */
import { expect, type Page, test } from '@playwright/test';
import { rows } from './round.ts';

const hour = 3_600_000;

/** Sets the device's clock, or lets time pass for it and for the page; a reload keeps both. */
interface Device {
  readonly setClock: (by: number) => Promise<void>;
  readonly pass: (milliseconds: number) => Promise<void>;
}

async function deviceOf(page: Page): Promise<Device> {
  await page.addInitScript(() => {
    const change = (name: string): number => Number(sessionStorage.getItem(name) ?? 0);
    const { now } = Date;
    const counted = performance.now.bind(performance);
    Date.now = () => now() + change('set') + change('passed');
    // performance.now() counts from the start of the page.
    const before = change('passed');
    performance.now = () => counted() + change('passed') - before;
  });
  const add = (name: string, by: number): Promise<void> =>
    page.evaluate(
      ([what, more]) =>
        sessionStorage.setItem(what, String(Number(sessionStorage.getItem(what) ?? 0) + more)),
      [name, by] as const,
    );
  return { setClock: (by) => add('set', by), pass: (by) => add('passed', by) };
}

/** The seconds the timer shows; it shows minutes above one. */
async function left(page: Page): Promise<number> {
  const [, number = '', unit] = /(\d+) (s|min) left/.exec(await page.getByRole('timer').innerText()) ?? [];
  return Number(number) * (unit === 'min' ? 60 : 1);
}

async function beginExam(page: Page): Promise<void> {
  await page.goto('./?lang=en#/round?mode=assessment&length=2&packs=office&seed=clock&timer=60');
  await rows(page).first().click();
  await expect(page.getByRole('timer')).toContainText('left');
}

for (const by of [-hour, hour, -24 * hour, 24 * hour]) {
  test(`a clock set by ${by / hour} h neither lengthens a timer nor ends it`, async ({ page }) => {
    const device = await deviceOf(page);
    await beginExam(page);
    await device.setClock(by);
    await device.pass(20_000);
    await expect.poll(() => left(page)).toBeLessThanOrEqual(40);
    expect(await left(page)).toBeGreaterThan(20);
    // The round is left and resumed within the page.
    await page
      .getByRole('link', { name: /Home|見極め/ })
      .first()
      .click();
    await expect(page.locator('.button.big')).toBeVisible();
    await page.goBack();
    await rows(page).first().click();
    expect(await left(page)).toBeGreaterThan(20);
    expect(await left(page)).toBeLessThanOrEqual(40);
    await device.pass(60_000);
    await expect(page.locator('.result-unanswered')).toBeVisible();
  });
}

test('a clock put back before a reload gives no time, and one put back again gives none either', async ({
  page,
}) => {
  const device = await deviceOf(page);
  await beginExam(page);
  await device.pass(20_000);
  await expect.poll(() => left(page)).toBeLessThanOrEqual(40);
  for (let again = 0; again < 3; again += 1) {
    await device.setClock(-hour);
    const before = await left(page);
    await page.reload();
    await expect(page.getByRole('timer')).toContainText('left');
    expect(await left(page)).toBeLessThanOrEqual(before);
  }
  await device.pass(41_000);
  await expect(page.locator('.result-unanswered')).toBeVisible();
});

test('the time goes on while the page is closed', async ({ page }) => {
  const device = await deviceOf(page);
  await beginExam(page);
  await page.goto('./icon.svg');
  await device.pass(30_000);
  await page.goBack();
  await expect(page.getByRole('timer')).toContainText('left');
  expect(await left(page)).toBeLessThanOrEqual(30);
});
