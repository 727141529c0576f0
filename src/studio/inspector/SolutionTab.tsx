import '../mark/mark.css';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { MarkEditor } from '../mark/MarkEditor.tsx';
import { MarkList } from '../mark/MarkList.tsx';
import { truthIn, truths, withTruth } from '../mark/new-solution.ts';
import { RegionHead } from '../mark/RegionHead.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { ProposalList } from '../proposals/ProposalList.tsx';
import { BestAction } from './BestAction.tsx';

/** What the message is and why: the chosen part and its mark, or all marks and the words of the debrief. */
export function SolutionTab() {
  const { t } = useSentences('studio');
  const { message, change, region, mark } = useEditing();
  if (message === undefined) return null;
  const truth = truthIn(message.value);
  if (truth === undefined) {
    return (
      <div className="studio-ask">
        <p>{t('solution.ask')}</p>
        {truths.map((one) => (
          <button
            key={one}
            type="button"
            className="studio-button"
            onClick={() => change([withTruth(message.value, one)])}
          >
            {t(`truth.${one}`)}
          </button>
        ))}
      </div>
    );
  }
  return (
    <>
      {region === undefined && mark === undefined ? (
        <p className="studio-hint">{t('solution.choose')}</p>
      ) : (
        <RegionHead truth={truth} />
      )}
      {mark !== undefined && <MarkEditor key={mark.path.join('/')} mark={mark} />}
      <MarkList truth={truth} />
      <ProposalList />
      <details className="studio-more">
        <summary>{t('solution.debrief')}</summary>
        <BestAction />
        <LocalizedField label={t('solution.reason')} path={['solution', 'best', 'reason']} rows={2} />
        <LocalizedField label={t('solution.lesson')} path={['solution', 'lesson']} rows={3} />
        <LocalizedField label={t('solution.source')} path={['solution', 'source', 'text']} rows={2} />
      </details>
    </>
  );
}
