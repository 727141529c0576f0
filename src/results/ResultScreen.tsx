import './progress.css';
import './result.css';
import { useMemo } from 'react';
import type { Move } from '../core/engine/answer.ts';
import type { Round } from '../core/round/played-message.ts';
import { roundSoFar } from '../core/round/round-so-far.ts';
import { finishedRound } from '../core/record/finished-round.ts';
import { adviceOf, type PracticeParameters } from '../core/record/advice.ts';
import { certificateOf } from '../core/record/certificate.ts';
import { progressOf } from '../core/record/progress.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { roundOutcome } from '../core/round/round-outcome.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { Petals } from '../ui/motion/Petals.tsx';
import { AdvicePanel } from './AdvicePanel.tsx';
import { BestFind } from './BestFind.tsx';
import { ChannelSection } from './charts/ChannelSection.tsx';
import { FamilySection } from './charts/FamilySection.tsx';
import { type Envelope, Envelopes } from './Envelopes.tsx';
import { HandIn } from './HandIn.tsx';
import { MeasureSections, NotYet } from './MeasureSections.tsx';
import { ResultHero } from './ResultHero.tsx';
import { ShareRow } from './ShareRow.tsx';

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
  /** The inbox that comes after this one in its pack; absent where there is none. */
  readonly next?: { readonly title: Localized; readonly onGo: () => void } | undefined;
}

interface ResultScreenProps extends AfterRound {
  readonly round: Round;
  readonly moves: readonly Move[];
  /** Opens the debrief of a message. */
  readonly onOpen: (message: string) => void;
}

/** The result of a round: what it came to, the messages, what was seen best and what to do next. */
export default function ResultScreen({ round, moves, onOpen, ...after }: ResultScreenProps) {
  const { t: tell } = useSentences('progress');
  const { t: end } = useSentences('result');
  const { answered, result, record } = useMemo(() => {
    const soFar = roundSoFar(round, moves);
    return { ...soFar, record: finishedRound(round, moves) };
  }, [round, moves]);
  const progress = useMemo(() => progressOf([record]), [record]);
  const { messages, rules } = round;
  const outcome = useMemo(() => roundOutcome(messages, { answered }), [messages, answered]);
  const envelopes = useMemo(
    () =>
      messages.map(({ message }) => ({
        message,
        assessment: answered.find(({ played }) => played.message === message)?.assessment,
      })),
    [messages, answered],
  );
  const unanswered = envelopes.filter(({ assessment }) => assessment === undefined).length;
  return (
    <main className="sheet result">
      {(outcome.isAllRight || result.score >= 90) && <Petals count={result.score >= 90 ? 24 : 12} />}
      <ResultHero result={result} outcome={outcome}>
        <Standing record={record} />
        {unanswered > 0 && <Unanswered count={unanswered} timed={rules.timer !== undefined} />}
        <WaysOn onOpen={onOpen} envelopes={envelopes} record={record} {...after} />
      </ResultHero>
      <section>
        <h2 className="visually-hidden">{tell('round.messages')}</h2>
        <Envelopes envelopes={envelopes} onOpen={onOpen} />
      </section>
      <div className="result-cards">
        {outcome.bestFind && <BestFind {...outcome.bestFind} />}
        <AdvicePanel advice={adviceOf(progress)} onPractise={after.onPractise} />
      </div>
      <FurtherWays record={record} {...after} />
      <ShareRow envelopes={envelopes} score={result.score} />
      <details className="result-more">
        <summary>{end('more')}</summary>
        <h2 className="about-round">{tell('round.aboutRound')}</h2>
        <div className="insights">
          <MeasureSections progress={progress} />
          <FamilySection families={progress.families} />
          <ChannelSection channels={progress.channels} />
          <NotYet progress={progress} ofRound />
        </div>
      </details>
      <HandIn record={record} />
    </main>
  );
}

interface WaysOnProps extends AfterRound {
  readonly onOpen: (message: string) => void;
  readonly envelopes: readonly Envelope[];
  readonly record: RoundRecord;
}

/** The way on, and a look back at what went wrong, or else at the first message. */
function WaysOn({ onOpen, envelopes, record, next, onAnother, onLeave, onCertificate }: WaysOnProps) {
  const { t, language } = useLanguage();
  const { t: say } = useSentences('round');
  const { t: end } = useSentences('result');
  const { t: tell } = useSentences('progress');
  const review = envelopes.find(({ assessment }) => assessment?.correct !== true) ?? envelopes[0];
  const isPassed = certificateOf(record) === 'passed';
  const main = isPassed
    ? { text: tell('round.certificate.passed'), go: () => onCertificate(record.id) }
    : next
      ? { text: end('next', { title: pick(next.title, language) }), go: next.onGo }
      : onAnother
        ? { text: say('another'), go: onAnother }
        : { text: t('result.more'), go: onLeave };
  return (
    <div className="result-ways">
      <button type="button" className="button main" onClick={main.go}>
        {main.text}
      </button>
      {review && (
        <button type="button" className="button" onClick={() => onOpen(review.message.id)}>
          {end('review')}
        </button>
      )}
    </div>
  );
}

interface FurtherWaysProps extends AfterRound {
  readonly record: RoundRecord;
}

/** The other ways on. */
function FurtherWays({
  record,
  next,
  onAnother,
  onLeave,
  onAgain,
  onProgress,
  onCertificate,
}: FurtherWaysProps) {
  const { t } = useLanguage();
  const { t: tell } = useSentences('progress');
  const { t: say } = useSentences('round');
  const certificate = certificateOf(record);
  const isPassed = certificate === 'passed';
  return (
    <div className="dialog-actions">
      {onAnother && (isPassed || next) && (
        <button type="button" className="button" onClick={onAnother}>
          {say('another')}
        </button>
      )}
      {(isPassed || next || onAnother) && (
        <button type="button" className="button" onClick={onLeave}>
          {t('result.more')}
        </button>
      )}
      <button type="button" className="button" onClick={onAgain}>
        {t('result.again')}
      </button>
      <button type="button" className="button" onClick={onProgress}>
        {tell('round.progress')}
      </button>
      {certificate === 'completed' && (
        <button type="button" className="button" onClick={() => onCertificate(record.id)}>
          {tell('round.certificate.completed')}
        </button>
      )}
    </div>
  );
}

/** The score beside the pass mark, if the round has one. */
function Standing({ record: { score, passMark } }: { readonly record: RoundRecord }) {
  const { t } = useSentences('progress');
  const { t: end } = useSentences('result');
  if (passMark === undefined) return null;
  const isPassed = score >= passMark;
  return (
    <p className={isPassed ? 'standing passed' : 'standing'}>
      <span className="ribbon">{end(isPassed ? 'passed' : 'failed')}</span>
      <span>
        {isPassed
          ? t('round.passed', { mark: passMark })
          : t('round.failed', { mark: passMark, missing: Math.ceil(passMark - score) })}
      </span>
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
