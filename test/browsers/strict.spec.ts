import { expect } from '@playwright/test';
import { count, playToResult, shortRound, text } from './round.ts';
import { test } from './test.ts';

test('a whole round can be played where the browser keeps nothing, and the page says so', async ({
  hands,
  baseURL,
}) => {
  await hands.open(`${baseURL}${shortRound('en')}`);
  await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
  await expect.poll(() => hands.read(text)).toContain('This device cannot keep a record');
  await playToResult(hands, 'en');
});
