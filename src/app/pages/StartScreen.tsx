import { useMemo, useState } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { roundModes } from '../../core/round/round-vocabulary.ts';
import type { FinishedDrill } from '../../device/saved-data.ts';
import { useFailureWords, useLanguage } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import type { ReadIndex } from '../../packs/content.ts';
import { type Asked, useAsked, useSettled } from '../../ui/asked.tsx';
import { PackSection } from './PackSection.tsx';
import { hashOf, type Route, routeOf } from '../route.ts';
import type { Reporter } from '../session/lms-reporter.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const AssignedStart = lazyPart(() => import('./AssignedStart.tsx'));
const CodeEntry = lazyPart(() => import('./CodeEntry.tsx'));
const Nudge = lazyPart(() => import('./Nudge.tsx'));

interface StartScreenProps {
  readonly index: ReadIndex;
  readonly memory: Memory;
  /** Who records, if anybody. */
  readonly reporter?: Reporter | undefined;
  /** The address of the assigned round, where there is one. */
  readonly assigned?: string | undefined;
  readonly onGo: (route: Route) => void;
}

/** One click to a playable inbox; below it everything else there is. */
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
  const { t } = useLanguage();
  const content = useSettled(asked.promise);
  const first = content?.ok ? content.value.packs.find(({ scenarios }) => scenarios.length > 0) : undefined;
  const firstScenario = first?.scenarios[0];
  const begun = useBegun(memory, assigned === undefined ? reporter : undefined);
  const drills = useSettled(useAsked(memory.drills).promise) ?? noDrills;
  const everything = (
    <Everything content={content} begun={begun} drills={drills} onAgain={asked.again} onGo={onGo} />
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
  return (
    <main className="sheet start">
      <section className="hero">
        <div>
          <h1>{t('start.title')}</h1>
          <p className="lead">{t('start.lead')}</p>
          <p>
            <button
              type="button"
              className="button main big"
              disabled={first === undefined || firstScenario === undefined}
              onClick={() =>
                first && firstScenario && onGo({ screen: 'play', pack: first.id, scenario: firstScenario.id })
              }
            >
              {t(
                first && firstScenario && begun.has(`${first.id}/${firstScenario.id}`)
                  ? 'start.goOn'
                  : 'start.begin',
              )}
            </button>
          </p>
          <p className="soft">{t('start.promise')}</p>
        </div>
        <HeroPicture />
      </section>
      {/* Only who has played before can have forgotten. */}
      {begun.size > 0 && (
        <Loaded>
          <Nudge memory={memory} />
        </Loaded>
      )}
      {everything}
    </main>
  );
}

const noDrills: ReadonlyMap<string, FinishedDrill> = new Map();

interface EverythingProps {
  readonly content: Outcome<ContentIndex> | undefined;
  readonly begun: ReadonlySet<string>;
  readonly drills: ReadonlyMap<string, FinishedDrill>;
  readonly onAgain: () => void;
  readonly onGo: (route: Route) => void;
}

/** All that can be played, or that it could not be read. */
function Everything({ content, begun, drills, onAgain, onGo }: EverythingProps) {
  const { t } = useLanguage();
  const say = useFailureWords();
  if (content === undefined) {
    return (
      <p className="waiting" role="status">
        {t('app.loading')}
      </p>
    );
  }
  if (!content.ok) {
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
  const { packs } = content.value;
  const isPlayable = packs.some(({ scenarios }) => scenarios.length > 0);
  return (
    <>
      {isPlayable && (
        <nav className="pack" aria-labelledby="rounds-title">
          <h2 id="rounds-title">{t('start.rounds')}</h2>
          <ul className="shelf modes">
            {roundModes.map((mode) => (
              <li key={mode}>
                <a href={hashOf({ screen: 'round', parameters: [['mode', mode]] })}>
                  <strong>{t(`start.mode.${mode}.name`)}</strong>
                  <span className="soft">{t(`start.mode.${mode}.about`)}</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="start-more">
            <a href={hashOf({ screen: 'progress' })}>{t('start.progress')}</a>
          </p>
        </nav>
      )}
      {packs.map((pack) => (
        <PackSection key={pack.id} pack={pack} begun={begun} drills={drills} />
      ))}
      {isPlayable && <CodeStart onGo={onGo} />}
      {isPlayable && (
        <p className="start-more trainers">
          <a href={hashOf({ screen: 'plan' })}>{t('start.plan')}</a>
          <a href={hashOf({ screen: 'group' })}>{t('start.group')}</a>
        </p>
      )}
    </>
  );
}

/** Folded away: most rounds begin with a click or a link. */
function CodeStart({ onGo }: Pick<StartScreenProps, 'onGo'>) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="code-start" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('start.code')}</summary>
      {open && (
        <Loaded waiting>
          <CodeEntry onGo={onGo} />
        </Loaded>
      )}
    </details>
  );
}

/** Which inboxes go on where they were left: those with moves on this device, unless whoever records has them begin anew. */
function useBegun(memory: Memory, reporter: Reporter | undefined): ReadonlySet<string> {
  const begun = useSettled(useAsked(memory.begun).promise);
  return useMemo(() => {
    const left = routeOf(reporter?.leftAt ?? '');
    const here = begun ?? [];
    const keys = left.screen === 'play' ? [...here, `${left.pack}/${left.scenario}`] : [...here];
    return new Set(keys.filter((key) => reporter?.goesOn(`#/play/${key}`) ?? true));
  }, [begun, reporter]);
}

/** An envelope under the seal. */
function HeroPicture() {
  return (
    <svg className="hero-picture" viewBox="0 0 260 200" aria-hidden="true" focusable="false">
      <rect
        x="26"
        y="46"
        width="190"
        height="126"
        rx="8"
        fill="var(--raised)"
        stroke="var(--edge)"
        strokeWidth="2"
      />
      <path d="M28 52l93 66 93-66" fill="none" stroke="var(--edge)" strokeWidth="2" />
      <path d="M28 168l66-64M214 168l-66-64" fill="none" stroke="var(--line)" strokeWidth="2" />
      <g transform="translate(196 132) rotate(-8)">
        <circle r="36" fill="var(--paper)" stroke="var(--shu)" strokeWidth="4" />
        <circle r="30" fill="none" stroke="var(--shu)" strokeWidth="1.5" />
        <text
          textAnchor="middle"
          dominantBaseline="central"
          fontSize="32"
          fontWeight="800"
          fill="var(--shu)"
          fontFamily="var(--seal-face)"
        >
          疑
        </text>
      </g>
      <g fill="var(--sakura)">
        <path d="M52 24c8-8 18-6 20 2-8 8-18 6-20-2z" />
        <path d="M232 62c2-9 10-12 16-7-2 9-10 12-16 7z" />
        <path d="M18 120c6-4 12-1 12 5-6 4-12 1-12-5z" />
      </g>
    </svg>
  );
}
