import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
const port = 4332;
const srv = spawn('node', ['src/cli/serve-once.mjs', String(port)], { stdio: 'ignore' });
await new Promise((r) => setTimeout(r, 1500));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const plan = [[375, 812, 'dark', 'en']];
for (const [w, h, cs, lang] of plan) {
  const ctx = await b.newContext({
    viewport: { width: w, height: h },
    colorScheme: cs,
    reducedMotion: 'reduce',
    hasTouch: w < 700,
    deviceScaleFactor: 1,
  });
  const p = await ctx.newPage();
  const tag = `${w}-${cs}-${lang}`;
  const shot = async (n) => {
    await p.waitForTimeout(150);
    await p.screenshot({ path: `/tmp/h/shots/${tag}-${n}.png` });
  };
  await p.goto(`http://localhost:${port}/?lang=${lang}#/play/toolbox/inspectors`);
  await p.locator('.rows .row').first().waitFor();
  await shot('inbox');
  const n = await p.locator('.rows .row').count();
  for (let i = 0; i < n; i++) {
    await p.locator('.rows .row').nth(i).click();
    await p.locator('.message').waitFor();
    await p.waitForTimeout(150);
    await p.evaluate(() => {});
    await p.screenshot({ path: `/tmp/h/shots/${tag}-m${i}.png`, fullPage: true });
    const files = p.locator('.attachments li > button');
    for (let f = 0; f < (await files.count()); f++) {
      await files.nth(f).click();
      await p.locator('.file-sheet').waitFor();
      await shot(`m${i}-file${f}`);
      await p.keyboard.press('Escape');
      await p.locator('.file-sheet').waitFor({ state: 'detached' });
    }
    const links = p.locator('.message .link-tool');
    const c = await links.count();
    for (let l = 0; l < c; l++) {
      await links.nth(l).click();
      await p.locator('.lens-url').waitFor();
      await shot(`m${i}-lens${l}`);
      const open = p.locator('dialog .dialog-actions button');
      if (await open.count()) {
        await open.click();
        await p.locator('.browser').waitFor();
        await p.locator('.browser-certificate button').click();
        await shot(`m${i}-page${l}`);
      }
      await p.keyboard.press('Escape');
      await p.waitForTimeout(80);
    }
    if (w < 700) await p.locator('.back').click();
  }
  await ctx.close();
}
await b.close();
srv.kill();
