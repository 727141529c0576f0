import '../../ui/helps.css';
import { useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';

interface KeptAnswerProps {
  readonly last: boolean;
  readonly onNext: () => void;
}

/** Shown below an answered message whose explanation comes at the end of the round. */
export default function KeptAnswer({ last, onNext }: KeptAnswerProps) {
  const { t } = useSentences('round');
  return (
    <section className="kept">
      <div>
        <h2 tabIndex={-1} ref={focusOnce}>
          {t('kept.title')}
        </h2>
        <p className="soft">{t('kept.text')}</p>
      </div>
      <button type="button" className="button main" onClick={onNext}>
        {t(last ? 'kept.result' : 'kept.next')}
      </button>
    </section>
  );
}
