/** A round as a person plays it, in words of the interface that the Playwright tests use too. */
import { expect } from '@playwright/test';
import { type Language, words } from '../e2e/round.ts';
import type { Hands } from './hands.ts';

/** A short round, always of the same messages. */
export const shortRound = (language: Language): string =>
  `?lang=${language}#/round?mode=training&packs=office&length=2&seed=browsers`;

export const count = (css: string): string => `document.querySelectorAll(${JSON.stringify(css)}).length`;

/** The regions of the open message that are flagged. */
export const flagged = (): string =>
  "[...new Set([...document.querySelectorAll('.message .region.flagged')].map((one) => one.dataset.region))].join()";

/** All that the page says. */
export const text = 'document.body.innerText';

export async function openFirst(hands: Hands): Promise<void> {
  await hands.press({ css: '.rows .row' });
  await expect.poll(() => hands.read(count('.message .region[role="button"]'))).toBeGreaterThan(0);
}

/** Presses the part of the open message that is at this place, and waits for its flag. */
export async function flag(hands: Hands, at: number): Promise<void> {
  const before = await hands.read(flagged());
  await hands.press({ css: '.message .region[role="button"]', at });
  await expect.poll(() => hands.read(flagged())).not.toBe(before);
}

/** Answers the open message with the seal for likely, and passes over the question why, if it is asked. */
export async function answer(hands: Hands, language: Language, verdict: 'phish' | 'genuine'): Promise<void> {
  const said = words[language];
  await hands.press({ css: '.seals .pick', at: verdict === 'phish' ? 1 : 4 });
  await hands.press({ css: '.tool-button', name: said.report });
  await hands.press({ css: '.stamp-it', name: said.answer });
  await expect
    .poll(() => hands.read(count('.reason, [aria-label="' + said.debrief + '"]')))
    .toBeGreaterThan(0);
  if ((await hands.read(count('.reason'))) === 1) await hands.press({ css: '.reason-choices button' });
  await expect.poll(() => hands.read(count(`[aria-label="${said.debrief}"]`))).toBe(1);
}

/** From the list of a round to its result. */
export async function playToResult(hands: Hands, language: Language): Promise<void> {
  const said = words[language];
  const messages = Number(await hands.read(count('.rows .row')));
  await openFirst(hands);
  for (let message = 0; message < messages; message += 1) {
    await flag(hands, 1);
    await answer(hands, language, message % 2 === 0 ? 'phish' : 'genuine');
    await hands.press({ css: 'button', name: message === messages - 1 ? said.result : said.next });
  }
  await expect.poll(() => hands.read(count('.result-list li'))).toBe(messages);
}
