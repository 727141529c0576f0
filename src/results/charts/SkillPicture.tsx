import type { Detection } from '../../core/engine/result/detection.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { oneDecimal, percentOf } from '../../i18n/number-words.ts';

type Measured = Extract<Detection, { kind: 'measured' }>;

const left = 58;
const right = 312;
const top = 16;
const bottom = 172;
/** Limits of the axes. x: bias (c), trusting to alarmist. y: sensitivity (d′), from slightly below chance. */
const widest = 2;
const lowest = -0.5;
const highest = 4;

interface SkillPictureProps {
  readonly detection: Measured;
  readonly howToRead: string;
}

/** A player's position between trusting and alarmist (x), and their sensitivity (y). */
export function SkillPicture({ detection, howToRead }: SkillPictureProps) {
  const { t } = useSentences('progress');
  const { sensitivity, sensitivityInterval, bias, biasInterval, hitRate, falseAlarmRate } = detection;
  const between = ({ low, high }: Measured['biasInterval']) =>
    t('interval', { low: oneDecimal(low), high: oneDecimal(high) });
  return (
    <ChartFigure
      title={t('skill.picture')}
      description={t('skill.description', {
        eye: oneDecimal(sensitivity),
        eyeLow: oneDecimal(sensitivityInterval.low),
        eyeHigh: oneDecimal(sensitivityInterval.high),
        caution: oneDecimal(bias),
        cautionLow: oneDecimal(biasInterval.low),
        cautionHigh: oneDecimal(biasInterval.high),
      })}
      height={200}
      howToRead={howToRead}
      columns={[t('column.measure'), t('column.value'), t('column.interval')]}
      rows={[
        [t('skill.sensitivity'), oneDecimal(sensitivity), between(sensitivityInterval)],
        [t('skill.bias'), oneDecimal(bias), between(biasInterval)],
        [t('skill.hits'), t('percent', { percent: percentOf(hitRate) }), ''],
        [t('skill.falseAlarms'), t('percent', { percent: percentOf(falseAlarmRate) }), ''],
      ]}
    >
      <rect x={left} y={top} width={right - left} height={bottom - top} className="chart-ground" />
      <rect
        x={across(0.4)}
        y={top}
        width={across(-0.4) - across(0.4)}
        height={bottom - top}
        className="chart-zone"
      />
      {[1, 2, 3].map((level) => (
        <line key={level} x1={left} x2={right} y1={up(level)} y2={up(level)} className="chart-grid" />
      ))}
      <line x1={left} x2={right} y1={up(0)} y2={up(0)} className="chart-axis" strokeDasharray="4 3" />
      <line x1={across(0)} x2={across(0)} y1={top} y2={bottom} className="chart-grid" />
      <text x={left - 6} y={up(0)} textAnchor="end" dominantBaseline="central">
        {t('skill.chance')}
      </text>
      <text x={left - 6} y={top + 6} textAnchor="end" dominantBaseline="central">
        {t('skill.high')}
      </text>
      <text x={left} y={bottom + 18}>
        {`← ${t('skill.trusting')}`}
      </text>
      <text x={right} y={bottom + 18} textAnchor="end">
        {`${t('skill.alarmist')} →`}
      </text>
      <line
        x1={across(bias)}
        x2={across(bias)}
        y1={up(sensitivityInterval.low)}
        y2={up(sensitivityInterval.high)}
        className="chart-whisker"
      />
      <line
        x1={across(biasInterval.high)}
        x2={across(biasInterval.low)}
        y1={up(sensitivity)}
        y2={up(sensitivity)}
        className="chart-whisker"
      />
      <circle cx={across(bias)} cy={up(sensitivity)} r="7" className="chart-dot" />
    </ChartFigure>
  );
}

/** Positive bias is trusting and is drawn on the left. */
function across(bias: number): number {
  const held = Math.min(widest, Math.max(-widest, bias));
  return left + ((widest - held) / (2 * widest)) * (right - left);
}

function up(sensitivity: number): number {
  const held = Math.min(highest, Math.max(lowest, sensitivity));
  return bottom - ((held - lowest) / (highest - lowest)) * (bottom - top);
}
