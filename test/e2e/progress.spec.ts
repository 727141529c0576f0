import axe, { type AxeResults } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { resultCodeOf } from '../../src/core/record/result-code.ts';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';
import { answer, openInbox, rows, words } from './round.ts';

/** What axe-core finds wrong with the page as it stands, and whether it is wider than the window. */
async function inspect(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    screen,
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    `${screen} is too wide`,
  ).toBeLessThanOrEqual(0);
}

async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Twelve players of one round, who answered messages of the shipped content. */
const codes = Array.from({ length: 12 }, (_, player) =>
  resultCodeOf(
    aRecord({
      seed: 'spring',
      passMark: 60,
      score: 40 + 5 * player,
      messages: ['first', 'second', 'third', 'fourth'].flatMap((name, at) => [
        aMessageRecord({
          message: `lure-${name}`,
          verdict: (player + at) % 3 === 0 ? 'legitimate' : 'phish',
          facts: [{ fact: 'sender', cue: 'sender-address', found: (player + at) % 3 !== 0 }],
        }),
        aMessageRecord({
          message: `mail-${name}`,
          truth: 'legitimate',
          verdict: player < 5 ? 'phish' : 'legitimate',
        }),
      ]),
    }),
  ),
).join('\n');

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a group's results are read at 320 px, ${colorScheme}, without any request`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      colorScheme,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await page.goto('./?lang=en#/group');
    await expect(page.getByRole('heading', { level: 1, name: 'A group’s results' })).toBeVisible();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel(/^Result codes/).fill(`Hello,\n${codes}\nMR1:BROKEN.`);
    await expect(page.getByText('Results read: 12.')).toBeVisible();
    await expect(page.getByText(/wrong characters: 1/)).toBeVisible();
    await page.getByLabel('Link of the round').fill('https://training.example/?mode=daily&seed=k7');
    await expect(
      page.getByRole('img', { name: 'QR code of the round’s link' }).locator('path'),
    ).toBeVisible();
    await unfold(page);
    await inspect(page, 'group');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the table as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('mikiwame-group.csv');
    expect(asked.filter((url) => baseURL === undefined || !url.startsWith(baseURL))).toEqual([]);
    await context.close();
  });
}

test('a finished round is shown under progress and can be certified, at 320 px', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 568 },
    hasTouch: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await openInbox(page, 'ja');
  const count = await rows(page).count();
  await rows(page).first().click();
  for (let at = 0; at < count; at += 1) {
    await answer(page, 'ja', at % 3 === 0 ? 'genuine' : 'phish');
    const last = at === count - 1;
    await page.getByRole('button', { name: last ? words.ja.result : words.ja.next }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: words.ja.resultTitle })).toBeVisible();
  await page.getByText('研修担当者に成績を渡す').click();
  await expect(page.getByLabel('結果コード')).toHaveValue(/^MR1:[0-9A-Z]+\.$/);
  const code = await page.getByLabel('結果コード').inputValue();
  await unfold(page);
  await inspect(page, 'result of a round');

  await page.getByRole('button', { name: 'これまでの成績を見る' }).click();
  await expect(page.getByText(`1ラウンドで${count}通を判定`)).toBeVisible();
  await unfold(page);
  await inspect(page, 'progress');

  await page.getByRole('button', { name: /みんなの成績/ }).click();
  await page.getByLabel(/^結果コード/).fill(code);
  await expect(page.getByText('1件の結果を読み取りました。')).toBeVisible();
  // The trainer's copy of the content names the messages.
  await expect(page.getByText(/この教材にないメッセージ/)).toHaveCount(0);

  await page.goBack();
  await page.getByRole('button', { name: '直近のラウンドの受講証を作る' }).click();
  await page.getByLabel('お名前', { exact: true }).fill('田中 花子');
  await expect(page.getByRole('article', { name: '受講証' })).toContainText('田中 花子 殿');
  await inspect(page, 'certificate');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '印刷・PDFで保存' })).toBeHidden();
  await expect(page.getByRole('article', { name: '受講証' })).toBeVisible();
  await context.close();
});
