import { useEffect, useState } from 'react';
import type { PracticeParameters } from '../../core/record/advice.ts';
import { type Progress, progressSteps } from '../../core/record/progress.ts';
import ProgressScreen from '../../results/ProgressScreen.tsx';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import { inSlices } from '../../loading/yielding.ts';
import { useRecords } from '../../device/useRecords.ts';

interface ProgressPlaceProps {
  readonly records: Memory['records'];
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  readonly onCertificate: (record: string) => void;
}

/** Fetches what is kept of all rounds, computes what it comes to, and shows that; whoever leaves earlier calls it off. */
export default function ProgressPlace({ records, ...on }: ProgressPlaceProps) {
  const { t } = useLanguage();
  // Asked for now, so that the screen need not wait a second time.
  useSentences('progress');
  const kept = useRecords(records);
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    if (kept === undefined) return undefined;
    const leaving = new AbortController();
    void inSlices(progressSteps(kept), leaving.signal).then(setProgress);
    return () => leaving.abort();
  }, [kept]);
  if (kept === undefined || progress === undefined) {
    return (
      <p className="waiting" role="status">
        {t('app.loading')}
      </p>
    );
  }
  return <ProgressScreen records={kept} progress={progress} {...on} />;
}
