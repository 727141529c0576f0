import { useMemo, useState } from 'react';
import type { Drill } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Beginning, LastDecision } from './DrillSoFar.tsx';
import { shuffled } from './shuffled.ts';

interface StepOrderProps {
  readonly drill: Drill;
  readonly steps: NonNullable<Drill['steps']>;
  readonly choices: readonly string[];
  readonly onSubmit: (order: readonly string[]) => void;
  readonly onLeave: () => void;
}

/** The player picks steps and puts them in order. */
export function StepOrder({ drill, steps, choices, onSubmit, onLeave }: StepOrderProps) {
  const { t } = useLanguage();
  const { t: tDrill, language } = useSentences('drill');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = useMemo(() => shuffled(steps), [steps]);
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((step) => step !== id) : [...chosen, id]);
  const move = (id: string, by: -1 | 1): void => {
    const from = chosen.indexOf(id);
    const to = from + by;
    const other = chosen[to];
    if (other === undefined) return;
    setChosen(chosen.map((step, index) => (index === from ? other : index === to ? id : step)));
  };
  const label = (id: string): string => {
    const step = steps.find((entry) => entry.id === id);
    return step === undefined ? id : pick(step.label, language);
  };
  const meanwhile = drill.meanwhile?.[chosen.length - 1];

  return (
    <>
      <div className="turn">
        <Beginning drill={drill} choices={choices} />
        {choices.length > 0 && (
          <>
            <h2 tabIndex={-1} ref={focusOnce}>
              {tDrill('orderTitle')}
            </h2>
            <LastDecision drill={drill} choices={choices} />
            <p className="turn-text">{tDrill('orderHint')}</p>
          </>
        )}
      </div>
      <div className="drill-columns">
        <section>
          <h2>{tDrill('offered')}</h2>
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
                  <span>{label(id)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{tDrill('order')}</h2>
          {chosen.length === 0 && <p className="soft">{tDrill('empty')}</p>}
          <ol className="steps ordered">
            {chosen.map((id, index) => (
              <ChosenStep
                key={id}
                label={label(id)}
                place={index + 1}
                isLast={index === chosen.length - 1}
                onMove={(by) => move(id, by)}
              />
            ))}
          </ol>
          <div className="meanwhile" role="status">
            {meanwhile && (
              <>
                <strong>{tDrill('meanwhile')}</strong>
                <span>{pick(meanwhile, language)}</span>
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
          onClick={() => onSubmit(chosen)}
        >
          {tDrill('submit')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('app.back')}
        </button>
      </div>
    </>
  );
}

interface ChosenStepProps {
  readonly label: string;
  /** From 1. */
  readonly place: number;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

function ChosenStep({ label, place, isLast, onMove }: ChosenStepProps) {
  const { t } = useSentences('drill');
  return (
    <li>
      <span className="step-place">{place}</span>
      <span className="step-label">{label}</span>
      <button
        type="button"
        className="button small"
        disabled={place === 1}
        onClick={() => onMove(-1)}
        aria-label={t('earlier', { step: label })}
      >
        ↑
      </button>
      <button
        type="button"
        className="button small"
        disabled={isLast}
        onClick={() => onMove(1)}
        aria-label={t('later', { step: label })}
      >
        ↓
      </button>
    </li>
  );
}
