import './wide.css';
import { use } from 'react';
import type { Block, Canvas } from '../../core/scenario/format/block.ts';
import { rowName } from '../../core/scenario/layout/block-kinds.ts';
import { type LaidBlock, linesNamed } from '../../core/scenario/layout/blocks.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { coloured, inked, papered, type Papered } from './ink.ts';
import { LineView } from './LineView.tsx';
import { LinkTool } from './LinkTool.tsx';
import { useMarks } from '../marks.tsx';
import { PageBlockContext } from '../page/page-block-context.ts';
import { PicturesContext } from '../pictures.ts';
import { Qr } from './Qr.tsx';
import { Areas, MappedPicture } from './PictureAreas.tsx';
import { RemotePicture, RemoteRow } from './RemotePicture.tsx';

interface BodyProps {
  readonly blocks: readonly LaidBlock[];
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  /** What lies behind the content of a mail. */
  readonly canvas?: Canvas | undefined;
}

/** A message body or the content of a mock page. Every part of it can be flagged. */
export function Body({ blocks, assets, canvas }: BodyProps) {
  const pictureAt = use(PicturesContext);
  const inside = <Inside blocks={blocks} assets={assets} />;
  if (canvas === undefined)
    return (
      <div className="body" translate="no">
        {inside}
      </div>
    );
  const { background, width, picture } = canvas;
  // Beside a background of its own, the content of a mail has white paper in both themes.
  const isBare = background === undefined && picture === undefined;
  const paper = canvas.paper ?? (isBare ? undefined : '#ffffff');
  const sheet = authored({ background: paper });
  const ground = authored({ background });
  const tile = picture && { backgroundImage: `url("${pictureAt(`${assets}${picture}`)}")` };
  return (
    <div className={isBare ? 'canvas' : 'canvas framed'} {...ground} style={{ ...ground.style, ...tile }}>
      <div
        className={paper === undefined ? 'body' : 'body on-paper'}
        translate="no"
        {...sheet}
        style={{ ...sheet.style, ...(width !== undefined && { maxWidth: width }) }}
      >
        {inside}
      </div>
    </div>
  );
}

interface BlockViewProps {
  readonly laid: LaidBlock;
  readonly assets: string;
}

function BlockView({ laid, assets }: BlockViewProps) {
  const { t, language } = useLanguage();
  const pictureAt = use(PicturesContext);
  const drawPageBlock = use(PageBlockContext);
  const { block, texts, parts, inner = [] } = laid;
  const lines = texts.map(({ line }, index) => <LineView key={index} line={line} />);
  const [part] = parts;
  switch (block.kind) {
    case 'panel': {
      const { background, border, side, align, picture } = block;
      const look = authored({ background, align, border });
      const behind = picture && { backgroundImage: `url("${pictureAt(`${assets}${picture}`)}")` };
      return (
        <div
          className={['panel', side && 'side', picture && 'pictured'].filter(Boolean).join(' ')}
          {...look}
          style={{ ...look.style, ...behind }}
        >
          <Inside blocks={inner.flat()} assets={assets} />
        </div>
      );
    }
    case 'columns':
      return (
        <div className={block.widths === undefined ? 'columns' : 'columns uneven'}>
          {inner.map((column, index) => (
            <div key={index} style={{ flexGrow: block.widths?.[index] }}>
              <Inside blocks={column} assets={assets} />
            </div>
          ))}
        </div>
      );
    case 'quote':
      return (
        <blockquote className="quote">
          {lines.length > 0 && <p className="quote-by">{lines}</p>}
          <Inside blocks={inner.flat()} assets={assets} />
        </blockquote>
      );
    case 'text':
      return (
        <p
          className={['text', block.size, block.preformatted && 'preformatted'].filter(Boolean).join(' ')}
          {...authored(block)}
        >
          {lines}
        </p>
      );
    case 'list': {
      const items = lines.map((line, index) => <li key={index}>{line}</li>);
      return block.ordered ? <ol className="list">{items}</ol> : <ul className="list">{items}</ul>;
    }
    case 'button':
      return (
        <div className="mock-button-row" {...authored({ align: block.align })}>
          <span className="mock-button" {...faceOf(block)}>
            {lines}
          </span>
        </div>
      );
    case 'image': {
      const { link, align, width } = block;
      const alt = block.alt === undefined ? t('twins.part.image') : pick(block.alt, language);
      const image = (
        <img src={pictureAt(`${assets}${block.asset}`)} alt={alt} {...(width !== undefined && { width })} />
      );
      return (
        <div className="picture" {...authored({ align })}>
          <MappedPicture areas={block.areas}>
            <Flaggable region={part?.key ?? ''}>
              {link === undefined ? image : <span data-link={link}>{image}</span>}
            </Flaggable>
            {link !== undefined && <LinkTool link={link} text={alt} />}
          </MappedPicture>
        </div>
      );
    }
    case 'remote':
      return (
        <div className="picture" {...authored({ align: block.align })}>
          <RemotePicture block={block} region={part?.key ?? ''} />
          {block.areas !== undefined && (
            <span className="areas">
              <Areas areas={block.areas} />
            </span>
          )}
        </div>
      );
    case 'pictures':
      return (
        <div className="pictures" {...authored({ align: block.align })}>
          <RemoteRow pictures={inner.flat()}>
            <Inside blocks={inner.flat()} assets={assets} />
          </RemoteRow>
        </div>
      );
    case 'hidden':
    case 'pixel':
      return null;
    case 'qr':
      return <Qr block={block} region={part?.key ?? ''} />;
    case 'rule':
      return <hr />;
    case 'table':
      return <TableView block={block} laid={laid} />;
    default:
      return drawPageBlock(block, laid, <Inside blocks={inner.flat()} assets={assets} />);
  }
}

function Inside({ blocks, assets }: { readonly blocks: readonly LaidBlock[]; readonly assets: string }) {
  return blocks.map((laid, index) => <BlockView key={index} laid={laid} assets={assets} />);
}

interface TableViewProps {
  readonly block: Extract<Block, { kind: 'table' }>;
  readonly laid: LaidBlock;
}

function TableView({ block: { heading, lines, rows }, laid }: TableViewProps) {
  const { mode } = useMarks();
  // If nothing in the table can be flagged, the table itself is focusable, so that it can be scrolled by keyboard.
  const stop = mode === 'read' ? { tabIndex: 0, role: 'group' } : {};
  return (
    <div className="table-scroll" {...stop}>
      <table
        className={['table', heading && `by-${heading}`, lines && 'without-lines'].filter(Boolean).join(' ')}
      >
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {linesNamed(laid, rowName(r)).map((cell, c) => {
                const isHeading = (heading === 'row' && r === 0) || (heading === 'column' && c === 0);
                const { align, background, span } = row[c] ?? {};
                const look = { colSpan: span, ...authored({ align, background }) };
                const line = <LineView line={cell} />;
                return isHeading ? (
                  <th key={c} scope={heading === 'row' ? 'col' : 'row'} {...look}>
                    {line}
                  </th>
                ) : (
                  <td key={c} {...look}>
                    {line}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A button: filled, or an outline whose label stands on the paper around it. */
function faceOf({ background, colour, outline }: Extract<Block, { kind: 'button' }>) {
  if (!outline) return { style: coloured(background ?? '#1f5f94', colour ?? '#ffffff') };
  const ink = colour ?? '#1f5f94';
  const paper = background === undefined ? undefined : papered(background, ink);
  return { ...paper, style: { ...(paper?.style ?? { color: inked(ink) }), border: '1px solid' } };
}

interface Authored {
  readonly background?: string | undefined;
  readonly colour?: string | undefined;
  readonly align?: 'start' | 'center' | 'end' | 'justify' | undefined;
  readonly border?: string | undefined;
}

/** Colours chosen by the mail's author. Text on its own background needs an ink that ignores the theme. */
function authored({ background, colour, align, border }: Authored): Partial<Papered> {
  const paper = background === undefined ? undefined : papered(background, colour);
  const style = {
    ...paper?.style,
    ...(!paper && colour !== undefined && { color: inked(colour) }),
    ...(border !== undefined && { borderColor: border }),
    ...(align && { textAlign: align }),
  };
  return { ...paper, style };
}
