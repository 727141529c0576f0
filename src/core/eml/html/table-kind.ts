/** Whether a table of HTML holds data or only arranges a mail. */
import { childrenNamed, type Element, isAny, isElement, isText } from './tree.ts';

/** The rows of a table, without those of tables in it. */
export const rowsOf = (table: Element): readonly Element[] => [
  ...childrenNamed(table, 'tr'),
  ...childrenNamed(table, 'thead', 'tbody', 'tfoot').flatMap((group) => childrenNamed(group, 'tr')),
];

/** The cells of a row. */
export const cellsOf = (row: Element): readonly Element[] => childrenNamed(row, 'td', 'th');

/** In UTF-16 units: a longer cell is prose, not data. */
const longestData = 400;
/** Rows looked at; a table of data shows its kind in the first ones. */
const rowsLookedAt = 60;

/** A table of data has headings or lines, or at least two columns and rows of short texts. */
export function isDataTable(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.slice(0, rowsLookedAt).flatMap(cellsOf);
  if (rows.length > rowsLookedAt * 4 || cells.length < 2 || !cells.every(isDataCell)) return false;
  const columns = rows.map((row) => cellsOf(row).length);
  const widest = Math.max(...columns);
  if (widest < 2 || widest > 8) return false;
  const attributes = new Map(table.attrs.map(({ name, value }) => [name, value]));
  if (attributes.get('role') === 'presentation') return false;
  const hasLines = Number.parseInt(attributes.get('border') ?? '0', 10) > 0;
  const hasHeadings = cells.some(({ tagName }) => tagName === 'th');
  if (hasLines || hasHeadings) return true;
  const filled = cells.filter(hasContent).length;
  return rows.length >= 2 && columns.every((count) => count === widest) && filled > cells.length * 0.7;
}

const noData = new Set(['table', 'img', 'ul', 'ol', 'blockquote', 'form', 'input', 'h1', 'h2', 'hr']);

function isDataCell(cell: Element): boolean {
  let length = 0;
  return !isAny([cell], (node) => {
    if (isText(node)) length += node.value.trim().length;
    return length > longestData || (isElement(node) && noData.has(node.tagName));
  });
}

/** Whether a cell shows anything: words, or a picture that is no spacer. */
export const hasContent = (cell: Element): boolean =>
  isAny([cell], (node) => {
    if (isText(node)) return node.value.trim() !== '';
    if (!isElement(node) || node.tagName !== 'img') return false;
    const width = Number(node.attrs.find(({ name }) => name === 'width')?.value ?? '3');
    return !(width <= 2);
  });
