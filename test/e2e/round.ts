/** A round as a person plays it, by what is on screen. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type Language = 'ja' | 'en';

export const words = {
  ja: {
    phish: 'フィッシング、たぶん',
    genuine: '正規のメール、たぶん',
    answer: '回答する',
    decide: '判定する',
    next: '次のメッセージへ',
    result: '結果を見る',
    resultTitle: 'ラウンドの成績',
    action: 'どう対応しますか',
    debrief: '振り返り',
    report: '窓口に報告する',
    reading: 'メッセージ',
  },
  en: {
    phish: 'Phishing, likely',
    genuine: 'Genuine, likely',
    answer: 'Answer',
    decide: 'Decide',
    next: 'Next message',
    result: 'See the result',
    resultTitle: 'Your round',
    action: 'What would you do?',
    debrief: 'Debrief',
    report: 'Report it',
    reading: 'Message',
  },
} as const;

export const inbox = '#/play/sakura-2019/may-june-2019';

export async function openInbox(page: Page, language: Language, route = inbox): Promise<void> {
  await page.goto(`./?lang=${language}${route}`);
  await expect(rows(page).first()).toBeVisible();
}

export const rows = (page: Page): Locator => page.locator('.rows .row');

/** The flaggable parts of the open message, in reading order. */
export const regions = (page: Page): Locator => page.locator('.message .region[role="button"]');

/** Fills the answer in and gives it; on a phone the answer is behind a button. */
export async function answer(
  page: Page,
  language: Language,
  verdict: 'phish' | 'genuine',
  phone = false,
): Promise<void> {
  if (phone) await page.getByRole('button', { name: words[language].decide, exact: true }).tap();
  await giveAnswer(page, phone ? page.getByRole('dialog') : page.locator('.answer-wide'), language, verdict);
}

/** Gives an answer at the place that takes it, on a page or in a frame of one. */
export async function giveAnswer(
  within: Page | FrameLocator,
  place: Locator,
  language: Language,
  verdict: 'phish' | 'genuine',
): Promise<void> {
  const { answer: submit, action, report, debrief } = words[language];
  await place.getByRole('radio', { name: words[language][verdict], exact: true }).click();
  await place.getByLabel(action).selectOption({ label: report });
  await place.getByRole('button', { name: submit, exact: true }).click();
  await expect(within.getByRole('complementary', { name: debrief })).toBeVisible();
}
