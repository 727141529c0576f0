import type { TrendPoint } from '../../core/record/progress.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { dateInWords } from '../../i18n/number-words.ts';

/** More points would overlap. */
const mostDrawn = 50;

const left = 34;
const right = 308;
const top = 14;
const bottom = 134;

/** The score of each round, the latest on the right. */
export function TrendSection({ trend }: { readonly trend: readonly TrendPoint[] }) {
  const { t, language } = useSentences('progress');
  const points = trend.slice(-mostDrawn);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const places = points.map(({ id, score }, at) => ({
    id,
    x: left + (at / (points.length - 1)) * (right - left),
    y: up(score),
  }));
  return (
    <section className="insight">
      <h2>{t('trend.heading')}</h2>
      {points.length < trend.length && <p>{t('trend.recent', { count: points.length })}</p>}
      <ChartFigure
        title={t('trend.picture')}
        description={t('trend.description', {
          count: points.length,
          first: Math.round(first.score),
          last: Math.round(last.score),
        })}
        height={146}
        columns={[t('column.round'), t('column.score')]}
        rows={points.map(({ endedAt, score }) => [dateInWords(endedAt, language), String(Math.round(score))])}
      >
        <rect x={left} y={top} width={right - left} height={bottom - top} className="chart-ground" />
        {[0, 50, 100].map((score) => (
          <g key={score}>
            <line x1={left} x2={right} y1={up(score)} y2={up(score)} className="chart-grid" />
            <text x={left - 6} y={up(score)} textAnchor="end" dominantBaseline="central">
              {score}
            </text>
          </g>
        ))}
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} className="chart-line" />
        {places.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={points.length > 25 ? 2 : 4} className="chart-dot" />
        ))}
      </ChartFigure>
    </section>
  );
}

const up = (score: number): number => bottom - (score / 100) * (bottom - top);
