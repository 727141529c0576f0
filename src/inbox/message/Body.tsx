import { use } from 'react';
import type { LaidBlock, LaidLeaf } from '../../core/scenario/layout/blocks.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Flaggable } from '../Flaggable.tsx';
import { coloured, inked, papered, type Papered } from './ink.ts';
import { LineView } from './LineView.tsx';
import { useMarks } from '../marks.tsx';
import { PageBlockContext } from './page-block-context.ts';
import { PicturesContext } from '../pictures.ts';
import { Qr } from './Qr.tsx';

interface BodyProps {
  readonly blocks: readonly LaidBlock[];
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
}

/** A message body or the content of a mock page. Every part of it can be flagged. */
export function Body({ blocks, assets }: BodyProps) {
  return (
    <div className="body" translate="no">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} assets={assets} />
      ))}
    </div>
  );
}

function BlockView({ block, assets }: { readonly block: LaidBlock; readonly assets: string }) {
  const drawPageBlock = use(PageBlockContext);
  switch (block.kind) {
    case 'panel': {
      const { background, border, align } = block.block;
      return (
        <div className="panel" {...authored({ background, align, border })}>
          <Leaves leaves={block.blocks} assets={assets} />
        </div>
      );
    }
    case 'columns':
      return (
        <div className="columns">
          {block.columns.map((column, index) => (
            <div key={index}>
              <Leaves leaves={column} assets={assets} />
            </div>
          ))}
        </div>
      );
    case 'quote':
      return (
        <blockquote className="quote">
          {block.attribution && (
            <p className="quote-by">
              <LineView line={block.attribution} />
            </p>
          )}
          <Leaves leaves={block.blocks} assets={assets} />
        </blockquote>
      );
    case 'window':
      return drawPageBlock(block, <Leaves leaves={block.blocks} assets={assets} />);
    default:
      return <LeafView leaf={block} assets={assets} />;
  }
}

function Leaves({ leaves, assets }: { readonly leaves: readonly LaidLeaf[]; readonly assets: string }) {
  return leaves.map((leaf, index) => <LeafView key={index} leaf={leaf} assets={assets} />);
}

function LeafView({ leaf, assets }: { readonly leaf: LaidLeaf; readonly assets: string }) {
  const { language } = useLanguage();
  const pictureAt = use(PicturesContext);
  const drawPageBlock = use(PageBlockContext);
  switch (leaf.kind) {
    case 'text':
      return (
        <p className={`text ${leaf.block.size ?? ''}`.trimEnd()} {...authored(leaf.block)}>
          <LineView line={leaf.line} />
        </p>
      );
    case 'list': {
      const items = leaf.items.map((item, index) => (
        <li key={index}>
          <LineView line={item} />
        </li>
      ));
      return leaf.block.ordered ? <ol className="list">{items}</ol> : <ul className="list">{items}</ul>;
    }
    case 'button':
      return (
        <div className="mock-button-row" {...authored({ align: leaf.block.align })}>
          <span
            className="mock-button"
            style={coloured(leaf.block.background ?? '#1f5f94', leaf.block.colour ?? '#ffffff')}
          >
            <LineView line={leaf.line} />
          </span>
        </div>
      );
    case 'image':
      return (
        <div className="picture" {...authored({ align: leaf.block.align })}>
          <Flaggable region={leaf.region}>
            <img
              src={pictureAt(`${assets}${leaf.block.asset}`)}
              alt={pick(leaf.block.alt, language)}
              {...(leaf.block.width !== undefined && { width: leaf.block.width })}
            />
          </Flaggable>
        </div>
      );
    case 'qr':
      return <Qr leaf={leaf} />;
    case 'rule':
      return <hr />;
    case 'table':
      return <TableView leaf={leaf} />;
    case 'form':
    case 'captcha':
    case 'permissions':
    case 'code':
    case 'alarm':
    case 'download':
      return drawPageBlock(leaf);
  }
}

function TableView({ leaf }: { readonly leaf: Extract<LaidLeaf, { kind: 'table' }> }) {
  const { heading } = leaf.block;
  const { readOnly } = useMarks();
  // If nothing in the table can be flagged, the table itself is focusable, so that it can be scrolled by keyboard.
  const stop = readOnly ? { tabIndex: 0, role: 'group' } : {};
  return (
    <div className="table-scroll" {...stop}>
      <table className={heading === undefined ? 'table' : `table by-${heading}`}>
        <tbody>
          {leaf.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => {
                const isHeading = (heading === 'row' && r === 0) || (heading === 'column' && c === 0);
                const line = <LineView line={cell} />;
                return isHeading ? (
                  <th key={c} scope={heading === 'row' ? 'col' : 'row'}>
                    {line}
                  </th>
                ) : (
                  <td key={c}>{line}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Authored {
  readonly background?: string | undefined;
  readonly colour?: string | undefined;
  readonly align?: 'start' | 'center' | 'end' | undefined;
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
