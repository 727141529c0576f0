import '../../ui/helps.css';
import { useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { ExplainedMessage } from '../../explain/ExplainedMessage.tsx';
import type { PlayedMessage } from '../../core/round/played-message.ts';

interface UnansweredScreenProps {
  readonly played: PlayedMessage;
  readonly last: boolean;
  readonly onNext: () => void;
}

/** Explains a message for which time ran out. */
export default function UnansweredScreen({ played, last, onNext }: UnansweredScreenProps) {
  const { t } = useSentences('round');
  return (
    <ExplainedMessage
      played={played}
      head={
        <>
          <h2 tabIndex={-1} ref={focusOnce}>
            {t(`truth.${played.message.solution.truth}`)}
          </h2>
          <p className="soft">{t('kept.expired')}</p>
        </>
      }
      foot={
        <div className="debrief-next">
          <button type="button" className="button main" onClick={onNext}>
            {t(last ? 'kept.result' : 'kept.next')}
          </button>
        </div>
      }
    />
  );
}
