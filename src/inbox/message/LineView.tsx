import { Fragment, type ReactNode } from 'react';
import type { CutLine, Piece } from '../../core/scenario/layout/blocks.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { inked } from './ink.ts';
import { LinkTool } from './LinkTool.tsx';

/** One line of text in the language of the screen. */
export function LineView({ line }: { readonly line: CutLine }) {
  const { language } = useLanguage();
  const pieces = line.pieces[language];
  return pieces.map((piece, index) => (
    <PieceView
      key={index}
      piece={piece}
      continued={pieces.slice(0, index).some(({ region }) => region !== undefined && region === piece.region)}
      continues={pieces
        .slice(index + 1)
        .some(({ region }) => region !== undefined && region === piece.region)}
      whole={piece.link === undefined ? undefined : wholeLink(pieces, index, piece.link)}
    />
  ));
}

/** The text of the link that ends with the piece at an index; undefined if it goes on. The same link may stand in a line twice. */
function wholeLink(pieces: readonly Piece[], end: number, link: string): string | undefined {
  if (pieces[end + 1]?.link === link) return undefined;
  const start = pieces.slice(0, end).findLastIndex((piece) => piece.link !== link) + 1;
  return pieces
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join('');
}

interface PieceViewProps {
  readonly piece: Piece;
  readonly continued: boolean;
  readonly continues: boolean;
  /** At the end of a link its whole text, of which this may be one style's stretch. */
  readonly whole: string | undefined;
}

function PieceView({ piece, continued, continues, whole }: PieceViewProps) {
  const { text, style, link, region } = piece;
  if (region === undefined) return styled(withBreaks(text), style);
  // The end of a line lies behind the region, so that its seal or number does not slip onto the next line.
  const end = text.search(/\n*$/);
  const words = styled(withBreaks(text.slice(0, end)), style);
  const ending = withBreaks(text.slice(end));
  if (link === undefined) {
    return (
      <>
        <Flaggable region={region} continued={continued} continues={continues}>
          {words}
        </Flaggable>
        {ending}
      </>
    );
  }
  return (
    <span className="link-piece">
      <Flaggable region={region} continued={continued} continues={continues}>
        <span className="link" data-link={link}>
          {words}
        </span>
      </Flaggable>
      {whole !== undefined && <LinkTool link={link} text={whole} />}
    </span>
  );
}

function withBreaks(text: string): ReactNode {
  const lines = text.split('\n');
  return lines.map((line, index) => (
    <Fragment key={index}>
      {line}
      {index < lines.length - 1 && <br />}
    </Fragment>
  ));
}

function styled(words: ReactNode, style: Piece['style']): ReactNode {
  const { bold, italic, underline, strike, small, colour } = style;
  if (!(bold || italic || underline || strike || small || colour)) return words;
  const decoration = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return (
    <span
      style={{
        ...(bold && { fontWeight: 700 }),
        ...(italic && { fontStyle: 'italic' }),
        ...(small && { fontSize: '0.85em' }),
        ...(decoration && { textDecoration: decoration }),
        ...(colour && { color: inked(colour) }),
      }}
    >
      {words}
    </span>
  );
}
