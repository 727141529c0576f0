import './progress.css';
import { useMemo } from 'react';
import { adviceOf, type PracticeParameters } from '../core/record/advice.ts';
import { certificateOf } from '../core/record/certificate.ts';
import type { Progress } from '../core/record/progress.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { StampPage } from '../core/record/stamp-book.ts';
import { useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { AdvicePanel } from './AdvicePanel.tsx';
import { ChannelSection } from './charts/ChannelSection.tsx';
import { FamilySection } from './charts/FamilySection.tsx';
import { MeasureSections, NotYet } from './MeasureSections.tsx';
import { RoundDiary } from './RoundDiary.tsx';
import { SleepingBox } from './SleepingBox.tsx';
import { TrendSection } from './charts/TrendSection.tsx';

const StampBook = lazyPart(() => import('./StampBook.tsx'));

interface ProgressScreenProps {
  readonly records: readonly RoundRecord[];
  readonly progress: Progress;
  readonly stamps: readonly StampPage[];
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  /** Receives the id of the latest round. */
  readonly onCertificate: (record: string) => void;
}

/** Progress over all rounds kept on this device. */
export default function ProgressScreen({
  records,
  progress,
  stamps,
  onPractise,
  onBegin,
  onGroup,
  onCertificate,
}: ProgressScreenProps) {
  const { t } = useSentences('progress');
  const advice = useMemo(() => adviceOf(progress), [progress]);
  const { rounds, messages, right, reported, seconds, trend } = progress;
  const last = records.find(({ id }) => id === trend.at(-1)?.id);
  const certificate = last && certificateOf(last);
  return (
    <main className="sheet progress-page">
      <h1 tabIndex={-1} ref={focusOnce}>
        {t('title')}
      </h1>
      {rounds === 0 ? (
        <div className="nothing-yet">
          <SleepingBox />
          <p>{t('none')}</p>
          <button type="button" className="button main" onClick={onBegin}>
            {t('begin')}
          </button>
        </div>
      ) : (
        <>
          <p className="insight-lead said">{t('summary', { rounds, messages, right: right.count })}</p>
          <AdvicePanel advice={advice} onPractise={onPractise} />
          <RoundDiary records={records} />
          <div className="insights">
            <Loaded>
              <StampBook pages={stamps} onPractise={onPractise} />
            </Loaded>
          </div>
          <details className="in-detail">
            <summary>{t('inDetail')}</summary>
            <div className="insights">
              <MeasureSections progress={progress} />
              <FamilySection families={progress.families} />
              <ChannelSection channels={progress.channels} />
              <TrendSection trend={trend} />
              <NotYet progress={progress} />
            </div>
            <ul className="asides">
              {reported.total > 0 && (
                <li>{t('reported', { count: reported.count, total: reported.total })}</li>
              )}
              <li>{t('time', { minutes: Math.max(1, Math.round(seconds / 60)) })}</li>
            </ul>
          </details>
        </>
      )}
      <p className="onward tools">
        {certificate && (
          <button type="button" className="button small" onClick={() => onCertificate(last.id)}>
            {t(`certificate.ofLast.${certificate}`)}
          </button>
        )}
        <button type="button" className="button small" onClick={onGroup}>
          {t('forTrainers')}
        </button>
      </p>
    </main>
  );
}
