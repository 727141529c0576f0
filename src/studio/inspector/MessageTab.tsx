import { memberOf } from '../../core/draft/json.ts';
import { useSentences } from '../../i18n/setup.ts';
import { Choice } from '../mail/Choice.tsx';
import { useEditing } from '../edit/editing.ts';
import { truthIn, truths, withTruth } from '../mark/new-solution.ts';
import { BodyBlocks } from '../blocks/BodyBlocks.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { TextField } from './TextField.tsx';

/** What the message is, who it is from, and its words. */
export function MessageTab() {
  const { t } = useSentences('studio');
  const { open, file, index, message, change, onMessage } = useEditing();
  if (message === undefined) return null;
  const { value } = message;
  const channel = memberOf(value, 'channel');
  return (
    <>
      <div className="studio-field">
        <span id="studio-truth">{t('message.truth')}</span>
        <Choice
          label={t('message.truth')}
          value={truthIn(value) ?? ''}
          options={truths.map((one) => ({ value: one, text: t(`truth.${one}`) }))}
          onChange={(truth) => truth !== '' && change([withTruth(value, truth)])}
        />
      </div>
      {channel === 'mail' && (
        <>
          <LocalizedField label={t('message.subject')} path={['subject']} rows={2} />
          <LocalizedField label={t('message.fromName')} path={['from', 'name']} />
          <TextField label={t('message.fromAddress')} path={['from', 'address']} />
        </>
      )}
      <TextField label={t('message.sent')} path={['sent']} />
      <BodyBlocks path={['body']} label={t('block.all')} />
      <div className="studio-acts">
        <button
          type="button"
          className="studio-button danger"
          onClick={() => {
            open.change(file.path, [{ kind: 'remove', path: ['messages', index] }]);
            onMessage(Math.max(0, index - 1));
          }}
        >
          {t('message.remove')}
        </button>
      </div>
    </>
  );
}
