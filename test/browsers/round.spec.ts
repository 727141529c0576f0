import { expect } from '@playwright/test';
import type { Language } from '../e2e/round.ts';
import { count, flag, flagged, openFirst, playToResult, shortRound } from './round.ts';
import { test } from './test.ts';

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`a whole round in ${language}, recorded under progress`, async ({ hands, baseURL }) => {
    await hands.open(`${baseURL}${shortRound(language)}`);
    await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
    await playToResult(hands, language);
    await hands.open(`${baseURL}?lang=${language}#/progress`);
    await expect.poll(() => hands.read(count('.progress-page > .insight-lead'))).toBe(1);
  });
}

test('a reload goes on with the round where it was', async ({ hands, baseURL }) => {
  await hands.open(`${baseURL}${shortRound('en')}`);
  await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
  await openFirst(hands);
  await flag(hands, 1);
  await flag(hands, 4);
  const before = await hands.read(flagged());
  await hands.reload();
  await expect.poll(() => hands.read(flagged())).toBe(before);
});

test('a flag set in the moment in which the page ends is kept', async ({ hands, baseURL }) => {
  await hands.open(`${baseURL}${shortRound('en')}`);
  await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
  await openFirst(hands);
  for (const at of [1, 3, 5]) {
    // Some drivers lose the answer together with the page.
    const ending = hands.read(`(() => {
      const region = document.querySelectorAll('.message .region[role="button"]')[${at}];
      window.isOld = true;
      region.click();
      location.reload();
      return region.dataset.region;
    })()`);
    await ending.catch(() => undefined);
    const isNew = `!('isOld' in window) && ${count('.message .region.flagged')} > 0`;
    // The page cannot be read while the new one takes its place.
    await expect.poll(() => hands.read(isNew).catch(() => false)).toBe(true);
    await expect
      .poll(() =>
        hands.read(`document.querySelectorAll('.message .region[role="button"]')[${at}].ariaPressed`),
      )
      .toBe('true');
  }
});
