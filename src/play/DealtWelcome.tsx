import '../ui/helps.css';
import type { Shortage } from '../core/round/deal.ts';
import type { RoundMode } from '../core/round/round-vocabulary.ts';
import { useSentences } from '../i18n/setup.ts';

interface DealtWelcomeProps {
  readonly mode: RoundMode;
  readonly count: number;
  /** Whether all messages come from one inbox. */
  readonly oneInbox: boolean;
  readonly shortage: Shortage | undefined;
  /** Absent if nothing is left to answer. */
  readonly onStart: (() => void) | undefined;
}

/** The introduction of a dealt round, before its first message is opened. */
export default function DealtWelcome({ mode, count, oneInbox, shortage, onStart }: DealtWelcomeProps) {
  const { t } = useSentences('round');
  return (
    <div className="welcome">
      <h2>{t(`mode.${mode}`)}</h2>
      <p>{t(`welcome.${oneInbox && mode === 'training' ? 'oneInbox' : mode}`, { count })}</p>
      {shortage && <p className="shortage">{t(`shortage.${shortage.kind}`, { ...shortage })}</p>}
      <ol>
        <li>{t(oneInbox ? 'how.oneInbox' : 'how.2')}</li>
        <li>{t('how.1')}</li>
        <li>{t('how.3')}</li>
      </ol>
      {onStart && (
        <button type="button" className="button main" onClick={onStart}>
          {t('start')}
        </button>
      )}
    </div>
  );
}
