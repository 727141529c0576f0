/** Problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change. */
import path from 'node:path';
import { summaryOf } from '../core/lint/rule-table.ts';
import type { Problem } from '../core/scenario/read/problem.ts';

/** A log with one run. Paths lead from the folder in which the command runs. */
export function sarifReport(problems: readonly Problem[]): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mikiwame', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(id: string) {
  const summary = summaryOf(id);
  return { id, ...(summary && { shortDescription: { text: `${summary.en} / ${summary.ja}` } }) };
}

function resultOf({ rule, severity, file, line, column, text }: Problem, rules: readonly string[]) {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity,
    message: { text: `${text.en}\n${text.ja}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A relative reference (RFC 3986). */
const uriOf = (file: string): string => file.split(path.sep).map(encodeURIComponent).join('/');
