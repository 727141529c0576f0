/** Rows of cells as a table file. */

/**
 * RFC 4180, beginning with a byte order mark, without which spreadsheets take Japanese for Latin-1. A text that a spreadsheet would
 * run as a formula gets an apostrophe before it (OWASP, CSV injection).
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
