/** A round as a person plays it, by what is on screen. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type Language = 'ja' | 'en';

export const words = {
  ja: {
    phish: 'フィッシング、たぶん',
    genuine: '正規のメール、たぶん',
    answer: '判を押す',
    decide: '判定する',
    next: '次のメッセージへ',
    result: '結果を見る',
    resultTitle: 'ラウンドの成績',
    verify: '確かめる',
    debrief: '振り返り',
    report: '報告',
    reading: 'メッセージ',
  },
  en: {
    phish: 'Phishing, likely',
    genuine: 'Genuine, likely',
    answer: 'Stamp it',
    decide: 'Decide',
    next: 'Next message',
    result: 'See the result',
    resultTitle: 'Your round',
    verify: 'Check',
    debrief: 'Debrief',
    report: 'Report',
    reading: 'Message',
  },
} as const;

export const inbox = '#/play/sakura-2019/may-june-2019';

export async function openInbox(page: Page, language: Language, route = inbox): Promise<void> {
  await page.goto(`./?lang=${language}${route}`);
  await expect(rows(page).first()).toBeVisible();
}

/** Opens the settings by the bar's menu, in English. */
export async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
}

export const rows = (page: Page): Locator => page.locator('.rows .row');

/** The flaggable parts of the open message, in reading order. */
export const regions = (page: Page): Locator => page.locator('.message .region[role="button"]');

/** Unfolds the answer where it is folded, as in a low frame. */
export async function unfoldAnswer(within: Page | FrameLocator): Promise<void> {
  await expect(within.locator('.dock')).toBeVisible();
  const toggle = within.locator('.dock-toggle[aria-expanded="false"]');
  if (await toggle.isVisible()) await toggle.click();
}

/** Chooses a tool of the mail client by its name. */
export async function chooseTool(within: Page | FrameLocator, name: string): Promise<void> {
  await unfoldAnswer(within);
  await within.locator('.toolbar').getByRole('radio', { name, exact: true }).click();
}

/** Fills in the answer and submits it, on a page or in a frame. */
export async function fillAnswer(
  within: Page | FrameLocator,
  language: Language,
  verdict: string,
  tool: string = words[language].report,
): Promise<void> {
  await chooseTool(within, tool);
  await within.locator('.seals').getByRole('radio', { name: verdict, exact: true }).click();
  await within.getByRole('button', { name: words[language].answer, exact: true }).click();
}

/** Gives an answer and waits for its debrief. */
export async function answer(
  within: Page | FrameLocator,
  language: Language,
  verdict: 'phish' | 'genuine',
): Promise<void> {
  await fillAnswer(within, language, words[language][verdict]);
  await expect(within.getByRole('complementary', { name: words[language].debrief })).toBeVisible();
}
