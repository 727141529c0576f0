import type { Progress } from '../core/record/progress.ts';
import { stillMissing } from '../core/record/still-missing.ts';
import { useSentences } from '../i18n/setup.ts';
import { CalibrationSection } from './charts/CalibrationSection.tsx';
import { SkillSection } from './charts/SkillSection.tsx';

interface MeasureSectionsProps {
  readonly progress: Pick<Progress, 'detection' | 'calibration'>;
}

/** Eye, caution and confidence, each once there is enough to show it. */
export function MeasureSections({ progress }: MeasureSectionsProps) {
  const { t } = useSentences('progress');
  const { detection, calibration } = progress;
  return (
    <>
      {detection.kind === 'measured' && <SkillSection heading={t('skill.heading')} detection={detection} />}
      {calibration.kind === 'curve' && <CalibrationSection calibration={calibration} />}
    </>
  );
}

interface NotYetProps extends MeasureSectionsProps {
  /** Whether it is of one round alone, which others may add to. */
  readonly ofRound?: boolean;
}

/** One line that says what the measures not shown yet still take; nothing where all are. */
export function NotYet({ progress, ofRound = false }: NotYetProps) {
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
