/**
 * `npm run fuzz -- --seconds 60 [--seed N] [--only NAME]` tries every reader of untrusted input against its laws.
 * `--growth` measures how the time of every reader grows; `--browser [--files 1300]` opens hostile files in the built game.
 * Both take `--part 2/5` for a fifth of the work.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { root } from '../../src/cli/install.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { chromiumArguments, needChromium } from '../chromium.mjs';
import { watch } from './browser.ts';
import { growths, isTooSteep, sizes } from './growth.ts';
import { frozenFiles, hostileFiles } from './hostile-files.ts';
import { readers } from './readers.ts';
import { targets } from './targets.ts';

/** Milliseconds of processor time that one input may take. */
const longest = 2_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    files: { type: 'string', default: '1300' },
    part: { type: 'string', default: '1/1' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const [part, parts] = values.part.split('/').map(Number);
/** Whether an item belongs to the part asked for: `--part 2/5` takes every fifth, from the second on. */
const isInPart = (_, index) => index % parts === part - 1;

if (values.growth) process.exitCode = growth(values.only) ? 0 : 1;
else if (values.browser) process.exitCode = (await inBrowser(seed, Number(values.files))) ? 0 : 1;
else process.exitCode = fuzz(seed, Number(values.seconds), values.only) ? 0 : 1;

/** Gives each target its share of the time. */
function fuzz(seed, seconds, only) {
  const chosen = targets.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) {
    console.error(`No fuzzer is called ${only}. There are: ${targets.map(({ name }) => name).join(', ')}`);
    return false;
  }
  console.log(`Seed ${seed}; the same seed tries the same inputs.`);
  const failed = chosen.filter(({ name, check }) => {
    const begun = performance.now();
    const { inputs, slowest, failure } = check({ seed, milliseconds: (seconds * 1_000) / chosen.length });
    const perSecond = Math.round(inputs / ((performance.now() - begun) / 1_000));
    console.log(
      `${name.padEnd(18)} ${inputs} inputs, ${perSecond} a second, slowest ${Math.round(slowest)} ms`,
    );
    if (failure !== undefined) console.log(`  FAILED ${failure.why}\n  with ${failure.input}`);
    if (slowest > longest) console.log(`  FAILED an input took ${Math.round(slowest)} ms`);
    return failure !== undefined || slowest > longest;
  });
  console.log(
    failed.length === 0 ? 'No law was broken.' : `Broken: ${failed.map(({ name }) => name).join(', ')}`,
  );
  return failed.length === 0;
}

function growth(only) {
  console.log(
    `Milliseconds of processor time for ${sizes.map((size) => size.toLocaleString('en')).join(', ')} characters;`,
  );
  console.log('the exponent is that of the last tenfold that took long enough to tell.');
  let isWell = true;
  const names = Object.keys(readers).filter((name) => only === undefined || name.includes(only));
  for (const found of growths(names.filter(isInPart))) {
    const { reader, unit, ending, times, exponent, failure } = found;
    const steep = isTooSteep(found);
    isWell &&= !steep;
    const told = times.map((time) => time.toFixed(1).padStart(8)).join('');
    console.log(
      `${steep ? 'STEEP ' : '      '}${reader.padEnd(34)} ${JSON.stringify([unit, ending]).padEnd(20)}${told}  n^${exponent.toFixed(2)} ${failure ?? ''}`,
    );
  }
  console.log(isWell ? 'None is steeper than allowed.' : 'Some are too steep.');
  return isWell;
}

/** Opens so many files of a seed, and says what they did. */
async function inBrowser(seed, count) {
  const folder = `${root}dist`;
  if (!existsSync(`${folder}/index.html`)) throw new Error('Build the game first: npm run build');
  const server = await serve({ folder, port: 0 });
  const browser = await chromium.launch({ executablePath: needChromium(), args: chromiumArguments });
  try {
    // Every part has a seed of its own, and the first one the frozen files too.
    const files = [
      ...(part === 1 ? frozenFiles() : []),
      ...hostileFiles(seed + part, Math.ceil(count / parts)),
    ];
    const played = files.filter(({ isPlayed }) => isPlayed).length;
    console.log(`Seed ${seed}: ${files.length} files, of which ${played} are played and the others refused.`);
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 800 },
    });
    const { presses, slowest, ...found } = await watch(context, server.address, files, (done) => {
      if (done % 50 === 0) console.log(`  ${done} files`);
    });
    console.log(`${presses} presses; the page was busy for ${Math.round(slowest)} ms at most.`);
    for (const [what, list] of Object.entries(found)) {
      console.log(`${what}: ${list.length}`);
      for (const line of list.slice(0, 30)) console.log(`  ${line}`);
    }
    return Object.values(found).every((list) => list.length === 0);
  } finally {
    await browser.close();
    server.close();
  }
}
