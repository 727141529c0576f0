import { type Advice, practiceFor, type PracticeParameters } from '../core/record/advice.ts';
import { useSentences } from '../i18n/setup.ts';
import { percentOf } from '../i18n/number-words.ts';
import { useChannelName } from './useChannelName.ts';

interface AdvicePanelProps {
  /** The most useful advice first. */
  readonly advice: readonly [Advice, ...Advice[]];
  readonly onPractise: (parameters: PracticeParameters) => void;
}

/** What to practise next and why, with a button that starts it. Further advice is folded away. */
export function AdvicePanel({ advice: [first, ...others], onPractise }: AdvicePanelProps) {
  const { t } = useSentences('progress');
  const words = useAdviceWords();
  const { title, text } = words(first);
  return (
    <section className="advice">
      <h2>{t('next.heading')}</h2>
      <h3>{title}</h3>
      <p>{text}</p>
      <button type="button" className="button main" onClick={() => onPractise(practiceFor(first))}>
        {t('next.button')}
      </button>
      {others.length > 0 && (
        <details>
          <summary>{t('next.more')}</summary>
          <ul>
            {others.map((one) => {
              const other = words(one);
              return (
                <li key={one.kind}>
                  <h3>{other.title}</h3>
                  <p>{other.text}</p>
                  <button
                    type="button"
                    className="button small"
                    aria-label={`${t('next.button')}: ${other.title}`}
                    onClick={() => onPractise(practiceFor(one))}
                  >
                    {t('next.button')}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

interface AdviceWords {
  readonly title: string;
  readonly text: string;
}

function useAdviceWords(): (advice: Advice) => AdviceWords {
  const { t } = useSentences('progress');
  const nameOf = useChannelName();
  return (advice) => {
    switch (advice.kind) {
      case 'trusting':
      case 'alarmist':
        return {
          title: t(`next.${advice.kind}.title`),
          text: t(`next.${advice.kind}.text`, { ...advice }),
        };
      case 'family': {
        const { found, total } = advice;
        const family = t(`family.${advice.family}`);
        return { title: t('next.family.title', { family }), text: t('next.family.text', { found, total }) };
      }
      case 'channel': {
        const { right, total } = advice;
        const channel = nameOf(advice.channel);
        return {
          title: t('next.channel.title', { channel }),
          text: t('next.channel.text', { right, total }),
        };
      }
      case 'overconfident':
      case 'underconfident':
        return {
          title: t(`next.${advice.kind}.title`),
          text: t(`next.${advice.kind}.text`, { by: percentOf(advice.by) }),
        };
      case 'keepGoing':
        return advice.missing === 0
          ? { title: t('next.keepGoing.title'), text: t('next.keepGoing.text') }
          : { title: t('next.notYet.title'), text: t('next.notYet.text') };
    }
  };
}
