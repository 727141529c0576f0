/** How many more answers are needed before a player's measures can be shown. */
import type { Progress } from './progress.ts';

/** How many answers are missing. */
export interface StillMissing {
  /** Messages until sensitivity and bias can be measured; 0 if they can. */
  readonly forSkill: number;
  /** Judgements until there is a calibration curve; 0 if there is one. */
  readonly forConfidence: number;
}

/** What is missing, counting as many lures and genuine messages as each kind lacks. */
export function stillMissing({
  detection,
  calibration,
}: Pick<Progress, 'detection' | 'calibration'>): StillMissing {
  const lacking = (needed: number, judged: number): number => Math.max(0, needed - judged);
  return {
    forSkill:
      detection.kind === 'measured'
        ? 0
        : lacking(detection.needed, detection.phish) + lacking(detection.needed, detection.legitimate),
    forConfidence:
      calibration.kind === 'curve'
        ? 0
        : lacking(calibration.needed, calibration.kind === 'none' ? 0 : calibration.count),
  };
}
