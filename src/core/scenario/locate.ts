/** Where in the text of a file something stands. */

export interface Position {
  /** Both count from 1; a column is a UTF-16 unit, as editors count. */
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** The line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Finds the position of a JSON path; what is missing is looked for where it ought to be, in the nearest parent there is. */
export type Locate = (path: Path) => Position;

/** A `Locate` over positions recorded under `pathKey`. */
export function locateIn(positions: ReadonlyMap<string, Position>): Locate {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const position = positions.get(pathKey(path.slice(0, length)));
      if (position !== undefined) return position;
    }
    return { line: 1, column: 1 };
  };
}

export const pathKey = (path: Path): string => JSON.stringify(path);
