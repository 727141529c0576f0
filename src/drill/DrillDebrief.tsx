import { use, useMemo } from 'react';
import { assessDrill } from '../core/engine/drill/drill.ts';
import { lessonsAbout } from '../core/engine/debrief/lessons-for.ts';
import { bestWay, type TurnDecision, decisionsOf } from '../core/engine/drill/timeline.ts';
import type { Drill, Option, Timeline } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Petals } from '../ui/motion/Petals.tsx';
import { Ring } from '../ui/Ring.tsx';
import { LessonShelf } from '../explain/lesson-shelf.ts';
import { ReadOn } from '../explain/ReadOn.tsx';
import { useClock } from './useClock.ts';
import { titleClass } from '../ui/title-class.ts';

interface DrillDebriefProps {
  readonly drill: Drill;
  readonly choices: readonly string[];
  readonly order: readonly string[];
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

/** The result of a drill: the path taken beside the best path, with every choice and step explained. */
export function DrillDebrief({ drill, choices, order, onLeave, onAgain }: DrillDebriefProps) {
  const { t } = useLanguage();
  const { t: tDrill, language } = useSentences('drill');
  const { score, steps } = useMemo(() => assessDrill(drill, order, choices), [drill, order, choices]);
  const shelf = use(LessonShelf);
  const lessons = useMemo(() => lessonsAbout(drill.cues ?? [], shelf), [drill, shelf]);
  return (
    <>
      {score >= 0.995 && <Petals />}
      <header className="result-head">
        <Ring percent={score * 100} label={t('debrief.score', { score: Math.round(score * 100) })} />
        <div>
          <h2 tabIndex={-1} ref={focusOnce}>
            {tDrill('debrief')}
          </h2>
          <p className="lesson">{pick(drill.lesson, language)}</p>
        </div>
      </header>
      {drill.timeline && <Turns timeline={drill.timeline} choices={choices} />}
      {steps.length > 0 && (
        <section className="explained">
          {drill.timeline && <h2>{tDrill('eachStep')}</h2>}
          <ol className="cards">
            {steps.map(({ step: id, outcome }) => {
              const step = drill.steps?.find((entry) => entry.id === id);
              return (
                step && (
                  <li key={id} className={`card step-${outcome}`}>
                    <header>
                      <h3 className={titleClass(pick(step.label, language))}>{pick(step.label, language)}</h3>
                      <span className={`tag step-${outcome}`}>{tDrill(`outcome.${outcome}`)}</span>
                    </header>
                    <p>{pick(step.explanation, language)}</p>
                  </li>
                )
              );
            })}
          </ol>
        </section>
      )}
      <ReadOn lessons={lessons} />
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onLeave}>
          {t('app.back')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {tDrill('again')}
        </button>
      </div>
    </>
  );
}

function Turns({ timeline, choices }: { readonly timeline: Timeline; readonly choices: readonly string[] }) {
  const { t } = useSentences('drill');
  const taken = decisionsOf(timeline, choices);
  const best = bestWay(timeline);
  const flawless = taken.every(({ option }) => option.worth === 'best');
  return (
    <>
      <div className="ways">
        <Way
          title={t('yourWay')}
          timeline={timeline}
          decisions={taken}
          remark={flawless ? t('sameWay') : undefined}
        />
        {!flawless && <Way title={t('bestWay')} timeline={timeline} decisions={best} />}
      </div>
      <section className="explained">
        <h2>{t('eachTurn')}</h2>
        <ol className="cards">
          {taken.map((decision) => (
            <TurnExplained key={decision.turn.id} timeline={timeline} decision={decision} />
          ))}
        </ol>
      </section>
    </>
  );
}

interface WayProps {
  readonly title: string;
  readonly timeline: Timeline;
  readonly decisions: readonly TurnDecision[];
  readonly remark?: string | undefined;
}

function Way({ title, timeline, decisions, remark }: WayProps) {
  const { t, language } = useSentences('drill');
  const clock = useClock(timeline);
  return (
    <section className="way">
      <h2>{title}</h2>
      {remark && <p className="soft">{remark}</p>}
      <ol>
        {decisions.map(({ turn, option }) => (
          <li key={turn.id}>
            <span className="soft">{clock(turn.minute)}</span>
            <span>{pick(option.label, language)}</span>
            <span className={`tag worth-${option.worth}`}>{t(`worth.${option.worth}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface TurnExplainedProps {
  readonly timeline: Timeline;
  readonly decision: TurnDecision;
}

/** The chosen option, the best options if it was not among them, and the rest folded away. */
function TurnExplained({ timeline, decision: { turn, option } }: TurnExplainedProps) {
  const { t, language } = useSentences('drill');
  const clock = useClock(timeline);
  const isShown = (other: Option): boolean =>
    other !== option && option.worth !== 'best' && other.worth === 'best';
  const shown = turn.options.filter(isShown);
  const folded = turn.options.filter((other) => other !== option && !isShown(other));
  return (
    <li className="card">
      <h3>{clock(turn.minute)}</h3>
      <p className="soft">{pick(turn.text, language)}</p>
      <OptionExplained option={option} chosen />
      {shown.map((other) => (
        <OptionExplained key={other.id} option={other} />
      ))}
      {folded.length > 0 && (
        <details>
          <summary>{t('others', { count: folded.length })}</summary>
          {folded.map((other) => (
            <OptionExplained key={other.id} option={other} />
          ))}
        </details>
      )}
    </li>
  );
}

interface OptionExplainedProps {
  readonly option: Option;
  readonly chosen?: boolean;
}

function OptionExplained({ option, chosen = false }: OptionExplainedProps) {
  const { t, language } = useSentences('drill');
  return (
    <div className="option-explained">
      <div className="option-head">
        <strong>{pick(option.label, language)}</strong>
        {chosen && <span className="tag">{t('chosen')}</span>}
        <span className={`tag worth-${option.worth}`}>{t(`worth.${option.worth}`)}</span>
      </div>
      {chosen && option.consequence && <p>{pick(option.consequence, language)}</p>}
      <p>{pick(option.explanation, language)}</p>
    </div>
  );
}
