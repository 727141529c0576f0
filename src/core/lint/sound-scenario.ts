/** A scenario file nobody has linted, such as one edited on the server, checked before play. */
import { located, parseScenario, refused } from '../scenario/read/parse.ts';
import type { Outcome } from '../scenario/read/problem.ts';
import { readJson } from '../scenario/read/read-json.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import { remarksOf } from './rule.ts';
import { headersDisagree } from './rules/headers-disagree.ts';

/** The text of a scenario file parsed; refused also where a delivery cannot happen, told with file, path, line and column. */
export function soundScenario(text: string, file: string): Outcome<Scenario> {
  const parsed = parseScenario(text, file);
  const json = readJson(text, file);
  if (!parsed.ok || !json.ok) return parsed;
  const { name: rule, severity } = headersDisagree;
  const content = { scenarios: [{ file, value: parsed.value }], drills: [], lessons: [] };
  const flaws = remarksOf(headersDisagree, content).map(({ path, text: sentence }) => ({
    rule,
    severity,
    path,
    text: sentence,
  }));
  return flaws.length > 0 ? refused(located(flaws, file, json.locate)) : parsed;
}
