import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { whyNotRun } from '../spawned.mjs';

const node = process.execPath;

describe('a program that was started', () => {
  it('is missing: says so by its name', () => {
    expect(whyNotRun('oxfmt', spawnSync('/nowhere/oxfmt'))).toMatch(
      /^oxfmt could not be started: there is no/,
    );
    expect(whyNotRun('oxfmt', spawnSync(node, ['-v'], { cwd: '/nowhere' }))).toContain(
      'no folder to run it in',
    );
  });

  it('takes too long or is stopped: says so', () => {
    const endless = ['-e', 'setInterval(() => {}, 1000)'];
    expect(whyNotRun('knip', spawnSync(node, endless, { timeout: 1 }))).toBe(
      'knip took too long and was stopped.',
    );
    expect(whyNotRun('knip', spawnSync(node, ['-e', 'process.kill(process.pid, "SIGKILL")']))).toBe(
      'knip was stopped by SIGKILL.',
    );
  });

  it('ran to its end, well or not: says nothing', () => {
    expect(whyNotRun('tsc', spawnSync(node, ['-e', '']))).toBeUndefined();
    expect(whyNotRun('tsc', spawnSync(node, ['-e', 'process.exit(2)']))).toBeUndefined();
  });
});
