import { useId, useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import type { Added, Memory } from '../../device/memory.ts';
import type { Settings } from '../../device/settings.ts';
import { type Asked, useSettled } from '../../ui/asked.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { type Told, useMemoryWork } from './useMemoryWork.ts';
import { FileInput } from '../../ui/FileInput.tsx';

interface MemorySectionProps {
  readonly memory: Memory;
  readonly onReplaced: (settings: Settings) => void;
}

/** What the device keeps: how much, saved to a file, read from one, or deleted. */
export function MemorySection({ memory, onReplaced }: MemorySectionProps) {
  const { t } = useSentences('settings');
  const say = useWords();
  const input = useId();
  const [isAsking, setAsking] = useState(false);
  const { amount, told, callOff, save, open, deleteAll, place, stop } = useMemoryWork(memory, onReplaced);
  return (
    <section>
      <h2>{t('memory.title')}</h2>
      <p>{memory.loss === undefined ? t('memory.promise') : t('memory.notKept')}</p>
      <Loaded onAgain={amount.again}>
        <Amount key={amount.attempt} asked={amount} />
      </Loaded>
      <p className="settings-buttons">
        <button type="button" className="button" onClick={save}>
          {t('memory.save')}
        </button>
        <label className="button file-button" htmlFor={input}>
          <span>{t('memory.open')}</span>
          <FileInput id={input} accept=".json,application/json" onFile={open} />
        </label>
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('memory.delete')}
        </button>
      </p>
      <p role="status" className="settings-told" tabIndex={-1} ref={place}>
        {told && say(told)}
      </p>
      {callOff && (
        <p className="settings-work">
          <button type="button" className="button small" ref={stop} onClick={callOff}>
            {t('memory.callOff')}
          </button>
        </p>
      )}
      {isAsking && (
        <DeletionDialog
          onDelete={() => {
            setAsking(false);
            deleteAll();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** Returns a function that describes the last operation. */
function useWords(): (told: Told) => string {
  const { t } = useSentences('settings');
  return (told) => {
    switch (told.kind) {
      case 'saving':
      case 'saved':
      case 'reading':
      case 'calledOff':
      case 'notLoaded':
      case 'deleted':
      case 'notDeleted':
        return t(`memory.${told.kind}`);
      case 'refused':
        return t(`memory.refused.${told.why}`);
      case 'added':
        return [
          t('memory.added', { ...told.added }),
          ...(told.added.drills > 0 ? [t('memory.addedDrills', { ...told.added })] : []),
          ...(told.leftOut > 0 ? [t('memory.leftOut', { count: told.leftOut })] : []),
          ...(told.tooMany > 0 ? [t('memory.tooMany', { count: told.tooMany })] : []),
        ].join(' ');
    }
  };
}

interface DeletionDialogProps {
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

function DeletionDialog({ onDelete, onClose }: DeletionDialogProps) {
  const { t } = useSentences('settings');
  return (
    <Dialog title={t('memory.deleteTitle')} closeLabel={t('memory.deleteNot')} onClose={onClose}>
      <p>{t('memory.deleteText')}</p>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onDelete}>
          {t('memory.deleteSure')}
        </button>
      </div>
    </Dialog>
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
