import { useId } from 'react';
import { memberOf } from '../../core/draft/json.ts';
import { actionKinds } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';

/** The best thing to do about the message in real life. */
export function BestAction() {
  const { t } = useSentences('studio');
  const { t: say } = useLanguage();
  const { message, change } = useEditing();
  const id = useId();
  const best = memberOf(memberOf(message?.value, 'solution'), 'best');
  const action = memberOf(best, 'action');
  return (
    <div className="studio-field">
      <label htmlFor={id}>{t('solution.best')}</label>
      <select
        id={id}
        value={typeof action === 'string' ? action : ''}
        onChange={({ target }) =>
          change(
            best === undefined
              ? [set(['solution', 'best'], { action: target.value, reason: { ja: '', en: '' } })]
              : [set(['solution', 'best', 'action'], target.value)],
          )
        }
      >
        {actionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`action.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
