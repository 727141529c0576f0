/** Writes rows of cells as CSV. */

/**
 * CSV (RFC 4180) with a byte order mark, without which spreadsheets read Japanese as Latin-1. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). A semicolon, which separates cells where the
 * comma is a decimal point, is quoted too, since a formula might begin after it.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
