import type { Proportion } from '../../core/record/proportion.ts';
import { percentOf } from '../../i18n/number-words.ts';

interface ShareBarsProps {
  readonly bars: readonly (Proportion & {
    readonly name: string;
    /** Text at the right end. */
    readonly text: string;
  })[];
}

/** Height of one bar with its label, in SVG units. */
export const heightOfBar = 46;
const left = 4;
const right = 316;

/** Shares as horizontal bars, each with its confidence interval as a thin line. Draw inside an SVG 320 wide. */
export function ShareBars({ bars }: ShareBarsProps) {
  return bars.map(({ name, text, total, share, interval }, at) => {
    const top = at * heightOfBar + 6;
    const barTop = top + 17;
    return (
      <g key={name}>
        <text x={left} y={top + 10}>
          {name}
        </text>
        <text x={right} y={top + 10} textAnchor="end" className="chart-name">
          {text}
        </text>
        <rect x={left} y={barTop} width={right - left} height="10" rx="5" className="chart-ground" />
        {total > 0 && (
          <>
            <rect
              x={left}
              y={barTop}
              width={((right - left) * percentOf(share)) / 100}
              height="10"
              rx="5"
              className="chart-bar"
            />
            <line
              x1={across(interval.low)}
              x2={across(interval.high)}
              y1={barTop + 14}
              y2={barTop + 14}
              className="chart-whisker"
            />
          </>
        )}
      </g>
    );
  });
}

const across = (share: number): number => left + share * (right - left);
