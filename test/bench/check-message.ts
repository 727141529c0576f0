import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMessage } from '../../src/core/lint/check-message.ts';
import { lintContent } from '../../src/core/lint/lint-pack.ts';
import { parseScenario } from '../../src/core/lint/parse.ts';
import { noContent } from '../../src/core/lint/rule.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { atStart } from '../../src/core/scenario/read/locate.ts';

export interface MessageTime {
  readonly messages: number;
  /** Milliseconds of the processor to check one message by itself, of all shipped messages. */
  readonly median: number;
  readonly longest: number;
  /** The same to read and check the largest scenario as a whole. */
  readonly whole: number;
}

const runs = 5;

/** How long it takes to check each message of the packs in a content folder by itself; the best of several runs. */
export function messageTimes(content: string): MessageTime {
  const texts = scenarioTexts(content);
  const scenarios = texts.flatMap((text): readonly Scenario[] => {
    const outcome = parseScenario(text, 'scenario.json');
    return outcome.ok ? [outcome.value] : [];
  });
  const times = scenarios.flatMap(({ messages, ...around }) =>
    // Each time a new value, as after a change: nothing may be remembered of it.
    messages.map((message, index) =>
      bestOf(
        () => structuredClone(message),
        (value) => checkMessage(value, index, around),
      ),
    ),
  );
  const sorted = times.toSorted((a, b) => a - b);
  const largest = texts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return {
    messages: times.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    whole: bestOf(() => largest, checkWhole),
  };
}

function checkWhole(text: string): void {
  const outcome = parseScenario(text, 'scenario.json');
  if (!outcome.ok) throw new Error('a shipped scenario is refused');
  lintContent({ ...noContent, scenarios: [{ file: 'scenario.json', value: outcome.value }] }, () => atStart);
}

/** Milliseconds of the processor, the best of several runs. `make` is not counted. */
export function bestOf<Value>(make: () => Value, run: (value: Value) => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const value = make();
    const start = process.cpuUsage();
    run(value);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/** The texts of all scenarios in a content folder. */
export function scenarioTexts(content: string): readonly string[] {
  return readdirSync(join(content, 'packs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /scenarios[/\\][^/\\]+\.json$/.test(path))
    .map((path) => readFileSync(join(content, 'packs', path), 'utf8'));
}
