import { useId } from 'react';
import { itemsOf, memberOf } from '../../core/draft/json.ts';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { LocalizedField } from '../inspector/LocalizedField.tsx';
import { insert, set } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { eitherOf, writtenIn } from '../texts/localized.ts';
import type { AuthoredMark } from './authored-marks.ts';
import { factsIn, freeId } from './new-solution.ts';

const weights = [
  { weight: 'decisive', points: 3 },
  { weight: 'strong', points: 2 },
  { weight: 'soft', points: 1 },
] as const;

/** Which fact a clue proves, and how much that fact weighs. Several clues may prove one. */
export function FactField({ mark }: { readonly mark: AuthoredMark }) {
  const { t, language } = useSentences('studio');
  const { t: say } = useLanguage();
  const { message, change } = useEditing();
  const id = useId();
  const solution = memberOf(message?.value, 'solution');
  const facts = factsIn(solution);
  const chosen = facts.find((fact) => fact.id === memberOf(mark.value, 'fact'));
  const shared = itemsOf(memberOf(solution, 'clues')).filter(
    (clue) => chosen !== undefined && memberOf(clue, 'fact') === chosen.id,
  ).length;
  const choose = (fact: string): void => {
    if (fact !== '+') {
      change([set([...mark.path, 'fact'], fact)]);
      return;
    }
    const next = freeId(solution, 'fact');
    change([
      insert(['solution', 'facts', facts.length], { id: next, weight: 'strong', title: { ja: '', en: '' } }),
      set([...mark.path, 'fact'], next),
    ]);
  };
  return (
    <div className="studio-fact">
      <label className="studio-label" htmlFor={id}>
        <span>{t('mark.fact')}</span>
        {shared > 1 && <small>{t('mark.shared', { count: shared })}</small>}
      </label>
      <select id={id} value={chosen?.id ?? ''} onChange={({ target }) => choose(target.value)}>
        {chosen === undefined && <option value="">{t('mark.noFact')}</option>}
        {facts.map((fact) => (
          <option key={fact.id} value={fact.id}>
            {eitherOf(writtenIn(memberOf(fact.value, 'title')), language) || fact.id}
          </option>
        ))}
        <option value="+">{t('mark.newFact')}</option>
      </select>
      {chosen !== undefined && (
        <>
          <div className="studio-weights" role="group" aria-label={t('mark.weight')}>
            {weights.map(({ weight, points }) => (
              <button
                key={weight}
                type="button"
                aria-pressed={memberOf(chosen.value, 'weight') === weight}
                onClick={() => change([set([...chosen.path, 'weight'], weight)])}
              >
                {`${say(`weight.${weight}`)} ${t('mark.points', { count: points })}`}
              </button>
            ))}
          </div>
          <LocalizedField label={t('mark.factTitle')} path={[...chosen.path, 'title']} rows={2} />
        </>
      )}
    </div>
  );
}
