import './proposals.css';
import { eitherOf } from '../texts/localized.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useEditing } from '../edit/editing.ts';
import { useStudioKeys } from '../useStudioKeys.ts';
import { acceptedAll, type OpenProposal } from './open-proposals.ts';

/** What the rules found and the author has not answered yet. Nothing is written until it is accepted. */
export function ProposalList() {
  const { t, language } = useSentences('studio');
  const { message, region, proposals, dismiss, change, onMark, onRegion } = useEditing();
  const current =
    proposals.find(({ regions }) => region !== undefined && regions.includes(region)) ?? proposals[0];
  const certain = proposals.filter(({ proposal }) => proposal.grade === 'certain');
  const accept = (chosen: readonly OpenProposal[]): void => {
    if (message === undefined || chosen.length === 0) return;
    const { changes, path } = acceptedAll(message.value, chosen);
    if (change(changes)) onMark(path);
  };
  const refuse = (chosen: OpenProposal | undefined): void => {
    if (chosen !== undefined) dismiss(chosen);
  };
  useStudioKeys({
    a: () => accept(current ? [current] : []),
    x: () => refuse(current),
    'shift+a': () => accept(certain),
  });
  if (message === undefined) return null;
  return (
    <section className="studio-proposals" aria-label={t('proposal.title')}>
      <div className="studio-region-head">
        <h3>{t('proposal.count', { count: proposals.length })}</h3>
        {certain.length > 0 && (
          <button
            type="button"
            className="studio-button small"
            aria-keyshortcuts="Shift+A"
            onClick={() => accept(certain)}
          >
            <span>{t('proposal.all', { count: certain.length })}</span>
            <kbd aria-hidden="true">⇧A</kbd>
          </button>
        )}
      </div>
      {proposals.length === 0 ? (
        <p className="studio-hint">{t('proposal.none')}</p>
      ) : (
        <ul>
          {proposals.map((one) => (
            <li key={one.key} className={one.proposal.grade} data-current={one === current}>
              <button type="button" className="studio-proposal" onClick={() => onRegion(one.regions[0])}>
                <span className="studio-grade">{t(`proposal.${one.proposal.grade}`)}</span>
                <span>{eitherOf(one.proposal.explanation, language)}</span>
              </button>
              <div className="studio-acts">
                <button type="button" className="studio-button small" onClick={() => accept([one])}>
                  <span>{t('proposal.accept')}</span>
                  {one === current && <kbd aria-hidden="true">A</kbd>}
                </button>
                <button type="button" className="studio-button bare small" onClick={() => refuse(one)}>
                  <span>{t('proposal.dismiss')}</span>
                  {one === current && <kbd aria-hidden="true">X</kbd>}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
