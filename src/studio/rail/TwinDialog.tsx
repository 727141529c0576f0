import { useId, useState } from 'react';
import { memberOf } from '../../core/draft/json.ts';
import { type TwinChange, twinFor } from '../../core/draft/twin.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { insert } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { idOf } from '../mail/drawn.ts';
import { linksIn } from '../page/page-edits.ts';
import { wordIn } from '../texts/localized.ts';

interface TwinDialogProps {
  readonly onClose: () => void;
}

/** Makes the twin of the open message: one thing is changed, and the difference is proposed. */
export function TwinDialog({ onClose }: TwinDialogProps) {
  const { t } = useSentences('studio');
  const { open, file, message, onMessage } = useEditing();
  const id = useId();
  const value = message?.value ?? null;
  const links = linksIn(value);
  const things = [
    ...(memberOf(value, 'from') === undefined
      ? []
      : [{ key: 'sender', text: wordIn(memberOf(value, 'from'), 'address') }]),
    ...links.map((link) => ({ key: wordIn(link, 'id'), text: wordIn(link, 'url') })),
  ];
  const [chosen, setChosen] = useState(0);
  const thing = things[chosen];
  const [typed, setTyped] = useState<string>();
  const next = typed ?? thing?.text ?? '';
  const make = (): void => {
    if (thing === undefined) return;
    const change: TwinChange =
      thing.key === 'sender' && chosen === 0
        ? { kind: 'sender', address: next }
        : { kind: 'link', link: thing.key, url: next };
    const twin = twinFor(
      value,
      freeTwin(
        idOf(value),
        file.messages.map((one) => idOf(one.value)),
      ),
      change,
    );
    if (twin !== undefined && open.change(file.path, [insert(['messages', file.messages.length], twin)]))
      onMessage(file.messages.length);
    onClose();
  };
  return (
    <Dialog title={t('twin.title')} closeLabel={t('close')} onClose={onClose}>
      <p>{t('twin.about')}</p>
      <div className="studio-form studio-twin">
        <div className="studio-field">
          <label htmlFor={`${id}-thing`}>{t('twin.thing')}</label>
          <select
            id={`${id}-thing`}
            value={chosen}
            onChange={({ target }) => {
              setChosen(Number(target.value));
              setTyped(undefined);
            }}
          >
            {things.map(({ key, text }, index) => (
              <option key={`${key} ${index}`} value={index}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <div className="studio-field">
          <label htmlFor={`${id}-next`}>{t('twin.next')}</label>
          <input
            id={`${id}-next`}
            type="text"
            translate="no"
            spellCheck={false}
            value={next}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      </div>
      <p>{t('twin.left')}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button main"
          disabled={thing === undefined || next.trim() === '' || next === thing.text}
          onClick={make}
        >
          {t('twin.make')}
        </button>
      </div>
    </Dialog>
  );
}

function freeTwin(id: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? `${id}-twin` : `${id}-twin-${number}`;
    if (!taken.includes(next)) return next;
  }
}
