import { type ReactNode, useCallback, useMemo } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { finishedScenarios, onwardFrom } from '../../core/record/way.ts';
import type { RoundRecord } from '../../core/record/round-record.ts';
import { useFailureWords, useLanguage } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import type { ReadIndex } from '../../packs/content.ts';
import { type Asked, useAsked, useSettled } from '../../ui/asked.tsx';
import { type Route, routeOf } from '../route.ts';
import type { Reporter } from '../session/lms-reporter.ts';
import { Hero } from '../start/Hero.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const AssignedStart = lazyPart(() => import('./AssignedStart.tsx'));
const StartShelves = lazyPart(() => import('../start/StartShelves.tsx'));

interface StartScreenProps {
  readonly index: ReadIndex;
  readonly memory: Memory;
  /** Reports to the LMS; undefined without one. */
  readonly reporter?: Reporter | undefined;
  /** The address of the assigned round, where there is one. */
  readonly assigned?: string | undefined;
  readonly onGo: (route: Route) => void;
}

/** One click to a playable inbox, beside a mail to try; below it everything else there is. */
export function StartScreen({ index, ...start }: StartScreenProps) {
  const asked = useAsked(index);
  return (
    <Loaded what="screen" waiting onAgain={asked.again}>
      <Start key={asked.attempt} asked={asked} {...start} />
    </Loaded>
  );
}

interface StartProps extends Omit<StartScreenProps, 'index'> {
  readonly asked: Asked<Outcome<ContentIndex>>;
}

function Start({ asked, memory, reporter, assigned, onGo }: StartProps) {
  const content = useSettled(asked.promise);
  const begun = useBegun(memory, assigned === undefined ? reporter : undefined);
  const records = useRecords(memory);
  const everything = (
    <Everything content={content} onAgain={asked.again}>
      {(packs) => (
        <Loaded>
          <StartShelves
            content={packs}
            begun={begun ?? nothing}
            records={records ?? []}
            memory={memory}
            isCourse={reporter !== undefined}
            onGo={onGo}
          />
        </Loaded>
      )}
    </Everything>
  );
  if (assigned !== undefined) {
    return (
      <Loaded what="screen" waiting>
        <AssignedStart href={assigned} recorded={reporter?.isRecording === true}>
          {everything}
        </AssignedStart>
      </Loaded>
    );
  }
  const onward =
    content?.ok && begun && records
      ? onwardFrom(content.value, finishedScenarios(records, content.value), begun)
      : undefined;
  return (
    <main className="sheet start">
      <Hero onward={onward} onGo={onGo} />
      {everything}
    </main>
  );
}

const nothing: ReadonlySet<string> = new Set();

interface EverythingProps {
  readonly content: Outcome<ContentIndex> | undefined;
  readonly onAgain: () => void;
  readonly children: (content: ContentIndex) => ReactNode;
}

/** All that can be played, or that it could not be read. */
function Everything({ content, onAgain, children }: EverythingProps) {
  const { t } = useLanguage();
  const say = useFailureWords();
  if (content === undefined) {
    return (
      <p className="waiting" role="status">
        {t('app.loading')}
      </p>
    );
  }
  if (content.ok) return children(content.value);
  return (
    <div className="failure" role="alert">
      <p>{t('start.noContent')}</p>
      <div className="failure-ways">
        <button type="button" className="button" onClick={onAgain}>
          {say('again')}
        </button>
      </div>
    </div>
  );
}

/** The finished rounds. A player without any does not load the code that reads them. */
function useRecords(memory: Memory): readonly RoundRecord[] | undefined {
  const ask = useCallback(async (): Promise<readonly RoundRecord[]> => {
    if ((await memory.finished()) === 0) return [];
    // Without them, the page only lacks the player's progress.
    return memory.records().catch(() => []);
  }, [memory]);
  return useSettled(useAsked(ask).promise);
}

/** The inboxes that can be resumed: those with moves on this device, unless the LMS makes them start again. */
function useBegun(memory: Memory, reporter: Reporter | undefined): ReadonlySet<string> | undefined {
  const begun = useSettled(useAsked(memory.begun).promise);
  return useMemo(() => {
    if (begun === undefined) return undefined;
    const left = routeOf(reporter?.leftAt ?? '');
    const keys = left.screen === 'play' ? [...begun, `${left.pack}/${left.scenario}`] : [...begun];
    return new Set(keys.filter((key) => reporter?.goesOn(`#/play/${key}`) ?? true));
  }, [begun, reporter]);
}
