import { Fragment, type ReactNode } from 'react';
import type { CutLine, Piece } from '../core/scenario/body.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Flaggable } from './Flaggable.tsx';
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
      whole={pieces.flatMap(({ link, text }) => (link === piece.link ? [text] : [])).join('')}
    />
  ));
}

interface PieceViewProps {
  readonly piece: Piece;
  readonly continued: boolean;
  readonly continues: boolean;
  /** The text of the whole link, of which this may be one style's stretch. */
  readonly whole: string;
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
      {!continues && <LinkTool link={link} text={whole} />}
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
