/** Asks the registry for known vulnerabilities of the packages (npm audit). An unreachable registry is reported, but is no failure. */
import { spawnSync } from 'node:child_process';
import { root } from '../../src/cli/install.mjs';
import { npm } from '../../src/cli/tool.mjs';

/** Every vulnerability counts in shipped packages; in build and test tools, only high and critical ones. */
const grave = new Set(['high', 'critical']);

/** The result of two runs of `npm audit --json`: for all packages, and for the shipped ones. */
export function auditOf(all, shipped) {
  const weaknesses = weaknessesIn(all);
  const ofShipped = weaknessesIn(shipped);
  if (typeof weaknesses === 'string') return { fails: false, says: notAsked(weaknesses) };
  if (typeof ofShipped === 'string') return { fails: false, says: notAsked(ofShipped) };
  const names = new Set(ofShipped.map(({ name }) => name));
  const counting = weaknesses.filter(({ name, severity }) => names.has(name) || grave.has(severity));
  const list = (some) => some.map(({ name, severity }) => `${name} (${severity})`).join(', ');
  if (counting.length > 0) return { fails: true, says: `known weaknesses: ${list(counting)}` };
  return {
    fails: false,
    says: weaknesses.length === 0 ? 'none known' : `none that counts; in tools: ${list(weaknesses)}`,
  };
}

const notAsked = (why) => `NOT ASKED, the registry gave no answer: ${why}`;

/** The vulnerable packages, or why the registry could not be asked. */
function weaknessesIn(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return text.trim().split('\n')[0] || 'npm audit said nothing';
  }
  const { vulnerabilities, message, error } = answer ?? {};
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    return message ?? error?.summary ?? 'npm audit gave an answer of another form';
  }
  return Object.entries(vulnerabilities).map(([name, { severity }]) => ({ name, severity }));
}

if (process.argv[1]?.endsWith('audit.mjs')) {
  const { program, first, shell = false } = npm();
  const ask = (...parameters) =>
    spawnSync(
      program,
      [...first, 'audit', '--json', '--fetch-timeout=15000', '--fetch-retries=0', ...parameters],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        shell,
      },
    ).stdout ?? '';
  const all = ask();
  const { fails, says } = auditOf(all, all === '' ? '' : ask('--omit=dev'));
  console.log(says);
  process.exitCode = fails ? 1 : 0;
}
