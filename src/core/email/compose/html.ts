/** The body of a message as HTML, as its sender's program would have written it. It is read as source and never rendered. */
import { linkRegion } from '../../scenario/layout/block-kinds.ts';
import { type LaidBlock, layBody } from '../../scenario/layout/blocks.ts';
import { plainText } from '../../scenario/layout/plain-text.ts';
import type { Block } from '../../scenario/format/block.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import type { Line, Run } from '../../scenario/format/text.ts';
import { fontFamilies } from '../../scenario/format/fonts.ts';
import type { Hiding, Language } from '../../scenario/format/vocabulary.ts';
import { TextMarks, withoutMarks } from './marked-text.ts';

type Cell = Extract<Block, { kind: 'table' }>['rows'][number][number];
type Links = ReadonlyMap<string, string>;

/** The targets of a message's links by their ids. */
export const linksOf = (message: SealedMail): Links =>
  new Map((message.links ?? []).map(({ id, url }) => [id, url]));

/** The body as HTML. */
export const htmlPart = (message: SealedMail, language: Language): string =>
  withoutMarks(markedHtml(message, language, new TextMarks()));

/** The body as HTML; links, pictures and what is hidden are marked as their regions. */
export function markedHtml(message: SealedMail, language: Language, marks: TextMarks): string {
  const writing: Writing = { links: linksOf(message), language, marks, hiddenOn: paperOf(message) };
  const blocks = layBody(message.body, 'body')
    .map((laid) => htmlBlock(laid, writing))
    .join('\n');
  const { background, picture, remotePicture } = message.canvas ?? {};
  const look = styled({ background, 'background-image': backdrop(picture, remotePicture) });
  return `<html lang="${language}"><body${look}>\n${onPaper(message, blocks)}\n</body></html>`;
}

interface Writing {
  readonly links: Links;
  readonly language: Language;
  readonly marks: TextMarks;
  /** The colour that hides a text of the same colour. */
  readonly hiddenOn: string;
}

/** A picture behind the content: one that came with the mail, or one elsewhere. */
function backdrop(picture: string | undefined, remotePicture: string | undefined): string | undefined {
  const source = picture === undefined ? remotePicture : `cid:${picture}`;
  return source === undefined ? undefined : `url(${encodeURI(source)})`;
}

const paperOf = ({ canvas }: SealedMail): string => canvas?.paper ?? '#ffffff';

/** The table of one cell in which mail programs centre content of a fixed width. */
function onPaper({ canvas }: SealedMail, html: string): string {
  if (canvas?.width === undefined && canvas?.paper === undefined) return html;
  const width = canvas.width === undefined ? '' : ` width="${canvas.width}"`;
  return `<table align="center"${width}${styled({ background: canvas.paper })}><tr><td>\n${html}\n</td></tr></table>`;
}

function htmlBlock({ block, texts, parts, inner: boxes = [] }: LaidBlock, writing: Writing): string {
  const { language, marks } = writing;
  const inner = (blocks: readonly LaidBlock[]): string =>
    blocks.map((one) => htmlBlock(one, writing)).join('\n');
  const line = (text: Line): string => htmlLine(text, writing);
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
    case 'remote': {
      const picture = linked(block.link, marks.mark(parts[0]?.key ?? '', imageTag(block, language)), writing);
      return `${picture}${mapTag(block, writing)}`;
    }
    case 'hidden': {
      const pieces = texts.flatMap((text) => text.line.pieces[language]);
      const words = pieces.map(({ text, region }) =>
        region === undefined ? inHtml(text) : marks.mark(region, inHtml(text)),
      );
      return `<div${styled(hidingStyle(block.hiding, writing.hiddenOn))}>${words.join('')}</div>`;
    }
    case 'pixel':
      return marks.mark(parts[0]?.key ?? '', `<img src="${escaped(block.url)}" width="1" height="1" alt="">`);
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
    case 'panel': {
      const { side, border, picture, remotePicture } = block;
      const look = styled({
        'border-left': side && `4px solid ${border ?? '#cccccc'}`,
        'background-image': backdrop(picture, remotePicture),
      });
      return `<div${look}>${inner(boxes.flat())}</div>`;
    }
    case 'columns':
      return `<table><tr>${boxes.map((column, index) => `<td${widthOf(block.widths, index)}>${inner(column)}</td>`).join('')}</tr></table>`;
    case 'quote': {
      const by = block.attribution === undefined ? '' : `<p>${line(block.attribution[language])}</p>`;
      return `${by}<blockquote>${inner(boxes.flat())}</blockquote>`;
    }
    case 'pictures':
      return `<div>${inner(boxes.flat())}</div>`;
    case 'button':
      return texts.map((text) => `<p>${line(linkedLabel(block, text.line.plain[language]))}</p>`).join('\n');
    default:
      // Blocks of pages never occur in a mail.
      return '';
  }
}

const linkedLabel = ({ link }: Extract<Block, { kind: 'button' }>, text: string): Line => [{ text, link }];

/** How a text is kept from the eye. `paper` is the colour behind it. */
function hidingStyle(hiding: Hiding, paper: string): Readonly<Record<string, string>> {
  switch (hiding) {
    case 'display':
      return { display: 'none' };
    case 'tiny':
      return { 'font-size': '1px' };
    case 'colour':
      return { color: paper, background: paper };
    case 'off-screen':
      return { position: 'absolute', left: '-9999px' };
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
  const map = block.areas === undefined ? '' : ` usemap="#${block.id}"`;
  return `<img src="${escaped(source)}" alt="${escaped(block.alt?.[language] ?? '')}"${sides.join('')}${map}>`;
}

/** The places of a picture that are links (HTML, image maps). */
function mapTag(
  { id, areas = [] }: Extract<Block, { kind: 'image' | 'remote' }>,
  { links, language, marks }: Writing,
): string {
  const tags = areas.map(({ link, label, left, top, width, height }) => {
    const corners = [left, top, left + width, top + height].map((share) => `${share}%`).join(',');
    const tag = `<area shape="rect" coords="${corners}" href="${escaped(links.get(link) ?? '')}" alt="${escaped(label[language])}">`;
    return marks.mark(linkRegion(link), tag);
  });
  return tags.length === 0 ? '' : `<map name="${id}">${tags.join('')}</map>`;
}

/** HTML around which a link stands, if there is one. */
function linked(link: string | undefined, html: string, { links, marks }: Writing): string {
  const url = link === undefined ? undefined : links.get(link);
  if (link === undefined || url === undefined) return html;
  return `${marks.mark(linkRegion(link), `<a href="${escaped(url)}">`)}${html}</a>`;
}

const inHtml = (text: string): string => escaped(text).replaceAll('\n', '<br>');

function htmlLine(line: Line, writing: Writing): string {
  const runs = typeof line === 'string' ? [line] : line;
  return runs
    .map((run) => {
      const text = inHtml(plainText([run]));
      return typeof run === 'string' ? text : linked(run.link, dressed(run, text), writing);
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
  return withoutMarks(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
