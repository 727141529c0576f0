import { adviceOf } from '../../src/core/record/advice.ts';
import { progressOf } from '../../src/core/record/progress.ts';
import { cueIds } from '../../src/core/scenario/format/cues.ts';
import { aMessageRecord, aRecord } from '../core/record/builders.ts';
import type { RoundRecord } from '../../src/core/record/round-record.ts';

export interface ProgressTime {
  readonly rounds: number;
  /** Median milliseconds for everything the progress screen is computed from. */
  readonly median: number;
}

/** How long it takes to compute a player's progress from 10 and from 1,000 rounds kept. */
export function progressTimes(): readonly ProgressTime[] {
  return [10, 1_000].map((rounds) => timeOf(recordsOf(rounds)));
}

function timeOf(records: readonly RoundRecord[]): ProgressTime {
  const times: number[] = [];
  for (let run = 0; run < 50; run += 1) {
    const start = performance.now();
    adviceOf(progressOf(records));
    times.push(performance.now() - start);
  }
  return { rounds: records.length, median: times.toSorted((a, b) => a - b)[25] ?? Number.NaN };
}

/** Rounds of twenty messages, half of them lures with four facts each. */
function recordsOf(rounds: number): readonly RoundRecord[] {
  return Array.from({ length: rounds }, (_, round) =>
    aRecord({
      id: `round-${round}`,
      endedAt: 1_700_000_000_000 + round,
      messages: Array.from({ length: 20 }, (__, at) => {
        const cueAt = (offset: number) => cueIds[(round + 4 * at + offset) % cueIds.length] ?? cueIds[0];
        return aMessageRecord({
          message: `message-${at}`,
          truth: at % 2 === 0 ? 'phish' : 'legitimate',
          facts:
            at % 2 === 0
              ? [0, 1, 2, 3].map((fact) => ({ fact: `fact-${fact}`, cue: cueAt(fact), found: fact < 2 }))
              : [],
          falseAlarms: at % 2 === 0 ? [] : [cueAt(0), null],
        });
      }),
    }),
  );
}
