import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strToU8 } from 'fflate';
import { packFileOf } from '../../src/core/packaging/pack-file.ts';
import { rows } from './round.ts';

const shipped = 'content/packs/sakura-2019';
const scenario = readFileSync(`${shipped}/scenarios/june-2019.json`, 'utf8');

/** A pack file of one shipped inbox under another name, with a hostile title. */
function packFile(): Buffer {
  const pack = JSON.parse(readFileSync(`${shipped}/pack.json`, 'utf8'));
  const title = { ja: '<img src=x onerror=alert(1)>港の教材', en: '<img src=x onerror=alert(1)>Harbour' };
  const own = { ...pack, id: 'harbour', title, scenarios: ['june-2019.json'], drills: [], lessons: [] };
  return Buffer.from(
    packFileOf(
      new Map([
        ['pack.json', strToU8(JSON.stringify(own))],
        ['scenarios/june-2019.json', strToU8(scenario)],
      ]),
    ),
  );
}

const choose = (page: Page, buffer: Buffer, name = 'harbour.mikiwame') =>
  page.getByLabel('Open a pack file').setInputFiles({ name, mimeType: 'application/zip', buffer });

test('a pack file is opened on the start page, played, kept over a reload and removed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./?lang=en');
  await choose(page, packFile());
  await expect(page.getByText(/is open\. You can play it on this device from now on/)).toBeVisible();
  await expect(page.getByText('Not part of the game')).toBeVisible();
  await page.reload();
  const card = page.getByRole('listitem').filter({ hasText: 'Not part of the game' });
  await card.getByRole('link').first().click();
  await expect(rows(page).first()).toBeVisible();
  await rows(page).first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(asked.filter((path) => path.includes('packs/opened-'))).toEqual([]);
  await page.goto('./?lang=en');
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText(/is removed from this device/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Open a pack file')).toBeVisible();
  await expect(page.getByText('Not part of the game')).toHaveCount(0);
});

test('a file that is no pack file is refused with the reason', async ({ page }) => {
  await page.goto('./?lang=en');
  await choose(page, Buffer.from('<html>'), 'page.mikiwame');
  await expect(page.getByText('“page.mikiwame” could not be opened.')).toBeVisible();
  await expect(page.getByText(/cannot be read as a zip/)).toBeVisible();
});

test('a pack file can be played where the browser stores nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('./?lang=en');
  await choose(page, packFile());
  await expect(page.getByText(/you can play it until you close this page/)).toBeVisible();
  const card = page.getByRole('listitem').filter({ hasText: 'Not part of the game' });
  await card.getByRole('link').first().click();
  await expect(rows(page).first()).toBeVisible();
});
