import { useMemo, useState } from 'react';
import { assessDrill } from '../core/engine/drill.ts';
import type { Drill } from '../core/scenario/schema.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Ring } from '../ui/Ring.tsx';

interface DrillScreenProps {
  readonly drill: Drill;
  readonly onLeave: () => void;
}

/** It has happened: choose what to do and in which order, then see each step explained. */
export default function DrillScreen({ drill, onLeave }: DrillScreenProps) {
  const { t, language } = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [done, setDone] = useState(false);
  const offered = useMemo(() => shuffled(drill.steps), [drill]);
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((step) => step !== id) : [...chosen, id]);
  const move = (id: string, by: -1 | 1): void => {
    const from = chosen.indexOf(id);
    const to = from + by;
    const other = chosen[to];
    if (other === undefined) return;
    setChosen(chosen.map((step, index) => (index === from ? other : index === to ? id : step)));
  };
  const outcome = useMemo(() => (done ? assessDrill(drill, chosen) : undefined), [done, drill, chosen]);
  const label = (id: string): string => {
    const step = drill.steps.find((entry) => entry.id === id);
    return step === undefined ? id : pick(step.label, language);
  };
  const meanwhile = drill.meanwhile?.[chosen.length - 1];

  return (
    <main className="sheet drill">
      <h1>{pick(drill.title, language)}</h1>
      <p className="situation">{pick(drill.situation, language)}</p>
      {outcome === undefined ? (
        <>
          <div className="drill-columns">
            <section>
              <h2>{t('drill.offered')}</h2>
              <ul className="steps">
                {offered.map(({ id }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className="step"
                      aria-pressed={chosen.includes(id)}
                      onClick={() => toggle(id)}
                    >
                      <span className="step-place">{chosen.includes(id) ? chosen.indexOf(id) + 1 : ''}</span>
                      {label(id)}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>{t('drill.order')}</h2>
              {chosen.length === 0 && <p className="soft">{t('drill.empty')}</p>}
              <ol className="steps ordered">
                {chosen.map((id, index) => (
                  <li key={id}>
                    <span className="step-place">{index + 1}</span>
                    <span className="step-label">{label(id)}</span>
                    <button
                      type="button"
                      className="button small"
                      disabled={index === 0}
                      onClick={() => move(id, -1)}
                      aria-label={t('drill.earlier', { step: label(id) })}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="button small"
                      disabled={index === chosen.length - 1}
                      onClick={() => move(id, 1)}
                      aria-label={t('drill.later', { step: label(id) })}
                    >
                      ↓
                    </button>
                  </li>
                ))}
              </ol>
              <div className="meanwhile" role="status">
                {meanwhile && (
                  <>
                    <strong>{t('drill.meanwhile')}</strong> {pick(meanwhile, language)}
                  </>
                )}
              </div>
            </section>
          </div>
          <div className="dialog-actions">
            <button
              type="button"
              className="button main"
              disabled={chosen.length === 0}
              onClick={() => setDone(true)}
            >
              {t('drill.submit')}
            </button>
            <button type="button" className="button" onClick={onLeave}>
              {t('app.back')}
            </button>
          </div>
        </>
      ) : (
        <>
          <header className="result-head">
            <Ring
              percent={outcome.score * 100}
              label={t('debrief.score', { score: Math.round(outcome.score * 100) })}
            />
            <p className="lesson">{pick(drill.lesson, language)}</p>
          </header>
          <ol className="cards">
            {outcome.steps.map(({ step: id, outcome: step }) => (
              <li key={id} className={`card step-${step}`}>
                <header>
                  <h2>{label(id)}</h2>
                  <span className={`tag step-${step}`}>{t(`drill.outcome.${step}`)}</span>
                </header>
                <p>
                  {pick(drill.steps.find((entry) => entry.id === id)?.explanation ?? drill.lesson, language)}
                </p>
              </li>
            ))}
          </ol>
          <div className="dialog-actions">
            <button type="button" className="button main" onClick={onLeave}>
              {t('app.back')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setDone(false);
                setChosen([]);
              }}
            >
              {t('drill.again')}
            </button>
          </div>
        </>
      )}
    </main>
  );
}

/** The steps in an order that depends on their ids alone, so that the file's order gives nothing away. */
function shuffled(steps: Drill['steps']): Drill['steps'] {
  const weight = (id: string): number =>
    [...id].reduce((sum, character) => (sum * 33 + (character.codePointAt(0) ?? 0)) % 1_009, 7);
  return steps.toSorted((a, b) => weight(a.id) - weight(b.id) || (a.id < b.id ? -1 : 1));
}
