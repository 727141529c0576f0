import '../../ui/helps.css';
import type { Flags, Reason } from '../../core/engine/answer.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import { useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { useRegionNames } from '../../explain/useRegionNames.ts';

interface ReasonScreenProps {
  readonly message: SealedMessage;
  readonly flags: Flags;
  readonly onReason: (reason: Reason) => void;
}

/** "What decided it for you?", asked between the answer and its debrief. It may be skipped and costs nothing. */
export default function ReasonScreen({ message, flags, onReason }: ReasonScreenProps) {
  const { t } = useSentences('coach');
  const nameOf = useRegionNames(message);
  return (
    <section className="reason" aria-labelledby="reason-title">
      <h2 id="reason-title" tabIndex={-1} ref={focusOnce}>
        {t('reason.title')}
      </h2>
      <p className="soft">{t('reason.lead')}</p>
      {flags.size > 0 && <h3>{t('reason.flags')}</h3>}
      <ul className="reason-choices">
        {[...flags.keys()].map((region) => (
          <li key={region}>
            <button type="button" className="button" onClick={() => onReason({ kind: 'region', region })}>
              {nameOf(region) ?? t('reason.nothing')}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="button" onClick={() => onReason({ kind: 'whole' })}>
            {t('reason.whole')}
          </button>
        </li>
      </ul>
      <button type="button" className="button small" onClick={() => onReason({ kind: 'unsaid' })}>
        {t('reason.skip')}
      </button>
    </section>
  );
}
