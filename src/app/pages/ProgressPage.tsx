import { useCallback } from 'react';
import type { PracticeParameters } from '../../core/record/advice.ts';
import { progressSteps } from '../../core/record/progress.ts';
import type { Memory } from '../../device/memory.ts';
import { inSlices } from '../../loading/yielding.ts';
import ProgressScreen from '../../results/ProgressScreen.tsx';
import { Arrived, useAsked } from '../../ui/asked.tsx';

interface ProgressPageProps {
  readonly records: Memory['records'];
  readonly onPractise: (parameters: PracticeParameters) => void;
  readonly onBegin: () => void;
  readonly onGroup: () => void;
  readonly onCertificate: (record: string) => void;
}

/** Fetches what is kept of all rounds, computes what it comes to, and shows that; whoever leaves earlier calls it off. */
export default function ProgressPage({ records, ...on }: ProgressPageProps) {
  const ask = useCallback(
    async (leaving: AbortSignal) => {
      const kept = await records();
      return { kept, progress: await inSlices(progressSteps(kept), leaving) };
    },
    [records],
  );
  return (
    <Arrived asked={useAsked(ask)} what="screen" waiting>
      {/* Without progress it was called off, and is not on screen. */}
      {({ kept, progress }) => progress && <ProgressScreen records={kept} progress={progress} {...on} />}
    </Arrived>
  );
}
