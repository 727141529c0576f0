import { expect } from '@playwright/test';
import { type HostedSite, hostedSite } from '../e2e/hosted-site.ts';
import { count, flag, flagged, openFirst, playToResult, shortRound, text } from './round.ts';
import { storageFaults } from './storage-faults.ts';
import { test } from './test.ts';

let site: HostedSite;

test.beforeAll(async () => {
  site = await hostedSite();
});

test.afterAll(() => site.close());

for (const { name, keeps, script } of storageFaults) {
  test(`where ${name}, a round ${keeps ? 'is kept' : 'is played to its end, and the page says that nothing is kept'}`, async ({
    hands,
  }) => {
    const page = site.file('index.html').replace('<head>', '<head><script src="./fault.js"></script>');
    site.fail((path) => {
      if (path === 'fault.js') return { body: script, headers: { 'Content-Type': 'text/javascript' } };
      return path === '' || path === 'index.html'
        ? { body: page, headers: { 'Content-Type': 'text/html; charset=utf-8' } }
        : undefined;
    });
    const address = `${site.address()}${shortRound('en')}`;
    await hands.open(address);
    await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
    await openFirst(hands);
    await flag(hands, 1);
    await flag(hands, 3);
    const before = await hands.read(flagged());
    const said = /This device (cannot keep a record|is out of space)/;
    if (keeps) expect(await hands.read(text)).not.toMatch(said);
    else await expect.poll(() => hands.read(text)).toMatch(said);
    await hands.reload();
    if (keeps) {
      await expect.poll(() => hands.read(flagged())).toBe(before);
      await hands.open(`${site.address()}?lang=en`);
      await hands.open(address);
    }
    await expect.poll(() => hands.read(count('.rows .row'))).toBe(2);
    await playToResult(hands, 'en');
  });
}
