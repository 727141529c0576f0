/** What checkMessage leaves of a scenario: the fields around its messages, and the messages beside each other. */
import { z } from 'zod';
import { mostMessages, type Scenario, scenarioSchema } from '../scenario/format/scenario.ts';
import { problemsOfIssues } from '../scenario/read/explain-zod.ts';
import type { Problem, UnplacedProblem } from '../scenario/read/problem.ts';
import { checks, textChecks } from './checks.ts';
import { mostProblems } from './parse.ts';
import { type Check, checksOf, noContent, problemOf, type Remark } from './rule.ts';
import { rules } from './rules.ts';

/** A scenario whose messages were not looked at. */
export type AroundMessages = Omit<Scenario, 'messages'>;

/** Returned by `checkAround`. */
export interface CheckedAround {
  /** Absent where the schema refuses it; then only the form and the texts were checked. */
  readonly around?: AroundMessages;
  /** Paths lead from the root of the scenario. */
  readonly problems: readonly UnplacedProblem[];
}

/** A scenario with anything in place of its messages. Only their number is checked. */
const aroundSchema = scenarioSchema.extend({ messages: z.array(z.unknown()).min(1).max(mostMessages) });

/** What is wrong with a scenario apart from its messages and what they are to each other. */
export function checkAround(value: unknown): CheckedAround {
  const checked = aroundSchema.safeParse(value);
  if (!checked.success) {
    return {
      problems: [
        ...problemsOfIssues(checked.error.issues, value, scenarioSchema, mostProblems),
        ...textChecks.flatMap((rule) =>
          rule.check(withoutMessages(value), []).map((remark) => problemOf(rule, remark)),
        ),
      ],
    };
  }
  const { messages: _, ...around } = checked.data;
  return { around, problems: problemsBy((check) => remarksAround(check, around)) };
}

/** What is wrong with messages beside each other, or with what stands around them. Each message is right by itself. */
export function compareMessages(scenario: Scenario): readonly UnplacedProblem[] {
  const content = { ...noContent, scenarios: [{ file: '', value: scenario }] };
  return problemsBy((check) => (check.scope === 'scenario' ? check.check(scenario, content) : []));
}

/** Whether a problem of a part that the schema accepts keeps its file out of play. */
export const keepsOutOfPlay = ({ rule }: Pick<Problem, 'rule'>): boolean => playRules.has(rule);

const playRules: ReadonlySet<string> = new Set(checks.map(({ name }) => name));

const problemsBy = (remarks: (check: Check) => readonly Remark[]): readonly UnplacedProblem[] =>
  rules.flatMap((rule) =>
    checksOf(rule)
      .flatMap(remarks)
      .map((remark) => problemOf(rule, remark)),
  );

function remarksAround(check: Check, { drills = [], ...rest }: AroundMessages): readonly Remark[] {
  switch (check.scope) {
    case 'text':
      return [
        ...drills.flatMap((drill, index) => check.check(drill, ['drills', index])),
        ...check.check(rest, []),
      ];
    case 'drill':
      return drills.flatMap((drill, index) => check.check(drill, ['drills', index]));
    case 'message':
    case 'lesson':
    case 'scenario':
    case 'world':
    case 'pack':
    case 'disk':
      return [];
  }
}

function withoutMessages(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'messages'));
}
