import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Added, Memory } from '../../device/memory.ts';
import type { ReadBackup } from '../../device/backup-file.ts';
import { saveFile } from '../../ui/leave-page.ts';
import { calendarDay } from './calendar-day.ts';
import { firstSettings, type Settings } from '../../device/settings.ts';
import { askAgain, LoadFailure, loadOnce } from '../../loading/load-once.ts';
import { inSlices, sliced } from '../../loading/yielding.ts';
import { type Asked, useAsked, useSettled } from '../../ui/asked.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

interface MemorySectionProps {
  readonly memory: Memory;
  readonly onReplaced: (settings: Settings) => void;
}

type Told =
  | { readonly kind: 'saving' | 'saved' | 'reading' | 'calledOff' | 'notLoaded' | 'deleted' | 'notDeleted' }
  | { readonly kind: 'added'; readonly added: Added; readonly leftOut: number; readonly tooMany: number }
  | Extract<ReadBackup, { kind: 'refused' }>;

const writing = loadOnce(() => import('../../device/backup-file.ts'));

/** What the device keeps: how much, out to a file, in from one, and away with all of it. */
export function MemorySection({ memory, onReplaced }: MemorySectionProps) {
  const { t } = useSentences('settings');
  const input = useId();
  const [told, setTold] = useState<Told>();
  const [isAsking, setAsking] = useState(false);
  const amount = useAsked(useCallback(() => amountOf(memory), [memory]));

  const [work, setWork] = useState<AbortController>();
  const place = useRef<HTMLParagraphElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => () => work?.abort(), [work]);

  const begin = (kind: 'saving' | 'reading'): AbortController => {
    work?.abort();
    const begun = new AbortController();
    setWork(begun);
    setTold({ kind });
    return begun;
  };
  const end = (what: Told): void => {
    // The button that calls the work off goes, and must not take the focus with it.
    if (document.activeElement === stop.current) place.current?.focus();
    setWork(undefined);
    setTold(what);
  };
  /** Says so where a part of the game that the work needs does not load. */
  const doWork = async (work: () => Promise<void>): Promise<void> => {
    askAgain();
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LoadFailure)) throw error;
      end({ kind: 'notLoaded' });
    }
  };
  const save = async (): Promise<void> => {
    const { signal } = begin('saving');
    const [{ fileOf }, contents] = await Promise.all([writing(), memory.contents()]);
    const breathe = sliced();
    const pieces: string[] = [];
    for (const piece of fileOf(contents)) {
      if (signal.aborted) return;
      pieces.push(piece);
      await breathe();
    }
    if (signal.aborted) return;
    saveFile(`mikiwame-${calendarDay(Date.now())}.json`, 'application/json', pieces);
    end({ kind: 'saved' });
  };
  const open = async (file: File): Promise<void> => {
    const { signal } = begin('reading');
    const reading = await readingOf(file, signal);
    if (reading === undefined || signal.aborted) return;
    if (reading.kind === 'refused') {
      end(reading);
      return;
    }
    const { contents, leftOut, tooMany } = reading;
    // From here on all of it is taken in, or nothing.
    setWork(undefined);
    if (document.activeElement === stop.current) place.current?.focus();
    const added = await memory.takeIn(contents);
    onReplaced(await memory.settings());
    amount.again();
    setTold({ kind: 'added', added, leftOut, tooMany });
  };
  const deleteAll = async (): Promise<void> => {
    setAsking(false);
    const isGone = await memory.deleteEverything();
    if (isGone) onReplaced(firstSettings);
    amount.again();
    setTold({ kind: isGone ? 'deleted' : 'notDeleted' });
  };
  const say = (what: Told): string => {
    switch (what.kind) {
      case 'saving':
      case 'saved':
      case 'reading':
      case 'calledOff':
      case 'notLoaded':
      case 'deleted':
      case 'notDeleted':
        return t(`memory.${what.kind}`);
      case 'refused':
        return t(`memory.refused.${what.why}`);
      case 'added':
        return [
          t('memory.added', { ...what.added }),
          ...(what.added.drills > 0 ? [t('memory.addedDrills', { ...what.added })] : []),
          ...(what.leftOut > 0 ? [t('memory.leftOut', { count: what.leftOut })] : []),
          ...(what.tooMany > 0 ? [t('memory.tooMany', { count: what.tooMany })] : []),
        ].join(' ');
    }
  };

  return (
    <section>
      <h2>{t('memory.title')}</h2>
      <p>{memory.loss === undefined ? t('memory.promise') : t('memory.notKept')}</p>
      <Loaded onAgain={amount.again}>
        <Amount key={amount.attempt} asked={amount} />
      </Loaded>
      <p className="settings-buttons">
        <button type="button" className="button" onClick={() => void doWork(save)}>
          {t('memory.save')}
        </button>
        <label className="button file-button" htmlFor={input}>
          <span>{t('memory.open')}</span>
          <input
            id={input}
            type="file"
            className="visually-hidden"
            accept=".json,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) void doWork(() => open(file));
              // So that the same file can be chosen again.
              target.value = '';
            }}
          />
        </label>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('memory.delete')}
        </button>
      </p>
      <p role="status" className="settings-told" tabIndex={-1} ref={place}>
        {told && say(told)}
      </p>
      {work && (
        <p className="settings-work">
          <button
            type="button"
            className="button small"
            ref={stop}
            onClick={() => {
              work.abort();
              end({ kind: 'calledOff' });
            }}
          >
            {t('memory.callOff')}
          </button>
        </p>
      )}
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

function Amount({ asked }: { readonly asked: Asked<Added> }) {
  const { t, language } = useSentences('settings');
  const kept = useSettled(asked.promise);
  if (kept === undefined) return null;
  const counts = [
    t('memory.amount', { ...kept }),
    ...(kept.drills > 0 ? [t('memory.amountDrills', { ...kept })] : []),
  ];
  return <p className="soft">{counts.join(language === 'ja' ? '・' : ' · ')}</p>;
}

async function amountOf(memory: Memory): Promise<Added> {
  const [{ rounds }, begun, drills] = await Promise.all([memory.practice(), memory.begun(), memory.drills()]);
  return { records: rounds, rounds: begun.size, drills: drills.size };
}

/** Undefined once it is called off. */
async function readingOf(file: File, calledOff: AbortSignal): Promise<ReadBackup | undefined> {
  const { largestFile, readSteps } = await writing();
  try {
    if (file.size > largestFile) return { kind: 'refused', why: 'tooLarge' };
    return await inSlices(readSteps(await file.text()), calledOff);
  } catch {
    // Moved or taken away since it was chosen.
    return { kind: 'refused', why: 'notJson' };
  }
}
