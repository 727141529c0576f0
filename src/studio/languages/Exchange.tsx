import { useId, useState } from 'react';
import type { DraftFile } from '../../core/draft/read-file.ts';
import { csvOfTexts, textsOfCsv, textsOfXliff, xliffOfTexts } from '../../core/draft/text-tables.ts';
import { changesOf, type TextChange, textRows } from '../../core/draft/texts.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { FileInput } from '../../ui/FileInput.tsx';
import { saveFile } from '../../ui/leave-page.ts';
import { valueOfFile } from '../draft/file-value.ts';
import { set } from '../draft/changes.ts';
import type { OpenDraft } from '../draft/store.ts';

interface ExchangeProps {
  readonly open: OpenDraft;
  readonly file: DraftFile;
}

/** What a table of translations would change. */
interface Incoming {
  readonly name: string;
  readonly changes: readonly TextChange[];
  readonly same: number;
  /** How many rows stand at places that the file lacks. */
  readonly unknown: number;
}

/** In bytes; the texts of the largest shipped file take 400 kB. */
const largestTable = 10_000_000;

/** The way of the texts to translators and back: as CSV for spreadsheets, as XLIFF for translation tools. */
export function Exchange({ open, file }: ExchangeProps) {
  const { t } = useSentences('studio');
  const input = useId();
  const [incoming, setIncoming] = useState<Incoming>();
  const [refusal, setRefusal] = useState<string>();
  const stem = file.path.replace(/^.*\//, '').replace(/\.json$/, '');
  const save = (format: 'csv' | 'xlf'): void => {
    const rows = textRows(valueOfFile(file) ?? null);
    const text = format === 'csv' ? csvOfTexts(rows) : xliffOfTexts(rows, `${stem}.json`);
    // A spreadsheet takes a file without this mark for another encoding.
    saveFile(`${stem}.${format}`, format === 'csv' ? 'text/csv' : 'application/xliff+xml', [
      format === 'csv' ? `\uFEFF${text.replace(/^\uFEFF/, '')}` : text,
    ]);
  };
  const read = async (chosen: File): Promise<void> => {
    const text = chosen.size > largestTable ? undefined : await textOf(chosen);
    const rows =
      text === undefined
        ? undefined
        : /\.(?:xlf|xliff)$/i.test(chosen.name)
          ? textsOfXliff(text)
          : textsOfCsv(text);
    if (rows === undefined) {
      setRefusal(t('texts.refused', { file: chosen.name }));
      return;
    }
    const { changes, unknown } = changesOf(valueOfFile(file) ?? null, rows);
    setRefusal(undefined);
    setIncoming({
      name: chosen.name,
      changes,
      unknown: unknown.length,
      same:
        rows.length -
        unknown.length -
        new Set(changes.map(({ path }) => path.join('/').replace(/\/(?:ja|en)(?=\/|$)/, ''))).size,
    });
  };
  const take = (changes: readonly TextChange[]): void => {
    open.change(
      file.path,
      changes.map(({ path, value }) => set(path, value)),
    );
    setIncoming(undefined);
  };
  return (
    <div className="studio-acts">
      {refusal !== undefined && (
        <p role="alert" className="studio-refusal">
          {refusal}
        </p>
      )}
      <label className="studio-button" htmlFor={input}>
        {t('texts.in')}
      </label>
      <FileInput id={input} accept=".csv,.xlf,.xliff" onFile={(chosen) => void read(chosen)} />
      <button type="button" className="studio-button" onClick={() => save('csv')}>
        {t('texts.csv')}
      </button>
      <button type="button" className="studio-button" onClick={() => save('xlf')}>
        {t('texts.xliff')}
      </button>
      {incoming !== undefined && (
        <IncomingDialog incoming={incoming} onTake={take} onClose={() => setIncoming(undefined)} />
      )}
    </div>
  );
}

interface IncomingDialogProps {
  readonly incoming: Incoming;
  readonly onTake: (changes: readonly TextChange[]) => void;
  readonly onClose: () => void;
}

/** Rows that one can look through; all are taken. */
const mostShown = 100;

function IncomingDialog({ incoming, onTake, onClose }: IncomingDialogProps) {
  const { t } = useSentences('studio');
  const { name, changes, same, unknown } = incoming;
  return (
    <Dialog title={t('texts.incoming')} closeLabel={t('close')} onClose={onClose}>
      <p>{t('texts.summary', { file: name, changed: changes.length, same, unknown })}</p>
      <ul className="studio-incoming">
        {changes.slice(0, mostShown).map(({ path, value }) => (
          <li key={path.join('/')} translate="no">
            {value}
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={changes.length === 0}
          onClick={() => onTake(changes)}
        >
          {t('texts.take', { count: changes.length })}
        </button>
      </div>
    </Dialog>
  );
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await file.arrayBuffer());
  } catch (error) {
    // The file was moved or deleted after it was chosen.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
