import { Fragment, type ReactNode } from 'react';
import { fontFamilies } from '../../core/scenario/format/fonts.ts';
import type { CutLine, Piece } from '../../core/scenario/layout/blocks.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { breakableInFlow } from '../../ui/breakable.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { inked, papered } from './ink.ts';
import { LinkTool } from './LinkTool.tsx';

/** One line of text in the language of the screen. */
export function LineView({ line }: { readonly line: CutLine }) {
  const { language } = useLanguage();
  const pieces = line.pieces[language];
  const firsts = new Map(pieces.map(({ region }, index) => [region, index] as const).toReversed());
  const lasts = new Map(pieces.map(({ region }, index) => [region, index]));
  const links = wholeLinks(pieces);
  return pieces.map((piece, index) => (
    <PieceView
      key={index}
      piece={piece}
      continued={piece.region !== undefined && firsts.get(piece.region) !== index}
      continues={piece.region !== undefined && lasts.get(piece.region) !== index}
      whole={links[index]}
    />
  ));
}

/**
 * For the last piece of each link, the whole text of the link; undefined for other pieces. The same link may occur
 * twice in a line.
 */
function wholeLinks(pieces: readonly Piece[]): readonly (string | undefined)[] {
  let text = '';
  return pieces.map((piece, index) => {
    if (piece.link === undefined) return undefined;
    text = pieces[index - 1]?.link === piece.link ? text + piece.text : piece.text;
    return pieces[index + 1]?.link === piece.link ? undefined : text;
  });
}

interface PieceViewProps {
  readonly piece: Piece;
  readonly continued: boolean;
  readonly continues: boolean;
  /** At the end of a link, its whole text; the piece itself may be only part of it. */
  readonly whole: string | undefined;
}

function PieceView({ piece, continued, continues, whole }: PieceViewProps) {
  const { text, style, link, region } = piece;
  if (region === undefined) return <span>{styled(withBreaks(text), style)}</span>;
  // Trailing line breaks go outside the region, so that its seal or number does not move to the next line.
  const end = endOfWords(text);
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

/** The index at which trailing line breaks begin. */
function endOfWords(text: string): number {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return end;
}

function withBreaks(text: string): ReactNode {
  const lines = text.split('\n');
  if (lines.length === 1) return breakableInFlow(text);
  return lines.map((line, index) => (
    <Fragment key={index}>
      {line !== '' && <span>{breakableInFlow(line)}</span>}
      {index < lines.length - 1 && <br />}
    </Fragment>
  ));
}

function styled(words: ReactNode, style: Piece['style']): ReactNode {
  if (Object.keys(style).length === 0) return words;
  const { bold, italic, underline, strike, small, size, colour, background, font } = style;
  const paper = background === undefined ? undefined : papered(background, colour);
  const decoration = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return (
    <span
      {...paper}
      style={{
        ...paper?.style,
        ...(bold && { fontWeight: 700 }),
        ...(italic && { fontStyle: 'italic' }),
        ...(small && { fontSize: '0.85em' }),
        ...(size !== undefined && { fontSize: fontSizeOf(size) }),
        ...(font && { fontFamily: fontFamilies[font] }),
        ...(decoration && { textDecoration: decoration }),
        ...(!paper && colour && { color: inked(colour) }),
      }}
    >
      {words}
    </span>
  );
}

/** In `rem`, so that it follows the player's own text size; a usual text is 16 pixels of its sender and 0.90625 rem here. */
const fontSizeOf = (pixels: number): string => `${(pixels / 16) * 0.90625}rem`;
