import { changeValue, openDraft } from '../../src/core/draft/draft.ts';
import { problemsOf } from '../../src/core/draft/read-file.ts';
import { bestOf, scenarioTexts } from './check-message.ts';

export interface DraftTime {
  /** Of the largest shipped scenario, in UTF-16 units. */
  readonly length: number;
  readonly changes: number;
  /** Milliseconds of the processor for one change, of all messages of that scenario. */
  readonly median: number;
  readonly longest: number;
  /** The same for reading and checking the whole file. */
  readonly opening: number;
}

const path = 'packs/a/scenarios/a.json';

/** How long a change of a text in a draft takes, until its problems are known. */
export function draftTimes(content: string): DraftTime {
  const text = scenarioTexts(content).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const draft = openDraft(new Map([[path, text]]));
  const file = draft.files.get(path);
  const messages = file?.kind === 'scenario' ? file.messages : [];
  const times = messages.flatMap((_, index) =>
    [
      ['solution', 'lesson', 'en'],
      ['body', 0, 'text', 'ja'],
    ].map((inside) =>
      bestOf(
        () => ({ kind: 'set', path: ['messages', index, ...inside], value: '書き直した文。' }) as const,
        (change) => {
          const changed = changeValue(draft, path, change)?.files.get(path);
          if (changed !== undefined) problemsOf(changed);
        },
      ),
    ),
  );
  const sorted = times.toSorted((a, b) => a - b);
  return {
    length: text.length,
    changes: times.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    opening: bestOf(
      () => new Map([[path, text]]),
      (texts) => openDraft(texts),
    ),
  };
}
