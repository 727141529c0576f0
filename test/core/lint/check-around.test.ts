import { describe, expect, it } from 'vitest';
import { checkAround, compareMessages } from '../../../src/core/lint/check-around.ts';
import { checkMessage } from '../../../src/core/lint/check-message.ts';
import { lintContent } from '../../../src/core/lint/lint-pack.ts';
import { parseScenario } from '../../../src/core/lint/parse.ts';
import { noContent } from '../../../src/core/lint/rule.ts';
import { rules } from '../../../src/core/lint/rules.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { atStart } from '../../../src/core/scenario/read/locate.ts';
import type { UnplacedProblem } from '../../../src/core/scenario/read/problem.ts';
import { aMessage, aScenario, both } from '../../fixtures/builders.ts';
import { shippedScenarios } from '../../fixtures/shipped.ts';

const file = 'a.json';
const brief = (problems: readonly UnplacedProblem[]): readonly string[] =>
  problems.map(({ rule, path, text }) => `${rule} ${path.join('/')} ${text.en}`).toSorted();

/** All problems of the parts of a scenario: of each by itself, then of all together. */
function inParts(scenario: Scenario): readonly UnplacedProblem[] {
  return [
    ...checkAround(scenario).problems,
    ...scenario.messages.flatMap((message, index) => checkMessage(message, index, scenario).problems),
    ...compareMessages(scenario),
  ];
}
/** The problems of a whole scenario by the rules that need no pack and no folder. */
function asOne(scenario: Scenario): readonly UnplacedProblem[] {
  const alone = rules.filter(({ scope }) => scope !== 'pack' && scope !== 'disk');
  return lintContent({ ...noContent, scenarios: [{ file, value: scenario }] }, () => atStart, alone);
}

describe('a scenario checked in parts', () => {
  it.each(shippedScenarios)('has the same problems as the whole of %s', (_path, text) => {
    const outcome = parseScenario(text, file);
    if (!outcome.ok) throw new Error('a shipped scenario is refused');
    expect(brief(inParts(outcome.value))).toEqual(brief(asOne(outcome.value)));
  });

  it('has the problems of two messages with one id, and of a drill that blames', () => {
    const twice = aScenario({ messages: [aMessage(), aMessage()] });
    expect(brief(compareMessages(twice)).join()).toContain('duplicate-id');
    expect(brief(inParts(twice))).toEqual(brief(asOne(twice)));
  });

  it('has the problem of what is missing around its messages, whatever these are', () => {
    const { title: _, ...untitled } = aScenario();
    const { around, problems } = checkAround({ ...untitled, messages: ['not a message'] });
    expect(around).toBeUndefined();
    expect(brief(problems)).toEqual(brief(parseScenario(JSON.stringify(untitled), file).problems));
  });

  it('needs a list of messages', () => {
    for (const messages of [undefined, 'none', [], Array.from({ length: 61 }, () => aMessage())]) {
      const scenario = { ...aScenario(), messages };
      expect(brief(checkAround(scenario).problems)).toEqual(
        brief(parseScenario(JSON.stringify(scenario), file).problems),
      );
    }
  });

  it('accepts what the whole accepts', () => {
    const { messages: _, ...around } = aScenario({ title: both('A morning') });
    expect(checkAround(aScenario({ title: both('A morning') })).around).toEqual(around);
  });
});
