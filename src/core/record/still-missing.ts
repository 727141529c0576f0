/** How many judgements more it takes before the measures of a player can be shown. */
import type { Progress } from './progress.ts';

export interface StillMissing {
  /** Messages before eye and caution can be measured; 0 if they are. */
  readonly forSkill: number;
  /** Judgements before confidence makes a curve; 0 if it does. */
  readonly forConfidence: number;
}

/** What is missing, with as many lures and genuine messages as each kind still lacks. */
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
