import { minutesFor } from '../core/round/minutes.ts';
import type { Message } from '../core/scenario/format/message.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { ExplainedMessage } from './ExplainedMessage.tsx';
import type { PlayedMessage } from '../core/round/played-message.ts';

interface LureScreenProps {
  readonly played: PlayedMessage;
  /** How many messages the round to practise has. */
  readonly practiceLength: number;
  readonly onPractise: () => void;
}

/** Explains one message at once, for people who clicked on it in a phishing campaign, then offers a practice round. */
export default function LureScreen({ played, practiceLength, onPractise }: LureScreenProps) {
  const { t, language } = useSentences('teach');
  const { message } = played;
  const aids = firstAidOf(message);
  const isLure = message.solution.truth === 'phish';
  return (
    <div className="stage">
      <main className="teaching">
        <h1 className="visually-hidden">{t('title')}</h1>
        <ExplainedMessage
          played={played}
          head={
            <>
              <h2 tabIndex={-1} ref={focusOnce}>
                {t('title')}
              </h2>
              <p>{t(isLure ? 'kind' : 'genuine')}</p>
            </>
          }
          foot={
            <>
              {isLure && (
                <section className="first-aid">
                  <h3>{t('firstAid')}</h3>
                  {aids.length > 0 ? (
                    aids.map((aid) => <p key={aid.en}>{pick(aid, language)}</p>)
                  ) : (
                    <ol>
                      <li>{t('plainAid.1')}</li>
                      <li>{t('plainAid.2')}</li>
                      <li>{t('plainAid.3')}</li>
                    </ol>
                  )}
                </section>
              )}
              <section>
                <h3>{t('practice')}</h3>
                <p className="soft">{t('practiceLead', { minutes: minutesFor(practiceLength) })}</p>
              </section>
              <div className="debrief-next">
                <button type="button" className="button main" onClick={onPractise}>
                  {t('start')}
                </button>
              </div>
            </>
          }
        />
      </main>
    </div>
  );
}

/** What the message's pages and files advise for the next ten minutes, without repeats. */
function firstAidOf({ pages = [], attachments = [] }: Message) {
  const aids = [...pages, ...attachments].flatMap(({ firstAid }) => firstAid ?? []);
  return aids.filter(({ en }, index) => aids.findIndex((other) => other.en === en) === index);
}
