/** Draws the pictures of the game's seal that must be bitmaps: the icon of a home screen and the card of a link. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../src/cli/install.mjs';
import { chromiumArguments, findChromium } from './chromium.mjs';

const seal = readFileSync(join(root, 'public/icon.svg'), 'utf8');
const text = `'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif`;

/** @type {readonly { name: string; width: number; height: number; scale: number; body: string }[]} */
const pictures = [
  {
    name: 'apple-touch-icon.png',
    width: 180,
    height: 180,
    scale: 1,
    body: `<div style="display:grid;place-items:center;height:180px;background:#fffdf8"><div style="width:140px;height:140px">${seal}</div></div>`,
  },
  {
    name: 'social-card.png',
    width: 1200,
    height: 630,
    scale: 2 / 3,
    body: `<div style="display:grid;grid-template-columns:1fr 300px;align-items:center;gap:40px;height:630px;padding:0 90px;background:#f5f0e6;color:#22262e;font:700 62px/1.4 ${text}">
      <div>そのメール、<br><span style="color:#b9321f">見極め</span>られますか。
      <p style="margin:28px 0 0;font-size:34px;font-weight:500;color:#545964">Can you tell the fake from the real?</p></div>
      <div style="width:300px;height:300px;rotate:-8deg">${seal}</div></div>`,
  },
];

const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath !== undefined && { executablePath }),
});
for (const { name, width, height, scale, body } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  await page.setContent(`<!doctype html><body style="margin:0">${body}`);
  writeFileSync(join(root, 'public', name), await page.screenshot());
  await page.close();
}
await browser.close();
