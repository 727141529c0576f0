import '../../ui/helps.css';
import type { Reason } from '../../core/engine/answer.ts';
import type { Assessment } from '../../core/engine/assess.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useRegionNames } from '../../explain/useRegionNames.ts';

interface DebriefWordsProps {
  readonly message: SealedMessage;
  readonly assessment: Assessment;
  /** How many hints were taken. */
  readonly hints: number;
  readonly reason: Reason | undefined;
}

/** Remarks to this player: thanks for reporting, what they said decided it, and the hints they took. */
export function DebriefWords({ message, assessment: { action, truth }, hints, reason }: DebriefWordsProps) {
  const { t } = useSentences('coach');
  const nameOf = useRegionNames(message);
  return (
    <>
      {action.kind === 'report' && <p className="thanks">{t(`report.${truth}`)}</p>}
      {reason !== undefined && reason.kind !== 'unsaid' && (
        <p className="reason-said">
          {t('reason.said', {
            text:
              reason.kind === 'whole'
                ? t('reason.saidWhole')
                : (nameOf(reason.region) ?? t('reason.nothing')),
          })}
        </p>
      )}
      {hints > 0 && <p className="reason-said">{t('hintsUsed', { count: hints })}</p>}
    </>
  );
}
