import type { Detection } from '../../core/engine/result/detection.ts';
import { useSentences } from '../../i18n/setup.ts';
import { SkillPicture } from './SkillPicture.tsx';

interface SkillSectionProps {
  readonly heading: string;
  readonly detection: Detection;
  /** A group is not addressed as "you". */
  readonly voice?: 'player' | 'group';
}

/** Sensitivity and bias as a sentence and a chart, or how many more messages are needed. */
export function SkillSection({ heading, detection, voice = 'player' }: SkillSectionProps) {
  const { t } = useSentences('progress');
  return (
    <section className="insight">
      <h2>{heading}</h2>
      {detection.kind === 'notEnough' ? (
        <p>
          {t('skill.notEnough', {
            needed: detection.needed,
            phish: detection.phish,
            legitimate: detection.legitimate,
          })}
        </p>
      ) : (
        <>
          <p>
            {voice === 'group'
              ? t(`group.leaning.${detection.leaning}`)
              : `${t(`skill.level.${levelOf(detection)}`)} ${t(`skill.leaning.${detection.leaning}`)}`}
          </p>
          <SkillPicture
            detection={detection}
            howToRead={t(voice === 'group' ? 'group.howToRead' : 'skill.howToRead')}
          />
        </>
      )}
    </section>
  );
}

type Level = 'chance' | 'emerging' | 'solid' | 'sharp';

/**
 * Published groups of untrained people have d′ around 1 (Canfield, Fischhoff and Davis 2016). "Above chance"
 * requires that the whole interval is above 0.
 */
function levelOf({ sensitivity, sensitivityInterval }: Extract<Detection, { kind: 'measured' }>): Level {
  if (sensitivityInterval.low <= 0) return 'chance';
  if (sensitivity < 1.5) return 'emerging';
  return sensitivity < 2.5 ? 'solid' : 'sharp';
}
