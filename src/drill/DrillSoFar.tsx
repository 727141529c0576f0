import { decisionsOf } from '../core/engine/drill/timeline.ts';
import type { Drill } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';

interface DrillSoFarProps {
  readonly drill: Drill;
  readonly choices: readonly string[];
}

/** How the incident began: open at first, folded once a decision was made. */
export function Beginning({ drill, choices }: DrillSoFarProps) {
  const { t, language } = useSentences('drill');
  const situation = <p className="situation">{pick(drill.situation, language)}</p>;
  if (choices.length === 0) return situation;
  return (
    <details className="began">
      <summary>{t('beganAs')}</summary>
      {situation}
    </details>
  );
}

/** The last decision and what came of it. */
export function LastDecision({ drill, choices }: DrillSoFarProps) {
  const { t, language } = useSentences('drill');
  const last = drill.timeline && decisionsOf(drill.timeline, choices).at(-1)?.option;
  if (last === undefined) return null;
  return (
    <div className="before">
      <p className="soft">{t('youDid')}</p>
      <p>
        <strong>{pick(last.label, language)}</strong>
      </p>
      {last.consequence && <p>{pick(last.consequence, language)}</p>}
    </div>
  );
}
