import type { Progress } from '../core/record/progress.ts';
import { stillMissing } from '../core/record/still-missing.ts';
import { useSentences } from '../i18n/setup.ts';
import { CalibrationSection } from './charts/CalibrationSection.tsx';
import { SkillSection } from './charts/SkillSection.tsx';

interface MeasureSectionsProps {
  readonly progress: Pick<Progress, 'detection' | 'calibration' | 'sureness'>;
}

/** Sensitivity, bias and calibration, each once there are enough answers. */
export function MeasureSections({ progress }: MeasureSectionsProps) {
  const { t } = useSentences('progress');
  const { detection, calibration, sureness } = progress;
  return (
    <>
      <Sureness sureness={sureness} />
      {detection.kind === 'measured' && <SkillSection heading={t('skill.heading')} detection={detection} />}
      {calibration.kind === 'curve' && <CalibrationSection calibration={calibration} />}
    </>
  );
}

/** How often each word of confidence was right, what was sure and wrong first. */
function Sureness({ sureness }: Pick<Progress, 'sureness'>) {
  const { t } = useSentences('progress');
  if (sureness.length === 0) return null;
  const sure = sureness.find(({ said }) => said === 'sure');
  const wrong = sure === undefined ? 0 : sure.total - sure.count;
  return (
    <section className="insight">
      <h2>{t('sureness.heading')}</h2>
      {sure && (
        <p>{wrong === 0 ? t('sureness.none') : t('sureness.wrong', { count: wrong, total: sure.total })}</p>
      )}
      <ul className="bullets">
        {sureness.map(({ said, count, total }) => (
          <li key={said}>{t(`sureness.said.${said}`, { right: count, total })}</li>
        ))}
      </ul>
    </section>
  );
}

interface NotYetProps {
  readonly progress: Pick<Progress, 'detection' | 'calibration'>;
  /** Whether this is a single round, which further rounds may add to. */
  readonly ofRound?: boolean;
}

/** Says how many answers the hidden measures still need. Draws nothing if all are shown. */
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
