/**
 * The body of a message as MIME parts (RFC 2045, 2046): the same blocks as plain text and as HTML, then the
 * attachments.
 */
import { isPageBlock, isSourceBlock, linkRegion, shapeOf } from '../../scenario/layout/block-kinds.ts';
import { plainText } from '../../scenario/layout/plain-text.ts';
import { attachmentRegion, fieldRegion } from '../../scenario/layout/regions.ts';
import type { Attachment } from '../../scenario/format/attachment.ts';
import type { Block } from '../../scenario/format/block.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import type { Line } from '../../scenario/format/text.ts';
import type { Language } from '../../scenario/format/vocabulary.ts';
import { base64, quotedByte } from './base64.ts';
import { queueId, seedOf } from './delivery.ts';
import { foldHeader, type SourceLine, type Token } from './fold.ts';
import { linksOf, markedHtml } from './html.ts';
import { TextMarks, withoutMarks } from './marked-text.ts';
import { bytesOf } from '../../url/utf8.ts';
import { bytesIn, type Charset, charsetFor, parameters } from './words.ts';

type Links = ReturnType<typeof linksOf>;

// --------------------------------------------------------------------------------------------- plain text

/** The body as plain text with LF line ends. A link's text is followed by its target in angle brackets. */
export function plainBody(message: SealedMail, language: Language): string {
  const links = linksOf(message);
  return message.body
    .filter((block) => !isSourceBlock(block))
    .map((block) => plainBlock(block, links, language))
    .filter((text) => text !== '')
    .join('\n\n');
}

function plainBlock(block: Block, links: Links, language: Language): string {
  const line = (text: Line): string => plainLine(text, links);
  switch (block.kind) {
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${line(item[language])}`)
        .join('\n');
    case 'rule':
      return '--------------------';
    case 'table':
      return block.rows.map((row) => row.map((cell) => line(cell[language])).join('  ')).join('\n');
    case 'form':
      return [
        ...block.fields.map(({ label }) => `${label[language]}: ____`),
        `[${block.submit[language]}]`,
      ].join('\n');
    case 'quote':
      return plainParts(block).join('\n').replace(/^/gm, '> ');
    default:
      return plainParts(block).join('\n');
  }

  /** The target of a part that is a link, such as a picture. A QR code shows none. */
  function targetOf(any: Block, key: string): string | undefined {
    if (any.kind !== 'image' && any.kind !== 'remote') return undefined;
    const ids = [any.link, ...(any.areas ?? []).map(({ link }) => link)];
    const id = ids.find((one) => one !== undefined && linkRegion(one) === key);
    return id === undefined ? undefined : links.get(id);
  }

  /** The texts of any block, its pictures by their words, and the blocks in it. Blocks of pages never occur in a mail. */
  function plainParts(any: Block): readonly string[] {
    if (isPageBlock(any) || isSourceBlock(any)) return [];
    const { texts, parts, inner = [] } = shapeOf(any, 'body');
    return [
      ...texts.map((text) => line(text.line[language])),
      ...parts.flatMap(({ text, key }) => pictureWords(text[language], targetOf(any, key))),
      ...inner.flatMap(({ blocks }) =>
        blocks.map((one) => plainBlock(one, links, language)).filter((text) => text !== ''),
      ),
    ];
  }
}

/** A picture without words leaves nothing but its target. */
function pictureWords(alt: string, target: string | undefined): readonly string[] {
  const words = [...(alt === '' ? [] : [`[${alt}]`]), ...(target === undefined ? [] : [`<${target}>`])];
  return words.length === 0 ? [] : [words.join(' ')];
}

function plainLine(line: Line, links: Links): string {
  if (typeof line === 'string') return line;
  return line
    .map((run) => {
      if (typeof run === 'string' || run.link === undefined) return plainText([run]);
      const url = links.get(run.link);
      return url === undefined || url === run.text ? run.text : `${run.text} <${url}>`;
    })
    .join('');
}

// --------------------------------------------------------------------------------------------------- parts

/** The MIME body of a message. */
export interface MimeBody {
  /** Content type of the whole, without parameters. */
  readonly type: string;
  /** Character set of the text parts. */
  readonly charset: string;
  /** The message's own MIME headers, an empty line, then the parts. */
  readonly lines: readonly SourceLine[];
}

/** The body of a message from its MIME headers to the last line. */
export function mimeBody(message: SealedMail, language: Language): MimeBody {
  const seed = seedOf(message);
  const marks = new TextMarks();
  const texts = [plainBody(message, language), markedHtml(message, language, marks)] as const;
  const charset = charsetOf(message, texts.map(withoutMarks).join(''));
  const attachments = message.attachments ?? [];
  const inner = `=_alt_${queueId(`${seed}|alternative`)}`;
  const outer = `=_mix_${queueId(`${seed}|mixed`)}`;
  const alternative = multipart(inner, [
    textPart('plain', texts[0], charset),
    marks.linesOf(textPart('html', texts[1], charset)),
  ]);
  const type = attachments.length === 0 ? 'multipart/alternative' : 'multipart/mixed';
  const head = multipartHeader(type, attachments.length === 0 ? inner : outer);
  const content =
    attachments.length === 0
      ? alternative
      : multipart(outer, [
          [...multipartHeader('multipart/alternative', inner), blank, ...alternative],
          ...attachments.map((attachment) => attachmentPart(attachment, language)),
        ]);
  return {
    type,
    charset: nameOf(charset),
    lines: [...foldHeader('MIME-Version', inMime('1.0')), ...head, blank, ...content],
  };
}

/** The declared character set of a received mail, otherwise one that has all characters. */
function charsetOf({ delivery }: SealedMail, text: string): Charset | Declared {
  const { charset } = delivery;
  if (charset === 'utf-8' || charset === 'iso-2022-jp') return charsetFor(text, charset);
  return { declared: charset };
}

/** A character set whose bytes we do not write: its text stands decoded in an 8-bit part. */
interface Declared {
  readonly declared: string;
}
const nameOf = (charset: Charset | Declared): string =>
  typeof charset === 'string' ? charset : charset.declared;

const blank: SourceLine = { segments: [{ text: '' }] };

function inMime(...texts: readonly string[]): readonly Token[] {
  return texts.map((text) => ({ text, region: fieldRegion('mime') }));
}

function multipartHeader(type: string, boundary: string): readonly SourceLine[] {
  return foldHeader('Content-Type', inMime(`${type};`, `boundary="${boundary}"`));
}

function multipart(boundary: string, parts: readonly (readonly SourceLine[])[]): readonly SourceLine[] {
  return [...parts.flatMap((part) => [plain(`--${boundary}`), ...part]), plain(`--${boundary}--`), blank];
}

const plain = (text: string): SourceLine => ({ segments: [{ text }] });

type Encoding = '7bit' | 'quoted-printable' | 'base64';

function textPart(
  subtype: 'plain' | 'html',
  marked: string,
  charset: Charset | Declared,
): readonly SourceLine[] {
  const text = withoutMarks(marked);
  const encoding = typeof charset === 'string' ? encodingFor(text, charset) : undefined;
  return [
    ...foldHeader('Content-Type', inMime(`text/${subtype};`, `charset=${nameOf(charset).toUpperCase()}`)),
    ...foldHeader('Content-Transfer-Encoding', inMime(encoding ?? '8bit')),
    blank,
    ...(typeof charset === 'string' && encoding !== undefined
      ? encodedText(marked, charset, encoding)
      : marked.split('\n').map(plain)),
  ];
}

/** RFC 5322, 2.1.1 allows 998 characters per line. */
const longestSevenBitLine = 900;

/**
 * Chooses as mail programs do: 7bit if possible, quoted-printable while most of it stays readable, otherwise
 * base64.
 */
function encodingFor(text: string, charset: Charset): Encoding {
  const sevenBit = charset === 'iso-2022-jp' || /^[\n\u0020-\u007e]*$/.test(text);
  if (sevenBit && text.split('\n').every((line) => bytesIn(line, charset).length <= longestSevenBitLine))
    return '7bit';
  if (charset === 'iso-2022-jp') return 'base64';
  const readable = [...text].filter((character) => character < '\u0080').length;
  return readable >= text.length * 0.8 ? 'quoted-printable' : 'base64';
}

/** Marks are in what the lines say, but not among their bytes. */
function encodedText(text: string, charset: Charset, encoding: Encoding): readonly SourceLine[] {
  switch (encoding) {
    case '7bit':
      return text.split('\n').map((line) => sevenBitLine(line, charset));
    case 'quoted-printable':
      return text.split('\n').flatMap(quotedLines);
    case 'base64':
      return base64Lines(text.replaceAll('\n', '\r\n'), charset);
  }
}

function sevenBitLine(line: string, charset: Charset): SourceLine {
  const text = bytesIn(withoutMarks(line), charset)
    .map((byte) => String.fromCharCode(byte))
    .join('');
  return { segments: [{ text }], ...(text !== line && { decoded: line }) };
}

/** RFC 2045, 6.7: at most 76 characters per line, including the `=` of a soft line break. */
const longestQuotedLine = 75;

/** Never splits a character, so that each line can be decoded by itself. */
function quotedLines(line: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const characters = [...line];
  let encoded = '';
  let decoded = '';
  for (const [index, character] of characters.entries()) {
    const last = index === characters.length - 1;
    const quoted =
      last && character === ' ' ? '=20' : bytesOf(withoutMarks(character)).map(quotedByte).join('');
    if (encoded.length + quoted.length > longestQuotedLine) {
      lines.push(quotedLine(`${encoded}=`, decoded));
      encoded = '';
      decoded = '';
    }
    encoded += quoted;
    decoded += character;
  }
  return [...lines, quotedLine(encoded, decoded)];
}

function quotedLine(encoded: string, decoded: string): SourceLine {
  return { segments: [{ text: encoded }], ...(/=[0-9A-F]{2}/.test(encoded) && { decoded }) };
}

/** 57 bytes are 76 base64 digits. */
const bytesInLine = 57;

/** Base64 lines, each with the characters that start in it. */
function base64Lines(text: string, charset: Charset): readonly SourceLine[] {
  const bytes = bytesIn(withoutMarks(text), charset);
  const starts: string[] = [];
  let at = 0;
  for (const character of text) {
    const line = Math.floor(at / bytesInLine);
    starts[line] = `${starts[line] ?? ''}${character}`;
    at += bytesOf(withoutMarks(character)).length;
  }
  return Array.from({ length: Math.ceil(bytes.length / bytesInLine) }, (_, line) => ({
    segments: [{ text: base64(bytes.slice(line * bytesInLine, (line + 1) * bytesInLine)) }],
    ...(charset === 'utf-8' && { decoded: (starts[line] ?? '').replace(/\r?\n|\r/g, ' ') }),
  }));
}

const mediaTypes = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain',
  image: 'image/png',
  zip: 'application/zip',
  html: 'text/html',
  program: 'application/octet-stream',
  calendar: 'text/calendar',
  message: 'message/rfc822',
  svg: 'image/svg+xml',
  shortcut: 'application/x-ms-shortcut',
  'disk-image': 'application/x-iso9660-image',
  onenote: 'application/onenote',
  audio: 'audio/mpeg',
} as const satisfies Record<Attachment['type'], string>;

/** Documents with macros have media types of their own, as registered with IANA. */
const macroTypes: Partial<Record<Attachment['type'], string>> = {
  word: 'application/vnd.ms-word.document.macroEnabled.12',
  excel: 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

function mediaTypeOf({ type, macro }: Attachment): string {
  return (macro && macroTypes[type]) ?? mediaTypes[type];
}

/** An attachment whose content says that it is a stand-in. */
function attachmentPart(attachment: Attachment, language: Language): readonly SourceLine[] {
  const { id, name } = attachment;
  const region = attachmentRegion(id);
  const header = (field: string, value: string, parameter?: string): readonly SourceLine[] => {
    const texts = parameter === undefined ? [] : parameters(parameter, name[language]);
    const values = [value, ...texts].map((text, index) => (index < texts.length ? `${text};` : text));
    const [first, ...rest] = foldHeader(
      field,
      values.map((text) => ({ text, region })),
    );
    // If RFC 2231 encoding hides the name, it is shown once, beside the first line.
    const says = texts.join('').includes('*') ? { decoded: name[language] } : {};
    return first === undefined ? rest : [{ ...first, ...says }, ...rest];
  };
  return [
    ...header('Content-Type', mediaTypeOf(attachment), 'name'),
    ...header('Content-Transfer-Encoding', 'base64'),
    ...header('Content-Disposition', 'attachment', 'filename'),
    blank,
    ...base64Lines('This training message carries no real file.', 'utf-8'),
  ];
}
