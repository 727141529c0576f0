import './progress.css';
import { useMemo } from 'react';
import { type Advice, adviceOf } from '../core/record/advice.ts';
import type { Progress } from '../core/record/progress.ts';
import { useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { AdvicePanel } from './AdvicePanel.tsx';
import { CalibrationSection } from './CalibrationSection.tsx';
import { ChannelSection } from './ChannelSection.tsx';
import { FamilySection } from './FamilySection.tsx';
import { SkillSection } from './SkillSection.tsx';
import { TrendSection } from './TrendSection.tsx';

interface ProgressScreenProps {
  readonly progress: Progress;
  readonly onPractise: (advice: Advice) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  /** With the id of the round that ended last. */
  readonly onCertificate: (record: string) => void;
}

/** What all rounds kept on this device come to. */
export default function ProgressScreen({
  progress,
  onPractise,
  onBegin,
  onGroup,
  onCertificate,
}: ProgressScreenProps) {
  const { t } = useSentences('progress');
  const advice = useMemo(() => adviceOf(progress), [progress]);
  const { rounds, messages, right, reported, seconds, trend } = progress;
  const last = trend.at(-1);
  return (
    <main className="sheet">
      <h1 tabIndex={-1} ref={focusOnce}>
        {t('title')}
      </h1>
      {rounds === 0 ? (
        <>
          <p className="insight-lead">{t('none')}</p>
          <button type="button" className="button main" onClick={onBegin}>
            {t('begin')}
          </button>
        </>
      ) : (
        <>
          <p className="insight-lead">{t('summary', { rounds, messages, right: right.count })}</p>
          <AdvicePanel advice={advice} onPractise={onPractise} />
          <div className="insights">
            <SkillSection heading={t('skill.heading')} detection={progress.detection} />
            <CalibrationSection calibration={progress.calibration} />
            <FamilySection families={progress.families} />
            <ChannelSection channels={progress.channels} />
            <TrendSection trend={trend} />
          </div>
          <ul className="asides">
            {reported.total > 0 && <li>{t('reported', { count: reported.count, total: reported.total })}</li>}
            <li>{t('time', { minutes: Math.max(1, Math.round(seconds / 60)) })}</li>
          </ul>
        </>
      )}
      <p className="onward tools">
        {last !== undefined && (
          <button type="button" className="button small" onClick={() => onCertificate(last.id)}>
            {t('certificate.ofLast')}
          </button>
        )}
        <button type="button" className="button small" onClick={onGroup}>
          {t('forTrainers')}
        </button>
      </p>
    </main>
  );
}
