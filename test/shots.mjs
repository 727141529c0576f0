/** npm run shots: plays the built game and writes the pictures and the demo of the READMEs, in both languages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../src/cli/install.mjs';
import { serve } from '../src/cli/serve.mjs';
import { chromiumArguments, needChromium } from './chromium.mjs';
import { command } from './counted.mjs';
import { readPng, writeAnimation, writePng } from './png.mjs';

/** @typedef {{ readonly picture: import('./png.mjs').Picture; readonly milliseconds: number }} Frame */

if (command('vite', ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
const { address, close } = await serve({ folder: join(root, 'dist'), port: 0 });
const browser = await chromium.launch({ args: chromiumArguments, executablePath: needChromium() });
for (const language of ['ja', 'en']) {
  write(`play-${language}.png`, writePng(await still(language)));
  write(`demo-${language}.png`, writeAnimation(await demo(language)));
}
await browser.close();
close();

function write(name, file) {
  writeFileSync(join(root, '.github', name), file);
  console.log(`.github/${name}: ${Math.round(file.length / 1000)} kB`);
}

/** A message with flags on its sender and on a sentence, and the dock. */
async function still(language) {
  const { page, message } = await openFirst(language, { width: 1280, height: 800 });
  await stampFirst(page, message);
  await message.locator('.region').nth(8).click();
  await page.locator('.tool-button').first().click();
  await page.locator('.seals input').nth(1).check();
  await page.locator('.seals').hover();
  const picture = readPng(await page.screenshot({ animations: 'disabled' }));
  await page.context().close();
  return picture;
}

/** One message from its opening to the explanation of each clue, and the result. */
async function demo(language) {
  const { page, message } = await openFirst(language, { width: 1120, height: 720 });
  /** @type {Frame[]} */
  const frames = [];
  const shoot = async (milliseconds) => {
    frames.push({ picture: readPng(await page.screenshot({ animations: 'disabled' })), milliseconds });
  };
  await shoot(1_600);
  await message.locator('.link-tool').first().click();
  await page.locator('.lens-url').waitFor();
  await shoot(2_200);
  await page.keyboard.press('Escape');
  await stampFirst(page, message);
  await shoot(900);
  await page.locator('.tool-button').first().click();
  await shoot(700);
  await page.locator('.seals input').nth(1).check();
  await shoot(900);
  await page.locator('.stamp-it').click();
  await page.locator('.verdict-moment').waitFor();
  for (const [time, milliseconds] of [
    [300, 350],
    [700, 350],
    [1_000, 500],
  ]) {
    await holdAnimations(page, time);
    frames.push({ picture: readPng(await page.screenshot({ animations: 'allow' })), milliseconds });
  }
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await page.locator('.verdict-moment').waitFor({ state: 'detached' });
  await shoot(2_200);
  const steps = page.locator('.step-dot');
  for (let step = 1; step < (await steps.count()); step += 1) {
    await steps.nth(step).click();
    await shoot(1_800);
  }
  await page.context().close();
  return frames;
}

/** The first message of the first inbox, with everything loaded. */
async function openFirst(language, viewport) {
  const context = await browser.newContext({ viewport, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`${address}?lang=${language}#/play/first-day/first-five`);
  await page.locator('.rows .row').first().click();
  const message = page.locator('.message');
  await message.locator('.region').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { page, message };
}

/** Stamps the sender's address, and wants no sound. */
async function stampFirst(page, message) {
  await message.locator('.region').nth(2).click();
  await page.locator('.ask-sound button').last().click();
}

/** Stops every animation at a time after its beginning, in milliseconds. */
function holdAnimations(page, time) {
  return page.evaluate((milliseconds) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = milliseconds;
    }
  }, time);
}
