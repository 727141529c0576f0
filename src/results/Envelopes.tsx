import type { Assessment } from '../core/engine/assess.ts';
import type { Message } from '../core/scenario/format/message.ts';
import { senderOf, titleOf } from '../core/scenario/layout/headline.ts';
import { OutcomeSeal, sealOf } from '../explain/OutcomeSeal.tsx';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { Avatar } from '../inbox/message/Avatar.tsx';

/** A message of the round, with its assessment where it was answered. */
export interface Envelope {
  readonly message: Message;
  readonly assessment: Assessment | undefined;
}

interface EnvelopesProps {
  readonly envelopes: readonly Envelope[];
  readonly onOpen: (message: string) => void;
}

/** The messages of the round, each with its seal and what became of it. Each leads to its debrief. */
export function Envelopes({ envelopes, onOpen }: EnvelopesProps) {
  const { language } = useLanguage();
  const { t } = useSentences('result');
  const { t: say } = useSentences('round');
  return (
    <ul className="result-list">
      {envelopes.map(({ message, assessment }, index) => (
        <li key={message.id} data-order={Math.min(index + 1, 10)}>
          <button
            type="button"
            className={assessment?.correct === true ? 'result-envelope' : 'result-envelope wrong'}
            onClick={() => onOpen(message.id)}
          >
            <Avatar name={senderOf(message)} />
            <span className="envelope-seal">{assessment && <OutcomeSeal sign={sealOf(assessment)} />}</span>
            <span className="result-subject" translate="no">
              {pick(titleOf(message), language)}
            </span>
            <span className="envelope-caption">
              {assessment === undefined
                ? say('noAnswer')
                : t(`caption.${assessment.truth}.${assessment.correct ? 'right' : 'wrong'}`)}
            </span>
            <span className="result-points">
              {t('points', { points: Math.round(assessment?.score ?? 0) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
