import { useCallback } from 'react';
import type { PracticeParameters } from '../../core/record/advice.ts';
import { progressSteps } from '../../core/record/progress.ts';
import { stampBook } from '../../core/record/stamp-book.ts';
import type { Memory } from '../../device/memory.ts';
import { inSlices } from '../../loading/yielding.ts';
import ProgressScreen from '../../results/ProgressScreen.tsx';
import { Arrived, useAsked } from '../../ui/asked.tsx';

interface ProgressPageProps {
  readonly records: Memory['records'];
  readonly practice: Memory['practice'];
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  readonly onCertificate: (record: string) => void;
}

/** Reads all records, computes the progress and shows it. Leaving the page cancels the computation. */
export default function ProgressPage({ records, practice, ...on }: ProgressPageProps) {
  const ask = useCallback(
    async (leaving: AbortSignal) => {
      const kept = await records();
      const { cards } = await practice();
      const stamps = stampBook(kept, cards, Date.now());
      return { kept, stamps, progress: await inSlices(progressSteps(kept), leaving) };
    },
    [records, practice],
  );
  return (
    <Arrived asked={useAsked(ask)} what="screen" waiting>
      {/* Without progress, the computation was cancelled because the page was left. */}
      {({ kept, stamps, progress }) =>
        progress && <ProgressScreen records={kept} stamps={stamps} progress={progress} {...on} />
      }
    </Arrived>
  );
}
