import { memberOf } from '../../core/draft/json.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { eitherOf, writtenIn } from '../texts/localized.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { isSameMark } from './authored-marks.ts';

/** All marks of the message; the arrow keys step through them. */
export function MarkList({ truth }: { readonly truth: Truth }) {
  const { t, language } = useSentences('studio');
  const { marks, mark, onMark } = useEditing();
  const step = (by: 1 | -1): void => {
    const at = marks.findIndex((one) => isSameMark(one, mark));
    const next = marks[(at + by + marks.length) % marks.length] ?? marks[0];
    if (next !== undefined) onMark(next.path);
  };
  useStudioKeys({ ']': () => step(1), '[': () => step(-1) });
  return (
    <section className="studio-marks" aria-label={t('mark.all')}>
      <h3>{t('mark.all')}</h3>
      {marks.length === 0 ? (
        <p className="studio-hint">{t(truth === 'phish' ? 'mark.noneLure' : 'mark.noneGenuine')}</p>
      ) : (
        <ul>
          {marks.map((one) => (
            <li key={one.path.join('/')}>
              <button
                type="button"
                aria-current={isSameMark(one, mark)}
                className={one.regions.length === 0 ? 'lost' : undefined}
                onClick={() => onMark(one.path)}
              >
                <span className={`studio-kind ${one.kind}`}>
                  <span>{one.kind === 'clue' ? one.number : t(`letter.${one.kind}`)}</span>
                  <span className="visually-hidden">{t(`kind.${one.kind}`)}</span>
                </span>
                <span translate="no">
                  {eitherOf(writtenIn(memberOf(one.value, 'explanation')), language) || t('mark.unexplained')}
                </span>
                {one.regions.length === 0 && (
                  <span className="studio-chip warning">{t('mark.lostShort')}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
