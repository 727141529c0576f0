import { assess } from '../../src/core/engine/assess.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import type { Block } from '../../src/core/scenario/format/block.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import { aClue, aMessage } from '../fixtures/builders.ts';

export interface AssessTime {
  readonly clues: number;
  readonly regions: number;
  /** Median milliseconds of one assessment. */
  readonly median: number;
}

/** How long one assessment takes, with everything flagged, as clues and regions grow. */
export function assessTimes(): readonly AssessTime[] {
  return [4, 8, 16, 32].map((size) => timeOf(messageOf(size)));
}

function timeOf(message: Message): AssessTime {
  const { regions } = layOut(message);
  const answer = {
    flags: new Map(regions.map(({ key }) => [key, 'doubt'] as const)),
    verdict: 'phish',
    confidence: 0.9,
    action: { kind: 'report' },
    submitted: true,
  } as const;
  const times: number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const start = performance.now();
    assess(message, answer);
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[times.length / 2] ?? Number.NaN;
  return {
    clues: message.solution.truth === 'phish' ? message.solution.clues.length : 0,
    regions: regions.length,
    median,
  };
}

/** A message of `size` clues, each on a clause of its own, and three innocent clauses for each of them. */
function messageOf(size: number): Message {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const body = numbers.map((number): Block => ({
    kind: 'text',
    text: {
      ja: `手がかり${number}番です。これは何でもない文です。次も普通の文です。最後も普通の文です。`,
      en: `This is clue number ${number}. This is an ordinary sentence. So is the next one. The last one is ordinary too.`,
    },
  }));
  const clues = numbers.map((number) =>
    aClue({
      id: `clue-${number}`,
      fact: `fact-${number}`,
      anchor: { quote: { ja: `手がかり${number}番です`, en: `This is clue number ${number}` } },
    }),
  );
  return aMessage({ body, clues });
}
