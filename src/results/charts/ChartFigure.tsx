import { type ReactNode, useId } from 'react';
import { useSentences } from '../../i18n/setup.ts';

interface ChartFigureProps {
  /** Title of the chart. */
  readonly title: string;
  /** What the chart shows, for screen readers. */
  readonly description: string;
  /** In SVG units; the width is 320. */
  readonly height: number;
  readonly children: ReactNode;
  /** How to read the chart, in a sentence. */
  readonly howToRead?: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

/** A chart, with its numbers as a table in a `<details>`. */
export function ChartFigure({
  title,
  description,
  height,
  children,
  howToRead,
  columns,
  rows,
}: ChartFigureProps) {
  const { t } = useSentences('progress');
  const id = useId();
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 320 ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
        focusable="false"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {children}
      </svg>
      {howToRead !== undefined && <figcaption className="soft">{howToRead}</figcaption>}
      <details className="chart-numbers">
        <summary>{t('numbers')}</summary>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells], at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two rounds may have ended on the same day, so
              // only the index is unique
              <tr key={at}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is identified by its column
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
