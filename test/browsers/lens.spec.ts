import { expect } from '@playwright/test';
import { count, openFirst } from './round.ts';
import { test } from './test.ts';

const inbox = '?lang=en#/play/first-day/first-five';
const loupe = { css: '.message .link-tool' };
const isOpen = count('.popover:popover-open');

/** Whether the whole lens is in the window and right of its link, or else over it with the link in sight. */
const lies = `(() => {
  const lens = document.querySelector('.popover').getBoundingClientRect();
  const link = document.querySelector('.message .link-tool').getBoundingClientRect();
  const isWhole = lens.left >= 0 && lens.top >= 0 && lens.right <= innerWidth && lens.bottom <= innerHeight;
  const isClear = lens.left >= link.right || lens.right <= link.left || lens.top >= link.bottom || lens.bottom <= link.top;
  return isWhole && isClear && lens.width > 300;
})()`;

const copied = `(() => {
  getSelection().selectAllChildren(document.querySelector('.lens-url'));
  const text = getSelection().toString().trim();
  getSelection().removeAllRanges();
  return text;
})()`;

test('the lens lies beside its link, shows an address that copies as it is, and leaves the message in use', async ({
  hands,
  baseURL,
}) => {
  await hands.open(`${baseURL}${inbox}`);
  await expect.poll(() => hands.read(count('.rows .row'))).toBe(5);
  await openFirst(hands);
  await hands.press(loupe);
  await expect.poll(() => hands.read(isOpen)).toBe(1);
  expect(await hands.read(lies)).toBe(true);
  expect(await hands.read("document.activeElement.matches('.popover')")).toBe(true);
  expect(await hands.read(copied)).toBe('https://kamome-redelivery.example.net/pay');

  await hands.press({ css: '.popover button', name: 'Close' });
  await expect.poll(() => hands.read(count('.popover'))).toBe(0);
  expect(await hands.read("document.activeElement.matches('.message .link-tool')")).toBe(true);

  await hands.press(loupe);
  await expect.poll(() => hands.read(isOpen)).toBe(1);
  await hands.press({ css: '.message .region[role="button"]', at: 1 });
  await expect.poll(() => hands.read(count('.popover'))).toBe(0);
  await expect.poll(() => hands.read(count('.message .region.flagged'))).toBeGreaterThan(0);
});
