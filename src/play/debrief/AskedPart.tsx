import type { Finding } from '../../core/engine/finding.ts';
import { FindingCard } from '../../explain/FindingCard.tsx';
import { useSentences } from '../../i18n/setup.ts';

interface AskedPartProps {
  readonly explained: Finding | 'nothing';
  readonly onReveal: (region: string) => void;
  readonly onBack: () => void;
}

/** The answer to "and this?": what there is to say about a part that the player chose in the message. */
export function AskedPart({ explained, onReveal, onBack }: AskedPartProps) {
  const { t } = useSentences('debrief');
  return (
    <div className="asked">
      <p className="asked-head">
        <span>{t('ask.chosen')}</span>
        <button type="button" className="button small plain" onClick={onBack}>
          {t('ask.back')}
        </button>
      </p>
      {explained === 'nothing' ? (
        <article className="card neutral" tabIndex={-1}>
          <p>{t('ask.nothing')}</p>
        </article>
      ) : (
        <FindingCard finding={explained} voices="one" onReveal={onReveal} />
      )}
    </div>
  );
}
