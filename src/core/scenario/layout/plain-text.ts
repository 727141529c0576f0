import type { Line } from '../format/text.ts';

/** The text of a line without its styles. */
export function plainText(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
