import type { Progress } from '../core/record/progress.ts';
import { stillMissing } from '../core/record/still-missing.ts';
import { useSentences } from '../i18n/setup.ts';
import { CalibrationSection } from './CalibrationSection.tsx';
import { SkillSection } from './SkillSection.tsx';

interface MeasureSectionsProps {
  readonly progress: Pick<Progress, 'detection' | 'calibration'>;
  /** Whether it is of one round alone, which others may add to. */
  readonly ofRound?: boolean;
}

/** Eye, caution and confidence, each once there is enough to show it; until then one line says what it takes. */
export function MeasureSections({ progress, ofRound = false }: MeasureSectionsProps) {
  const { t } = useSentences('progress');
  const { detection, calibration } = progress;
  return (
    <>
      <NotYet progress={progress} ofRound={ofRound} />
      {detection.kind === 'measured' && <SkillSection heading={t('skill.heading')} detection={detection} />}
      {calibration.kind === 'curve' && <CalibrationSection calibration={calibration} />}
    </>
  );
}

function NotYet({ progress, ofRound }: Required<MeasureSectionsProps>) {
  const { t } = useSentences('progress');
  const { forSkill, forConfidence } = stillMissing(progress);
  if (forSkill === 0 && forConfidence === 0) return null;
  const missing = forSkill === 0 ? 'confidence' : forConfidence === 0 ? 'skill' : 'both';
  return (
    <p className="not-yet">
      {t(ofRound ? `notYet.round.${missing}` : `notYet.${missing}`, { forSkill, forConfidence })}
    </p>
  );
}
