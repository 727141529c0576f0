/** Visits every screen, sheet and dialog of the game, by structure only, so that it works in any language. */
import { expect, type Page } from '@playwright/test';
import { resultCodeOf } from '../../src/core/record/result-code.ts';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';
import { aPageMessage, pages } from '../fixtures/page-message.ts';
import { type Language, unfoldAnswer } from './round.ts';

type Visit = (screen: string) => Promise<void>;

/** Results of three players, as a trainer receives them. */
export const groupCodes = Array.from({ length: 3 }, (_, player) =>
  resultCodeOf(
    aRecord({
      passMark: 60,
      score: 50 + 10 * player,
      messages: ['first', 'second', 'third', 'fourth'].map((name, at) =>
        aMessageRecord({
          message: `lure-${name}`,
          verdict: (player + at) % 3 === 0 ? 'legitimate' : 'phish',
          facts: [{ fact: 'sender', cue: 'sender-address', found: (player + at) % 3 !== 0 }],
        }),
      ),
    }),
  ),
).join('\n');

/** `visit` is called at each place, with its name; `language` is only put into addresses. */
export async function everyScreen(page: Page, language: Language, visit: Visit): Promise<void> {
  const go = (hash: string): Promise<unknown> => page.goto(`./?lang=${language}${hash}`);
  const main = page.getByRole('main');
  await screensOutsideRounds(page, go, visit);

  await serveEveryPage(page);
  await go('#/play/toolbox/inspectors');
  await expect(page.locator('.rows .row').first()).toBeVisible();
  await visit('inbox');
  await page.locator('.folders > button').click();
  await expect(page.locator('.reference .entries')).toBeVisible();
  await visit('reference');
  await closeDialog(page);
  await inspectors(page, visit);
  await answering(page, visit);

  await go('#/play/toolbox/channels');
  await expect(page.locator('.row-channel').first()).toBeVisible();
  const count = await page.locator('.rows .row').count();
  for (let at = 0; at < count; at += 2) {
    await openRow(page, at);
    await visit(`channel ${at}`);
  }

  await go('#/round?mode=assessment&length=3&genuine=1&timer=600&passMark=0&packs=office&seed=walk');
  await expect(page.getByRole('timer')).toBeVisible();
  await visit('dealt round');
  // A reported message leaves the list.
  for (let at = 0; at < 3; at += 1) {
    await openRow(page, 0);
    await giveAnswer(page);
    await visit(`kept answer ${at}`);
  }
  await backToList(page);
  await page.locator('.list-end .button').click();
  await expect(page.locator('.result-hero')).toBeVisible();
  await unfold(page);
  await visit('result');
  await main.locator('.result-ways .button.main').click();
  await expect(page.locator('.certificate')).toBeVisible();
  await visit('certificate');
  await go('#/progress');
  await expect(main.locator('h2').first()).toBeVisible();
  await unfold(page);
  await visit('progress');
}

async function screensOutsideRounds(
  page: Page,
  go: (hash: string) => Promise<unknown>,
  visit: Visit,
): Promise<void> {
  await go('#/');
  await expect(page.locator('.button.big')).toBeEnabled();
  await page.locator('.code-start summary').click();
  await expect(page.locator('.code-entry input')).toBeVisible();
  await expect(page.locator('.hero-part').first()).toBeVisible();
  await visit('start');
  for (const shelf of ['drills', 'lessons']) {
    await page.locator(`[data-shelf="${shelf}"]`).click();
    await visit(`start, ${shelf}`);
  }
  await go('#/settings');
  await expect(page.getByRole('main').locator('h2').first()).toBeVisible();
  await visit('settings');
  await go('#/plan');
  // A fixed seed: without one, each visit deals another round.
  await page.locator('.plan-seed input').fill('walk');
  await expect(page.locator('.take-away input')).toHaveValue(/seed=walk/);
  await expect(page.locator('.planned tbody tr').first()).toBeVisible();
  await visit('plan');
  await go('#/group');
  await page.locator('textarea').fill(groupCodes);
  await page.locator('input[type="url"]').fill('https://training.example/?mode=daily&seed=k7');
  await expect(page.locator('.round-qr path')).toBeVisible();
  await unfold(page);
  await visit('group');
  await go('#/diagnosis');
  await expect(page.locator('.diagnosis dl')).toBeVisible();
  await visit('diagnosis');
  await go('#/teach/office/paying-day/catalogue-meeting');
  await expect(page.locator('.teaching .cards').first()).toBeVisible();
  await unfold(page);
  await visit('teach');
  await go('#/lesson/sakura-2019/postcard');
  await expect(page.locator('.lesson-page')).toBeVisible();
  await visit('lesson');
  await go('#/drill/sakura-2019/june-2019/own-account-sends-spam');
  await page.locator('.step').first().click();
  await visit('drill');
  await page.locator('.sheet .button.main').click();
  await visit('drill explained');
  await go('#/drill/first-aid/password-typed');
  await expect(page.getByRole('main').locator('h1')).toBeVisible();
  await visit('drill by turns');
  await go('#/play/sakura-2019/not-there');
  await expect(page.getByRole('main').getByRole('heading')).toBeVisible();
  await visit('problem');
}

/** A mail's details, its files, links, pages and the places to check with. */
async function inspectors(page: Page, visit: Visit): Promise<void> {
  const dialog = page.getByRole('dialog').last();
  await openRow(page, { has: ':scope > svg' });
  await page.locator('.message-tools button').first().click();
  await expect(page.locator('.details')).toBeVisible();
  await page.locator('.headers-tools button').first().click();
  await page.locator('.message-tools button').nth(1).click();
  await expect(page.locator('.source')).toBeVisible();
  await page.locator('.message .region').nth(2).click();
  await visit('message with details and source');
  await page.locator('.headers-tools button').last().click();
  await expect(page.locator('.programs')).toBeVisible();
  await visit('card of mail programs');
  await closeDialog(page);
  await page.locator('.attachments .button').first().click();
  await expect(page.locator('.file-sheet')).toBeVisible();
  await visit('file');
  await page.locator('.file-bar .button').click();
  await visit('file opened');
  await closeDialog(page);
  await unfoldAnswer(page);
  await page.locator('.tool-button').nth(4).click();
  await page.locator('.verify-more').click();
  const places = page.locator('.verify-place');
  await expect(places.first()).toBeVisible();
  const count = await places.count();
  for (let at = 0; at < count; at += 1) await places.nth(at).click();
  await expect(page.locator('.verify .entries')).toBeVisible();
  await visit('places to check with');
  await closeDialog(page);

  await openRow(page, -1);
  const tools = page.locator('.message .link-tool');
  for (let at = 0; at < pages.length; at += 1) {
    await tools.nth(at).click();
    if (at === 0) {
      await page.locator('.look-up > button').click();
      await expect(page.locator('.look-up .entries')).toBeVisible();
      await visit('link');
    }
    await dialog.locator('.dialog-actions button').click();
    await page.locator('.browser-certificate button').click();
    await expect(page.locator('.browser-page')).toBeVisible();
    await visit(`page ${at}`);
    if (at === 0) {
      await page.locator('.browser-page .button.small').first().click();
      await expect(page.locator('.aftermath')).toBeVisible();
      await visit('what would have happened');
    }
    await closeDialog(page);
  }
}

/** The answer and its debrief. */
async function answering(page: Page, visit: Visit): Promise<void> {
  await unfoldAnswer(page);
  await visit('answer unfolded');
  await page.locator('.message .region').nth(1).click();
  await giveAnswer(page);
  await expect(page.locator('.first-sight')).toBeVisible();
  await visit('first sight of the debrief');
  await page.locator('.everything > summary').click();
  await page.locator('.voices button').last().click();
  await unfold(page);
  await visit('debrief');
}

async function giveAnswer(page: Page): Promise<void> {
  await unfoldAnswer(page);
  await page.locator('.seals input').first().click();
  await page.locator('.tool-button').first().click();
  await page.locator('.stamp-it').click();
  await expect(page.locator('.answer')).toHaveCount(0);
}

/** Opens a message by its place in the list or by what its row has. */
async function openRow(page: Page, which: number | { readonly has: string }): Promise<void> {
  await backToList(page);
  const rows = page.locator('.rows .row');
  await (
    typeof which === 'number' ? rows.nth(which) : rows.filter({ has: page.locator(which.has) }).first()
  ).click();
  await expect(page.locator('.message .region').first()).toBeVisible();
}

/** In narrow frames, the message or its debrief replaces the list. */
async function backToList(page: Page): Promise<void> {
  const back = page.locator(':is(.pane > .back, .debrief-back):visible');
  if ((await back.count()) > 0) await back.click();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Puts a message with a page of every kind behind the others of an inbox. */
async function serveEveryPage(page: Page): Promise<void> {
  await page.route('**/content/packs/toolbox/scenarios/inspectors.json', async (route) => {
    const scenario = await (await route.fetch()).json();
    scenario.messages.push({ ...aPageMessage(), id: 'every-page', sent: '2020-11-19T16:00:00+09:00' });
    await route.fulfill({ json: scenario });
  });
}
