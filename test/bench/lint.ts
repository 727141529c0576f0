import { lintPack } from '../../src/core/lint/lint-pack.ts';
import { loadPack, packFile, type Read, scenarioFile } from '../../src/core/lint/load.ts';
import { contentIndexOf, indexText } from '../../src/core/scenario/read/content-index.ts';
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
  const files = packFilesOf(messages);
  return async (path) => files.get(path) ?? Promise.reject(new Error(`no ${path}`));
}

/** The files of a pack of so many messages with its index, by their paths below content/, for a page to read. */
export async function servedPackOf(messages: number): Promise<ReadonlyMap<string, string>> {
  const loaded = await loadPack(packOf(messages), 'test');
  const { pack } = loaded;
  if (pack === undefined) throw new Error('the pack of the bench is not valid');
  return new Map([
    ...packFilesOf(messages),
    ['index.json', indexText(contentIndexOf([{ ...loaded, pack }]))],
  ]);
}

function packFilesOf(messages: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const names = Array.from({ length: Math.ceil(messages / perScenario) }, (_, index) => `scenario-${index}`);
  for (const name of names) {
    const scenario = aScenario({
      id: name,
      messages: Array.from({ length: Math.min(perScenario, messages) }, (_, index): Message => {
        const id = `${name}-${index}`;
        return index % 2 === 0 ? aMessage({ id }) : aLegitimateMessage({ id });
      }),
    });
    files.set(scenarioFile('test', name), JSON.stringify(scenario, null, 2));
  }
  const pack = aPack({ scenarios: names.map((name) => `${name}.json`) });
  files.set(packFile('test'), JSON.stringify(pack));
  return files;
}
