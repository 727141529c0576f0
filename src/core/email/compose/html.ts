/** The body of a message as HTML, as its sender's program would have written it. It is read as source and never rendered. */
import { isPageBlock, shapeOf } from '../../scenario/layout/block-kinds.ts';
import { plainText } from '../../scenario/layout/plain-text.ts';
import type { Block } from '../../scenario/format/block.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import type { Line, Run } from '../../scenario/format/text.ts';
import { fontFamilies } from '../../scenario/format/fonts.ts';
import type { Language } from '../../scenario/format/vocabulary.ts';

type Cell = Extract<Block, { kind: 'table' }>['rows'][number][number];
type Links = ReadonlyMap<string, string>;

/** The targets of a message's links by their ids. */
export const linksOf = (message: SealedMail): Links =>
  new Map((message.links ?? []).map(({ id, url }) => [id, url]));

/** The body as HTML. */
export function htmlPart(message: SealedMail, language: Language): string {
  const links = linksOf(message);
  const blocks = message.body.map((block) => htmlBlock(block, links, language)).join('\n');
  return `<html lang="${language}"><body${styled({ background: message.canvas?.background })}>\n${onPaper(message, blocks)}\n</body></html>`;
}

/** The table of one cell in which mail programs centre content of a fixed width. */
function onPaper({ canvas }: SealedMail, html: string): string {
  if (canvas?.width === undefined && canvas?.paper === undefined) return html;
  const width = canvas.width === undefined ? '' : ` width="${canvas.width}"`;
  return `<table align="center"${width}${styled({ background: canvas.paper })}><tr><td>\n${html}\n</td></tr></table>`;
}

function htmlBlock(block: Block, links: Links, language: Language): string {
  const inner = (blocks: readonly Block[]): string =>
    blocks.map((leaf) => htmlBlock(leaf, links, language)).join('\n');
  const line = (text: Line): string => htmlLine(text, links);
  switch (block.kind) {
    case 'text': {
      const tag = block.preformatted ? 'pre' : block.size === 'title' ? 'h1' : 'p';
      const align = styled({ 'text-align': block.align === 'justify' ? 'justify' : undefined });
      return `<${tag}${align}>${line(block.text[language])}</${tag}>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${line(item[language])}</li>`).join('')}</${tag}>`;
    }
    case 'image':
    case 'remote':
      return linked(block.link, imageTag(block, language), links);
    case 'qr':
      return `<img src="cid:qr-${block.link}.png" alt="${escaped(block.alt[language])}">`;
    case 'rule':
      return '<hr>';
    case 'table': {
      const rows = block.rows.map(
        (row) =>
          `<tr>${row.map((cell) => `<td${cellLook(cell)}>${line(cell[language])}</td>`).join('')}</tr>`,
      );
      return `<table${block.lines === 'none' ? ' border="0"' : ''}>${rows.join('\n')}</table>`;
    }
    case 'form': {
      const inputs = block.fields.map(({ label }) => `<label>${escaped(label[language])} <input></label>`);
      return `<form>${inputs.join('')}<button>${escaped(block.submit[language])}</button></form>`;
    }
    case 'panel':
      return `<div${styled({ 'border-left': block.side && `4px solid ${block.border ?? '#cccccc'}` })}>${inner(block.blocks)}</div>`;
    case 'columns':
      return `<table><tr>${block.columns.map((column, index) => `<td${widthOf(block.widths, index)}>${inner(column)}</td>`).join('')}</tr></table>`;
    case 'quote': {
      const by = block.attribution === undefined ? '' : `<p>${line(block.attribution[language])}</p>`;
      return `${by}<blockquote>${inner(block.blocks)}</blockquote>`;
    }
    default:
      // Blocks of pages never occur in a mail.
      return isPageBlock(block)
        ? ''
        : shapeOf(block, 'body')
            .texts.map((text) => `<p>${line(text.line[language])}</p>`)
            .join('\n');
  }
}

function cellLook({ align, background, span }: Cell): string {
  const columns = span === undefined ? '' : ` colspan="${span}"`;
  return `${columns}${styled({ 'text-align': align, background })}`;
}

/** The share of a column in hundredths of the row. */
function widthOf(widths: readonly number[] | undefined, index: number): string {
  const all = (widths ?? []).reduce((sum, width) => sum + width, 0);
  const share = widths?.[index];
  return share === undefined ? '' : ` width="${Math.round((share / all) * 100)}%"`;
}

function imageTag(block: Extract<Block, { kind: 'image' | 'remote' }>, language: Language): string {
  const source = block.kind === 'image' ? `cid:${block.asset}` : block.url;
  const sides = [
    ...(block.width === undefined ? [] : [` width="${block.width}"`]),
    ...(block.kind === 'image' || block.height === undefined ? [] : [` height="${block.height}"`]),
  ];
  return `<img src="${escaped(source)}" alt="${escaped(block.alt?.[language] ?? '')}"${sides.join('')}>`;
}

/** HTML around which a link stands, if there is one. */
function linked(link: string | undefined, html: string, links: Links): string {
  const url = link === undefined ? undefined : links.get(link);
  return url === undefined ? html : `<a href="${escaped(url)}">${html}</a>`;
}

function htmlLine(line: Line, links: Links): string {
  const runs = typeof line === 'string' ? [line] : line;
  return runs
    .map((run) => {
      const text = escaped(plainText([run])).replaceAll('\n', '<br>');
      return typeof run === 'string' ? text : linked(run.link, dressed(run, text), links);
    })
    .join('');
}

/** A text in its size, background and font. */
function dressed({ size, background, font }: Run, html: string): string {
  const style = styled({
    'font-size': size === undefined ? undefined : `${size}px`,
    background,
    'font-family': font === undefined ? undefined : fontFamilies[font],
  });
  return style === '' ? html : `<span${style}>${html}</span>`;
}

/** The attribute for the properties that have a value; empty if none has. */
function styled(properties: Readonly<Record<string, string | undefined>>): string {
  const declared = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${value}`],
  );
  return declared.length === 0 ? '' : ` style="${escaped(declared.join(';'))}"`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
