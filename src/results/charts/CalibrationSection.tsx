import type { Calibration } from '../../core/engine/result/calibration.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { percentOf, twoDecimals } from '../../i18n/number-words.ts';

interface CalibrationSectionProps {
  readonly calibration: Calibration;
  /** A group is not addressed as "you". */
  readonly voice?: 'player' | 'group';
}

/** How well confidence matches accuracy, in words; from 30 judgements on also as a chart. */
export function CalibrationSection({ calibration, voice = 'player' }: CalibrationSectionProps) {
  const { t } = useSentences('progress');
  return (
    <section className="insight">
      <h2>{t(voice === 'group' ? 'group.calibration.heading' : 'calibration.heading')}</h2>
      {content()}
    </section>
  );

  function content() {
    switch (calibration.kind) {
      case 'none':
        return <p>{t('calibration.none')}</p>;
      case 'notEnough':
        return <p>{t('calibration.notEnough', { needed: calibration.needed - calibration.count })}</p>;
      case 'curve':
        return (
          <>
            <p>
              {t(
                `${voice === 'group' ? 'group.calibration' : 'calibration'}.${tendencyOf(calibration.overconfidence)}`,
                { by: pointsOf(calibration) },
              )}
            </p>
            <CalibrationCurve calibration={calibration} />
          </>
        );
    }
  }
}

type Curve = Extract<Calibration, { kind: 'curve' }>;

const left = 46;
const right = 308;
const top = 14;
const bottom = 172;

function CalibrationCurve({ calibration }: { readonly calibration: Curve }) {
  const { t } = useSentences('progress');
  const { bins, count, overconfidence, brier } = calibration;
  const percent = (share: number) => t('percent', { percent: percentOf(share) });
  const range = ({ low, high }: Curve['bins'][number]) =>
    t('interval', { low: percent(low), high: percent(high) });
  return (
    <ChartFigure
      title={t('calibration.picture')}
      description={t('calibration.description', {
        count,
        by: pointsOf(calibration),
        direction: t(overconfidence >= 0 ? 'calibration.over' : 'calibration.under'),
      })}
      height={212}
      howToRead={t('calibration.howToRead')}
      columns={[t('column.confidence'), t('column.right'), t('column.count')]}
      rows={[
        ...bins.map((bin) => [range(bin), percent(bin.accuracy), String(bin.count)]),
        [
          t('calibration.overall'),
          t('calibration.points', { by: signedPoints(overconfidence) }),
          String(count),
        ],
        [t('calibration.brier'), twoDecimals(brier), String(count)],
      ]}
    >
      <rect x={left} y={top} width={right - left} height={bottom - top} className="chart-ground" />
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={right} y1={up(share)} y2={up(share)} className="chart-grid" />
          <text x={left - 6} y={up(share)} textAnchor="end" dominantBaseline="central">
            {percent(share)}
          </text>
        </g>
      ))}
      {[0.5, 0.75, 1].map((share) => (
        <text key={share} x={across(share)} y={bottom + 17} textAnchor={share === 1 ? 'end' : 'middle'}>
          {percent(share)}
        </text>
      ))}
      <text x={left + 6} y={top + 13} className="chart-name">
        {`${t('calibration.right')} ↑`}
      </text>
      <text x={right} y={bottom + 34} textAnchor="end" className="chart-name">
        {`${t('calibration.confidence')} →`}
      </text>
      <line
        x1={across(0.5)}
        y1={up(0.5)}
        x2={across(1)}
        y2={up(1)}
        className="chart-axis"
        strokeDasharray="2 4"
      />
      <polyline
        points={bins
          .map(({ meanConfidence, accuracy }) => `${across(meanConfidence)},${up(accuracy)}`)
          .join(' ')}
        className="chart-line"
      />
      {bins.map(({ low, meanConfidence, accuracy, count: size }) => (
        <circle
          key={low}
          cx={across(meanConfidence)}
          cy={up(accuracy)}
          r={3 + 6 * Math.sqrt(size / count)}
          className="chart-dot"
        />
      ))}
    </ChartFigure>
  );
}

const across = (confidence: number): number => left + ((confidence - 0.5) / 0.5) * (right - left);
const up = (share: number): number => bottom - share * (bottom - top);

/** In percentage points. A smaller difference counts as well calibrated. */
const smallDifference = 5;

function tendencyOf(overconfidence: number): 'even' | 'overconfident' | 'underconfident' {
  if (Math.abs(overconfidence) * 100 < smallDifference) return 'even';
  return overconfidence > 0 ? 'overconfident' : 'underconfident';
}

const pointsOf = ({ overconfidence }: Curve): number => percentOf(Math.abs(overconfidence));

function signedPoints(overconfidence: number): string {
  return `${overconfidence < 0 ? '−' : '+'}${percentOf(Math.abs(overconfidence))}`;
}
