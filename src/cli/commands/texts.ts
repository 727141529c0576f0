/** The command that hands the texts of a file to translators, and takes them back. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { outputFile, putIn } from '../../build/output-file.ts';
import { changeValue, type Draft, openDraft, textsOf } from '../../core/draft/draft.ts';
import type { JsonValue } from '../../core/draft/json.ts';
import { csvOfTexts, textsOfCsv, textsOfXliff, xliffOfTexts } from '../../core/draft/text-tables.ts';
import { changesOf, type TextChange, textRows } from '../../core/draft/texts.ts';
import { readJson } from '../../core/scenario/read/read-json.ts';
import { argumentsOf, bothLines, type Ending, type Output, type RunCommand, wrong } from '../command.ts';
import { readableReport } from '../report.ts';

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, [], ['as', 'out']);
  if (read === undefined) return wrong();
  const [way, file, table, ...more] = read.positionals;
  if (file === undefined || more.length > 0) return wrong();
  const missing = [file, table].find((one) => one !== undefined && !existsSync(one));
  if (missing !== undefined) return wrong(`「${missing}」がありません。`, `There is no “${missing}”.`);
  if (way === 'out' && table === undefined) {
    const format = read.valueOf('as') ?? 'csv';
    if (format !== 'csv' && format !== 'xliff')
      return wrong('--as は csv か xliff です。', '--as is csv or xliff.');
    return textsOut(file, format, read.valueOf('out'), output);
  }
  if (way === 'in' && table !== undefined) return textsIn(file, table, output);
  return wrong();
};

async function textsOut(
  file: string,
  format: 'csv' | 'xliff',
  wanted: string | undefined,
  output: Output,
): Promise<Ending> {
  const json = await jsonIn(file, output);
  if (json === undefined) return 1;
  const rows = textRows(json.value);
  const text = format === 'csv' ? csvOfTexts(rows) : xliffOfTexts(rows, path.basename(file));
  const name = wanted ?? `${path.basename(file, '.json')}.${format === 'csv' ? 'csv' : 'xlf'}`;
  const place = await outputFile(name, []);
  if (!place.ok) {
    output.error(bothLines(place.reason));
    return 2;
  }
  await putIn(place.path, Buffer.from(text));
  output.out(`${name}  ${rows.length}\n`);
  return 0;
}

async function textsIn(file: string, table: string, output: Output): Promise<Ending> {
  const json = await jsonIn(file, output);
  if (json === undefined) return 1;
  const text = await readFile(table, 'utf8');
  const rows = /\.(?:xlf|xliff)$/i.test(table) ? textsOfXliff(text) : textsOfCsv(text);
  if (rows === undefined) {
    output.error(
      bothLines({
        ja: `「${table}」は、texts out が書き出した表ではありません。CSV には place、ja、en の列が要ります。`,
        en: `“${table}” is not a table that “texts out” wrote. A CSV needs the columns place, ja and en.`,
      }),
    );
    return 1;
  }
  const { changes, unknown } = changesOf(json.value, rows);
  const changed = changedText(file, json.text, changes);
  if (changed !== json.text) await putIn(file, Buffer.from(changed));
  output.out(
    bothLines({
      ja: `${file}：${changes.length} 件の文を書き換えました。`,
      en: `${file}: ${changes.length} texts changed.`,
    }),
  );
  if (unknown.length === 0) return 0;
  output.error(
    bothLines({
      ja: `ファイルにない場所の文 ${unknown.length} 件は読み飛ばしました：${unknown.slice(0, 5).join('、')}`,
      en: `${unknown.length} texts were passed over, as the file lacks their place: ${unknown.slice(0, 5).join(', ')}`,
    }),
  );
  return 1;
}

/** Quotations of a changed text follow it, as in the studio. */
function changedText(file: string, text: string, changes: readonly TextChange[]): string {
  const inPack = path.resolve(file).split(path.sep).slice(-2).join('/');
  const name = /^(?:scenarios|drills|lessons)\//.test(inPack) ? inPack : `scenarios/${path.basename(file)}`;
  const start: Draft = openDraft(new Map([[name, text]]));
  const end = changes.reduce(
    (draft, { path: at, value }) => changeValue(draft, name, { kind: 'set', path: at, value }) ?? draft,
    start,
  );
  return textsOf(end).get(name) ?? text;
}

async function jsonIn(
  file: string,
  output: Output,
): Promise<{ readonly text: string; readonly value: JsonValue } | undefined> {
  const text = await readFile(file, 'utf8');
  const json = readJson(text, file);
  if (json.ok) return { text, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  output.error(readableReport(json.problems, 1, output));
  return undefined;
}
