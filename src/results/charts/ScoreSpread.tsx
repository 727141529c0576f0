import type { Spread } from '../../core/record/cohort.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';

const left = 12;
const right = 308;
const middle = 34;

/**
 * The scores of a group as a box plot (Tukey 1977): the box is the middle half, the line the median, the whiskers
 * both extremes.
 */
export function ScoreSpread({ spread }: { readonly spread: Spread }) {
  const { t } = useSentences('progress');
  const { least, lowerQuartile, median, upperQuartile, most } = spread;
  const shown = (score: number) => String(Math.round(score));
  return (
    <section className="insight">
      <h2>{t('group.score')}</h2>
      <ChartFigure
        title={t('group.score')}
        description={t('group.spreadDescription', {
          least: shown(least),
          lower: shown(lowerQuartile),
          median: shown(median),
          upper: shown(upperQuartile),
          most: shown(most),
        })}
        height={82}
        columns={[t('column.measure'), t('column.score')]}
        rows={[
          [t('group.least'), shown(least)],
          [t('group.lower'), shown(lowerQuartile)],
          [t('group.median'), shown(median)],
          [t('group.upper'), shown(upperQuartile)],
          [t('group.most'), shown(most)],
        ]}
      >
        {[0, 50, 100].map((score) => (
          <g key={score}>
            <line
              x1={across(score)}
              x2={across(score)}
              y1={middle - 24}
              y2={middle + 24}
              className="chart-grid"
            />
            <text x={across(score)} y={middle + 42} textAnchor="middle">
              {score}
            </text>
          </g>
        ))}
        <line x1={across(least)} x2={across(most)} y1={middle} y2={middle} className="chart-axis" />
        <rect
          x={across(lowerQuartile)}
          y={middle - 14}
          width={Math.max(2, across(upperQuartile) - across(lowerQuartile))}
          height="28"
          rx="4"
          className="chart-bar"
        />
        <line
          x1={across(median)}
          x2={across(median)}
          y1={middle - 18}
          y2={middle + 18}
          className="chart-whisker"
        />
      </ChartFigure>
    </section>
  );
}

const across = (score: number): number => left + (score / 100) * (right - left);
