/** Finds where in a file's text something is. */

/** A place in a text. */
export interface Position {
  /** Both start at 1. A column is a UTF-16 unit, as editors count. */
  readonly line: number;
  readonly column: number;
}

/** A JSON path from the root of a file. */
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

/** Returns the position of a JSON path. For something that is missing, the position of its nearest existing parent. */
export type Locate = (path: Path) => Position;

/** For a file that was not read: everything is at its start. */
export const atStart: Locate = () => ({ line: 1, column: 1 });

/**
 * The position of a JSON value, and those of its members by key or index. A tree, so that paths need not be spelled
 * out.
 */
export interface PlacedValue extends Position {
  readonly inner: ReadonlyMap<string | number, PlacedValue>;
}

/** A `Locate` for the positions of a file. */
export function locateIn(root: PlacedValue): Locate {
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
