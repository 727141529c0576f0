/** Rows of texts as CSV, which spreadsheets edit, and as XLIFF 2.0, which translation tools edit. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { csvOf } from '../record/csv.ts';
import type { TextRow } from './texts.ts';

const header = ['place', 'ja', 'en'] as const;

/** What a spreadsheet would run as a formula; `csvOf` puts an apostrophe before it. */
const formula = '[=+\\-@＝＋－＠\\t\\r\\n]';
const quoted = new RegExp(`^'+${formula}`);

/** CSV (RFC 4180) that no spreadsheet runs as a formula. */
export function csvOfTexts(rows: readonly TextRow[]): string {
  const cell = (text: string): string => (quoted.test(text) ? `'${text}` : text);
  return csvOf([header, ...rows.map(({ place, ja = '', en = '' }) => [place, cell(ja), cell(en)])]);
}

/** The rows of a CSV; undefined if its columns are others. */
export function textsOfCsv(text: string): readonly TextRow[] | undefined {
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  const [place, ja, en] = header.map((name) => names.findIndex((one) => one.trim().toLowerCase() === name));
  if (place === undefined || place < 0 || ja === undefined || en === undefined) return undefined;
  const plain = (cell: string | undefined): string => {
    const words = cell ?? '';
    return quoted.test(words) ? words.slice(1) : words;
  };
  return rows
    .filter((cells) => (cells[place] ?? '') !== '')
    .map((cells) => ({
      place: cells[place] ?? '',
      ...(ja >= 0 && { ja: plain(cells[ja]) }),
      ...(en >= 0 && { en: plain(cells[en]) }),
    }));
}

/** The cells of a CSV. Where the first line has semicolons or tabs but no commas, these separate. Takes linear time. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const [first = ''] = text.split('\n', 1);
  const separator = first.includes(',') ? ',' : first.includes(';') ? ';' : '\t';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** XLIFF 2.0 (OASIS) from Japanese to English. `name` is the file that the texts come from. */
export function xliffOfTexts(rows: readonly TextRow[], name: string): string {
  const units = rows.map(
    ({ place, ja = '', en }, index) =>
      `    <unit id="u${index + 1}" name="${escaped(place)}">\n      <segment>\n        <source xml:space="preserve">${escaped(ja)}</source>${
        en === undefined ? '' : `\n        <target xml:space="preserve">${escaped(en)}</target>`
      }\n      </segment>\n    </unit>\n`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en">\n',
    `  <file id="f1" original="${escaped(name)}">\n`,
    ...units,
    '  </file>\n</xliff>\n',
  ].join('');
}

/** XML 1.0 forbids most control characters even escaped; the format's linter refuses them too. */
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these have no place in XML
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');

/** The rows of an XLIFF 2 file; undefined if it is none. */
export function textsOfXliff(text: string): readonly TextRow[] | undefined {
  const root = rootOf(text);
  if (root?.name !== 'xliff') return undefined;
  return below(root, 'unit').flatMap((unit) => {
    const place = unit.attributes['name'];
    if (place === undefined) return [];
    const [source, target] = ['source', 'target'].map((name) => below(unit, name)[0]);
    return [
      {
        place,
        ...(source !== undefined && { ja: wordsOf(source) }),
        ...(target !== undefined && { en: wordsOf(target) }),
      },
    ];
  });
}

function rootOf(text: string): XmlElement | undefined {
  try {
    return parseXml(text.replace(/^\uFEFF/, '')).root ?? undefined;
  } catch {
    // parseXml throws on text that is not well-formed.
    return undefined;
  }
}

const childrenOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) => (child instanceof XmlElement ? [child] : []));

function below(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : below(child, name)));
}

const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) =>
      child instanceof XmlText ? child.text : child instanceof XmlElement ? wordsOf(child) : '',
    )
    .join('');
