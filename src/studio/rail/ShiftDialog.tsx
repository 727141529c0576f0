import { useId, useState } from 'react';
import { shiftedDates } from '../../core/draft/shift-dates.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { valueOfFile } from '../draft/file-value.ts';
import { useEditing } from '../edit/editing.ts';
import { idOf } from '../mail/drawn.ts';

/** Moves all dates of the inbox so that its present is another day. What cannot be moved is listed. */
export function ShiftDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSentences('studio');
  const { open, file, surround } = useEditing();
  const id = useId();
  const today = surround.clock.slice(0, 10);
  const [day, setDay] = useState(today);
  const days = daysBetween(today, day);
  const { changes, doubtful } = shiftedDates(valueOfFile(file) ?? null, days);
  const nameOf = (path: readonly (string | number)[]): string => {
    const [list, index] = path;
    const message = list === 'messages' && typeof index === 'number' ? file.messages[index] : undefined;
    return message === undefined ? t('texts.around') : idOf(message.value);
  };
  return (
    <Dialog title={t('shift.title')} closeLabel={t('close')} onClose={onClose}>
      <p>{t('shift.about')}</p>
      <p className="studio-shift">
        <label htmlFor={id}>{t('shift.day')}</label>
        <input id={id} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        <span role="status">{t('shift.found', { days, count: changes.length })}</span>
      </p>
      {doubtful.length > 0 && (
        <>
          <h3>{t('shift.doubtful', { count: doubtful.length })}</h3>
          <ul className="studio-incoming">
            {doubtful.map(({ path, language, words }, index) => (
              <li key={index}>
                <b translate="no">{words}</b>{' '}
                <small translate="no">{`${nameOf(path)} · ${t(`language.${language}`)}`}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={changes.length === 0}
          onClick={() => {
            open.change(file.path, changes);
            onClose();
          }}
        >
          {t('shift.do')}
        </button>
      </div>
    </Dialog>
  );
}

/** 0 while one of them is no day. */
function daysBetween(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isSafeInteger(days) ? days : 0;
}
