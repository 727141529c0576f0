import { lintPack } from '../../src/core/lint/lint-pack.ts';
import { loadPack, packFile, type Read, scenarioFile } from '../../src/core/lint/load.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';
import { aPack } from '../fixtures/lint.ts';

export interface LintTime {
  readonly messages: number;
  /** Milliseconds to read and lint all of them. */
  readonly time: number;
  readonly problems: number;
}

/** As many as one scenario may have. */
const perScenario = 50;

/** How long reading and linting a pack takes as its messages grow, all files in memory. */
export async function lintTimes(): Promise<readonly LintTime[]> {
  // A warm-up run, so that the smallest pack does not pay for compiling.
  await timeOf(1_000);
  const times: LintTime[] = [];
  for (const messages of [1_000, 10_000]) times.push(await timeOf(messages));
  return times;
}

async function timeOf(messages: number): Promise<LintTime> {
  const read = packOf(messages);
  const start = performance.now();
  const problems = lintPack(await loadPack(read, 'test'));
  return { messages, time: performance.now() - start, problems: problems.length };
}

function packOf(messages: number): Read {
  const files = new Map<string, string>();
  const names = Array.from({ length: messages / perScenario }, (_, index) => `scenario-${index}`);
  for (const name of names) {
    const scenario = aScenario({
      id: name,
      messages: Array.from({ length: perScenario }, (_, index): Message => {
        const id = `${name}-${index}`;
        return index % 2 === 0 ? aMessage({ id }) : aLegitimateMessage({ id });
      }),
    });
    files.set(scenarioFile('test', name), JSON.stringify(scenario, null, 2));
  }
  const pack = aPack({ scenarios: names.map((name) => `${name}.json`) });
  files.set(packFile('test'), JSON.stringify(pack));
  return async (path) => files.get(path) ?? Promise.reject(new Error(`no ${path}`));
}
