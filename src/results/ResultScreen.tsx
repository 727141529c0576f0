import './progress.css';
import { useMemo } from 'react';
import type { Answer } from '../core/engine/answer.ts';
import { roundSoFar } from '../core/round/round-so-far.ts';
import { finishedRound } from '../core/record/finished-round.ts';
import { adviceOf, type PracticeParameters } from '../core/record/advice.ts';
import { certificateOf } from '../core/record/certificate.ts';
import { progressOf } from '../core/record/progress.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { titleOf } from '../core/scenario/layout/headline.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Petals } from '../ui/Petals.tsx';
import { Ring } from '../ui/Ring.tsx';
import { AdvicePanel } from './AdvicePanel.tsx';
import { ChannelSection } from './charts/ChannelSection.tsx';
import { FamilySection } from './charts/FamilySection.tsx';
import { HandIn } from './HandIn.tsx';
import { MeasureSections, NotYet } from './MeasureSections.tsx';
import { verdictLabel } from '../explain/labels.ts';
import type { Game } from '../play/store.ts';

/** Where the result screen leads. */
export interface AfterRound {
  readonly onLeave: () => void;
  readonly onAgain: () => void;
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onProgress: () => void;
  /** Receives the id of the round's record. */
  readonly onCertificate: (record: string) => void;
  /** Deals another round like this one; absent if there is none. */
  readonly onAnother?: (() => void) | undefined;
}

interface ResultScreenProps extends AfterRound {
  readonly game: Game;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** The result of a round. */
export default function ResultScreen({ game, answers, ...after }: ResultScreenProps) {
  const { t, language } = useLanguage();
  const { t: tell } = useSentences('progress');
  const { t: say } = useSentences('round');
  const { answered, result, record } = useMemo(() => {
    const { moves } = game.store.getState();
    const soFar = roundSoFar(game, moves);
    return { ...soFar, record: finishedRound(game, moves, soFar) };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the answers are derived from the moves and change with them
  }, [game, answers]);
  const progress = useMemo(() => progressOf([record]), [record]);
  const { onLeave, onAgain, onPractise, onProgress, onCertificate, onAnother } = after;
  const { messages, rules } = game;
  const unanswered = messages.filter(({ message }) => !answers.get(message.id)?.submitted);
  const certificate = certificateOf(record);
  return (
    <main className="sheet result">
      {result.score >= 99.5 && <Petals />}
      <header className="result-head">
        <Ring percent={result.score} label={t('debrief.score', { score: Math.round(result.score) })} />
        <div>
          <h1 tabIndex={-1} ref={focusOnce}>
            {t('result.title')}
          </h1>
          <p>
            {t('result.summary', {
              right: answered.filter(({ assessment }) => assessment.correct).length,
              count: answered.length,
            })}
          </p>
          <Standing record={record} />
        </div>
      </header>
      {unanswered.length > 0 && <Unanswered count={unanswered.length} timed={rules.timer !== undefined} />}
      <AdvicePanel advice={adviceOf(progress)} onPractise={onPractise} />
      <section>
        <h2 className="result-messages">{tell('round.messages')}</h2>
        <ul className="result-list">
          {answered.map(({ played: { message }, assessment }) => (
            <li key={message.id}>
              <button type="button" onClick={() => game.openMessage(message.id)}>
                <span className={assessment.correct ? 'verdict-mark right' : 'verdict-mark wrong'}>
                  {t(assessment.correct ? 'result.right' : 'result.wrong')}
                </span>
                <span className="result-subject" translate="no">
                  {pick(titleOf(message), language)}
                </span>
                <span className="soft">{t(verdictLabel(assessment.truth, message.channel))}</span>
                <span className="result-points">{Math.round(assessment.score)}</span>
              </button>
            </li>
          ))}
          {unanswered.map(({ message }) => (
            <li key={message.id}>
              <button type="button" onClick={() => game.openMessage(message.id)}>
                <span className="verdict-mark wrong">{say('noAnswer')}</span>
                <span className="result-subject" translate="no">
                  {pick(titleOf(message), language)}
                </span>
                <span className="soft">{t(verdictLabel(message.solution.truth, message.channel))}</span>
                <span className="result-points">0</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <h2 className="about-round">{tell('round.aboutRound')}</h2>
      <div className="insights">
        <MeasureSections progress={progress} />
        <FamilySection families={progress.families} />
        <ChannelSection channels={progress.channels} />
        <NotYet progress={progress} ofRound />
      </div>
      <div className="dialog-actions">
        {onAnother && (
          <button type="button" className="button main" onClick={onAnother}>
            {say('another')}
          </button>
        )}
        <button type="button" className={onAnother ? 'button' : 'button main'} onClick={onLeave}>
          {t('result.more')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('result.again')}
        </button>
        <button type="button" className="button" onClick={onProgress}>
          {tell('round.progress')}
        </button>
        {certificate && (
          <button type="button" className="button" onClick={() => onCertificate(record.id)}>
            {tell(`round.certificate.${certificate}`)}
          </button>
        )}
      </div>
      <HandIn record={record} />
    </main>
  );
}

/** The score beside the pass mark, if the round has one. */
function Standing({ record: { score, passMark } }: { readonly record: RoundRecord }) {
  const { t } = useSentences('progress');
  if (passMark === undefined) return null;
  return (
    <p className="standing">
      {score >= passMark
        ? t('round.passed', { mark: passMark })
        : t('round.failed', { mark: passMark, missing: Math.ceil(passMark - score) })}
    </p>
  );
}

/** Says how many messages were left unanswered, and whether time ran out. */
function Unanswered({ count, timed }: { readonly count: number; readonly timed: boolean }) {
  const { t } = useSentences('round');
  return (
    <p className="result-unanswered">
      {[...(timed ? [t('timeOver')] : []), t('unanswered', { count })].join(' ')}
    </p>
  );
}
