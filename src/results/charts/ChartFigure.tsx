import { type ReactNode, useId } from 'react';
import { useSentences } from '../../i18n/setup.ts';

interface ChartFigureProps {
  /** What the picture is. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** In units of the picture, 320 wide. */
  readonly height: number;
  readonly children: ReactNode;
  /** A sentence on how to read it. */
  readonly howToRead?: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A picture, and its numbers as a table in a fold. */
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
              // oxlint-disable-next-line react/no-array-index-key -- two rounds may have ended on one day: only the place tells rows apart
              <tr key={at}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
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
