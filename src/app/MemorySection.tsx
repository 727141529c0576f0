import { useEffect, useId, useState } from 'react';
import { useSentences } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { Memory } from './memory.ts';
import type { Reading } from './memory-file.ts';
import { pause } from './pause.ts';
import { saveFile } from '../ui/leave-page.ts';
import { calendarDay } from './calendar-day.ts';
import { firstSettings, type Settings } from './settings.ts';

interface MemorySectionProps {
  readonly memory: Memory;
  readonly onReplaced: (settings: Settings) => void;
}

interface Amount {
  readonly records: number;
  readonly rounds: number;
}

type Told =
  | { readonly kind: 'saved' | 'reading' | 'deleted' | 'notDeleted' }
  | { readonly kind: 'added'; readonly added: Amount; readonly leftOut: number }
  | Extract<Reading, { kind: 'refused' }>;

/** What the device keeps: how much, out to a file, in from one, and away with all of it. */
export function MemorySection({ memory, onReplaced }: MemorySectionProps) {
  const { t } = useSentences('settings');
  const input = useId();
  const [amount, setAmount] = useState<Amount>();
  const [told, setTold] = useState<Told>();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => void amountOf(memory).then(setAmount), [memory]);

  const save = async (): Promise<void> => {
    const [{ fileOf }, contents] = await Promise.all([import('./memory-file.ts'), memory.contents()]);
    const pieces: string[] = [];
    for (const piece of fileOf(contents)) {
      pieces.push(piece);
      await pause();
    }
    saveFile(`mikiwame-${calendarDay(Date.now())}.json`, 'application/json', pieces);
    setTold({ kind: 'saved' });
  };
  const open = async (file: File): Promise<void> => {
    setTold({ kind: 'reading' });
    const reading = await readingOf(file);
    if (reading.kind === 'refused') {
      setTold(reading);
      return;
    }
    const { contents, leftOut } = reading;
    const added = await memory.takeIn(contents);
    onReplaced(await memory.settings());
    setAmount(await amountOf(memory));
    setTold({ kind: 'added', added, leftOut });
  };
  const deleteAll = async (): Promise<void> => {
    setAsking(false);
    const isGone = await memory.deleteEverything();
    if (isGone) onReplaced(firstSettings);
    setAmount(await amountOf(memory));
    setTold({ kind: isGone ? 'deleted' : 'notDeleted' });
  };
  const say = (what: Told): string => {
    switch (what.kind) {
      case 'saved':
      case 'reading':
      case 'deleted':
      case 'notDeleted':
        return t(`memory.${what.kind}`);
      case 'refused':
        return t(`memory.refused.${what.why}`);
      case 'added':
        return [
          t('memory.added', { ...what.added }),
          ...(what.leftOut > 0 ? [t('memory.leftOut', { count: what.leftOut })] : []),
        ].join(' ');
    }
  };

  return (
    <section>
      <h2>{t('memory.title')}</h2>
      <p>{memory.loss === undefined ? t('memory.promise') : t('memory.notKept')}</p>
      {amount && <p className="soft">{t('memory.amount', { ...amount })}</p>}
      <p className="settings-buttons">
        <button type="button" className="button" onClick={() => void save()}>
          {t('memory.save')}
        </button>
        <label className="button file-button" htmlFor={input}>
          {t('memory.open')}
          <input
            id={input}
            type="file"
            className="visually-hidden"
            accept=".json,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) void open(file);
              // So that the same file can be chosen again.
              target.value = '';
            }}
          />
        </label>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('memory.delete')}
        </button>
      </p>
      <p role="status" className="settings-told">
        {told && say(told)}
      </p>
      {isAsking && (
        <Dialog
          title={t('memory.deleteTitle')}
          closeLabel={t('memory.deleteNot')}
          onClose={() => setAsking(false)}
        >
          <p>{t('memory.deleteText')}</p>
          <div className="dialog-actions">
            <button type="button" className="button main" onClick={() => void deleteAll()}>
              {t('memory.deleteSure')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

async function amountOf(memory: Memory): Promise<Amount> {
  const [{ rounds }, begun] = await Promise.all([memory.practice(), memory.begun()]);
  return { records: rounds, rounds: begun.size };
}

async function readingOf(file: File): Promise<Reading> {
  try {
    const { largestFile, readFile } = await import('./memory-file.ts');
    if (file.size > largestFile) return { kind: 'refused', why: 'tooLarge' };
    return readFile(await file.text());
  } catch {
    // Moved or taken away since it was chosen.
    return { kind: 'refused', why: 'notJson' };
  }
}
