import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/core/scenario/read/read-json.ts';
import { checkMessage } from '../../../src/core/lint/check-message.ts';
import { lintContent } from '../../../src/core/lint/lint-pack.ts';
import { parseScenario } from '../../../src/core/lint/parse.ts';
import { noContent } from '../../../src/core/lint/rule.ts';
import { rules } from '../../../src/core/lint/rules.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { locateIn } from '../../../src/core/scenario/read/locate.ts';
import type { UnplacedProblem } from '../../../src/core/scenario/read/problem.ts';
import { aDelivery, aMessage, aScenario, both } from '../../fixtures/builders.ts';

const file = 'a.json';
const brief = (problems: readonly UnplacedProblem[]): readonly string[] =>
  problems.map(({ rule, path, text }) => `${rule} ${path.join('/')} ${text.en}`).toSorted();

/** The rules that see one message alone, with their scopes. */
const alone = new Set(
  rules.flatMap((rule) =>
    (rule.scope === 'several' ? rule.checks : [rule]).some(
      ({ scope }) => scope === 'message' || scope === 'text',
    )
      ? [rule.name]
      : [],
  ),
);
/** What all rules say of one message of a scenario. */
const inWhole = (scenario: Scenario, index: number) =>
  lintContent({ ...noContent, scenarios: [{ file, value: scenario }] }, () => locateIn(nowhere)).filter(
    ({ rule, path }) => alone.has(rule) && path[0] === 'messages' && path[1] === index,
  );
const nowhere = { line: 1, column: 1, inner: new Map() };

describe('a message by itself', () => {
  it('has no problems if it has none in its scenario', () => {
    const { messages, ...around } = aScenario();
    const { message, problems } = checkMessage(messages[0], 0, around);
    expect(message).toEqual(messages[0]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has problems with the same sentences and paths as in its file', () => {
    const { subject: _, ...untitled } = aMessage();
    const { messages: _messages, ...around } = aScenario();
    const scenario = { ...around, messages: [aMessage(), { ...untitled, subjct: both('x'), id: 'two' }] };
    const { message, problems } = checkMessage(scenario.messages[1], 1, around);
    expect(message).toBeUndefined();
    expect(brief(problems)).toEqual(brief(parseScenario(JSON.stringify(scenario), file).problems));
  });

  it.each(['toolbox/scenarios/channels', 'office/scenarios/paying-day'])(
    'has for every message of %s the same problems as the whole scenario',
    (name) => {
      const text = readFileSync(`content/packs/${name}.json`, 'utf8');
      const outcome = parseScenario(text, file);
      if (!outcome.ok) throw new Error('a shipped scenario is refused');
      const { messages, ...around } = outcome.value;
      for (const [index, message] of messages.entries()) {
        expect(brief(checkMessage(message, index, around).problems)).toEqual(
          brief(inWhole(outcome.value, index)),
        );
      }
    },
  );

  it('has the same problems however it is broken', () => {
    const valid = aMessage();
    const lines = JSON.stringify(valid, null, 2).split('\n');
    const { messages: _, ...around } = aScenario();
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), fc.json({ maxDepth: 2 }), (at, value) => {
        const text = lines
          .map((line, index) => (index === at ? line.replace(/: .*?(,?)$/, `: ${value}$1`) : line))
          .join('\n');
        // A text that is no file of the game, for its syntax or a forbidden key, never comes to the checks.
        const read = readJson(text, file);
        if (!read.ok) return;
        const broken = read.value;
        const { message, problems } = checkMessage(broken, 0, around);
        const whole =
          message === undefined
            ? parseScenario(JSON.stringify({ ...around, messages: [broken] }), file).problems
            : inWhole({ ...around, messages: [message] }, 0);
        expect(brief(problems)).toEqual(brief(whole));
      }),
      { numRuns: 150, examples: [[4, '{"":{"__proto__":""}}']] },
    );
  });

  it('is checked for a delivery that cannot happen', () => {
    const { messages: _, ...around } = aScenario();
    const { problems } = checkMessage({ ...aMessage(), delivery: aDelivery({ envelope: '' }) }, 3, around);
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'headers-disagree', path: ['messages', 3, 'delivery', 'envelope'] },
    ]);
  });
});
