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

/** For a file that was not read: everything stands at its start. */
export const atStart: Locate = () => ({ line: 1, column: 1 });

/** The place of a JSON value, with those of the values in it by key or index: a tree, so that no path is ever spelled out. */
export interface Placed extends Position {
  readonly inner: ReadonlyMap<string | number, Placed>;
}

/** A `Locate` over the places of a file. */
export function locateIn(root: Placed): Locate {
  return (path) => {
    let place = root;
    for (const step of path) {
      const next = place.inner.get(step);
      if (next === undefined) break;
      place = next;
    }
    return { line: place.line, column: place.column };
  };
}
