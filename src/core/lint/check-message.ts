/** One message checked by itself, as after each change in an editor: neither its file nor the other messages are looked at. */
import { type Message, messageSchema } from '../scenario/format/message.ts';
import { scenarioSchema } from '../scenario/format/scenario.ts';
import { problemsOfIssues } from '../scenario/read/explain-zod.ts';
import type { UnplacedProblem } from '../scenario/read/problem.ts';
import { textChecks } from './checks.ts';
import { mostProblems } from './parse.ts';
import { type Around, type Check, checksOf, problemOf, type Remark, type Rule } from './rule.ts';
import { rules } from './rules.ts';

export interface CheckedMessage {
  /** Absent where the schema refuses the value; then only the form and the texts were checked. */
  readonly message?: Message;
  /** Paths lead from the root of the scenario. */
  readonly problems: readonly UnplacedProblem[];
}

/**
 * What is wrong with the message at `messages[index]` of a scenario, as `readJson` gave it. Law: it tells what checking
 * the whole scenario tells of this message, but for the rules that compare messages with each other or with their pack and world.
 */
export function checkMessage(value: unknown, index: number, around: Around): CheckedMessage {
  const path = ['messages', index];
  const checked = messageSchema.safeParse(value);
  if (checked.success) {
    const message = checked.data;
    return {
      message,
      problems: rules.flatMap((rule) => problemsOf(rule, (check) => remarksOf(check, message, path, around))),
    };
  }
  // The schema tells its problems by their path from the root of a file.
  const messages: unknown[] = [];
  messages[index] = value;
  const issues = checked.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  return {
    problems: [
      ...problemsOfIssues(issues, { messages }, scenarioSchema, mostProblems),
      ...textChecks.flatMap((rule) => rule.check(value, path).map((remark) => problemOf(rule, remark))),
    ],
  };
}

const problemsOf = (rule: Rule, remarks: (check: Check) => readonly Remark[]): readonly UnplacedProblem[] =>
  checksOf(rule)
    .flatMap(remarks)
    .map((remark) => problemOf(rule, remark));

function remarksOf(
  check: Check,
  message: Message,
  path: readonly (string | number)[],
  around: Around,
): readonly Remark[] {
  switch (check.scope) {
    case 'text':
      return check.check(message, path);
    case 'message':
      return check.check(message, path, around);
    case 'drill':
    case 'lesson':
    case 'scenario':
    case 'world':
    case 'pack':
    case 'disk':
      return [];
  }
}
