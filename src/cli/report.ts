/** Prints problems as text or as JSON. */
import type { Tells } from '../core/lint/tells/tells.ts';
import type { Problem } from '../core/scenario/read/problem.ts';
import { shownPath } from '../core/scenario/read/shown.ts';
import { painted, type Output } from './command.ts';

/** As text: file, line and column in the form that editors and terminals open, then both sentences. */
export function readableReport(
  problems: readonly Problem[],
  files: number,
  output: Pick<Output, 'inColour'> = {},
): string {
  const lines = problems.map(({ file, line, column, severity, rule, path, message, text }) => {
    const name = message === undefined ? '' : `  “${message}”`;
    const place = path.length === 0 ? '' : `  ${shownPath(path)}${name}`;
    return `${file}:${line}:${column}  ${painted(severity, severity === 'error' ? 'red' : 'yellow', output)}  ${rule}${place}\n  ${text.ja}\n  ${text.en}\n`;
  });
  return [...lines, summary(problems, files), ''].join('\n');
}

function summary(problems: readonly Problem[], files: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    `${files} ファイルを確認：エラー ${errors} 件、警告 ${warnings} 件`,
    `Checked ${counted(files, 'file')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  ].join('\n');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** As one JSON value. `tells` is included only on request. */
export function jsonReport(problems: readonly Problem[], files: number, tells?: Tells): string {
  return `${JSON.stringify({ files, problems, ...(tells && { tells }) }, null, 2)}\n`;
}
