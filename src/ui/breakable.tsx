import { Fragment, type ReactNode } from 'react';
import { linePieces } from './line-pieces.ts';

/** An address that begins a line of its own: it ends lines after a dot or another joint and not inside a name. Only the text is read and copied. */
export const breakable = (text: string): ReactNode => drawn(linePieces(text));

/** What fits on a line of the narrowest phone, in characters. */
const fitting = 24;

/** The same for addresses among other words: one that fits moves to the next line whole, as a word does. */
export const breakableInFlow = (text: string): ReactNode => drawn(linePieces(text, fitting));

function drawn(pieces: readonly string[]): ReactNode {
  const [first] = pieces;
  if (pieces.length === 1) return first;
  return pieces.map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <span>{piece}</span>
    </Fragment>
  ));
}
