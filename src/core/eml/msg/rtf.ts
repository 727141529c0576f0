/** The HTML or text inside Outlook's compressed RTF (MS-OXRTFCP, MS-OXRTFEX). */
import { bytesOf } from '../../url/utf8.ts';
import type { Decode } from '../charset/text-of.ts';

/** In bytes: what is decompressed of one body. */
const largestRtf = 3_000_000;

const dictionary =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Decompresses RTF; as far as it goes where it is cut. */
export function decompressedRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 16) return new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Math.min(view.getUint32(4, true), largestRtf);
  // "MELA": stored as it is.
  if (view.getUint32(8, true) === 0x414c454d) return bytes.subarray(16, 16 + size);
  return new Decompression(size).of(bytes.subarray(16));
}

/** The dictionary is a ring: what was written is written into it too. */
class Decompression {
  private readonly ring = new Uint8Array(4_096);
  private readonly out: Uint8Array;
  private write = dictionary.length;
  private length = 0;

  constructor(size: number) {
    this.ring.set(bytesOf(dictionary));
    this.out = new Uint8Array(size);
  }

  of(bytes: Uint8Array): Uint8Array {
    let at = 0;
    while (at < bytes.length && !this.isFull()) {
      const flags = bytes[at] ?? 0;
      at += 1;
      for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
        if (Math.floor(flags / 2 ** bit) % 2 === 0) {
          this.put(bytes[at] ?? 0);
          at += 1;
          continue;
        }
        const reference = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
        at += 2;
        if (!this.copy(Math.floor(reference / 16), (reference % 16) + 2)) return this.written();
      }
    }
    return this.written();
  }

  /** False at the end, which refers to the place of the next byte. */
  private copy(from: number, count: number): boolean {
    if (from === this.write % 4_096) return false;
    for (let step = 0; step < count; step += 1) this.put(this.ring[(from + step) % 4_096] ?? 0);
    return true;
  }

  private put(byte: number): void {
    this.ring[this.write % 4_096] = byte;
    this.write += 1;
    if (this.isFull()) return;
    this.out[this.length] = byte;
    this.length += 1;
  }

  private isFull(): boolean {
    return this.length >= this.out.length;
  }

  private written(): Uint8Array {
    return this.out.subarray(0, this.length);
  }
}

/** What an RTF holds. */
export interface RtfBody {
  readonly kind: 'html' | 'text';
  readonly text: string;
}

/** A control word with its number, a hexadecimal byte, a control sign, or plain bytes. */
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

/** Groups whose words are not the body. */
const hiddenGroups = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'generator',
  'themedata',
  'listtable',
]);

/** Words that stand for a character. */
const signs: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['endash', '\u2013'],
  ['emdash', '\u2014'],
]);

interface Group {
  /** Inside \htmltag. */
  readonly isTag: boolean;
  /** Inside \htmlrtf: meant for programs that read only RTF. */
  readonly isForRtf: boolean;
  readonly isHidden: boolean;
}

/** Takes the HTML out of an RTF that encloses it, or the words of any other. */
export function bodyOfRtf(rtf: Uint8Array, decode: Decode): RtfBody {
  const source = latin(rtf);
  const isHtml = /\\fromhtml/.test(source.slice(0, 2_000));
  const codePage = /\\ansicpg(\d+)/.exec(source.slice(0, 2_000))?.[1] ?? '1252';
  let text = '';
  let bytes: number[] = [];
  let group: Group = { isTag: false, isForRtf: false, isHidden: false };
  let skipped = 0;
  /** After \*: programs that do not know the word pass the group over. */
  let isOptional = false;
  const outer: Group[] = [];
  const flush = (): void => {
    if (bytes.length === 0) return;
    text += decode(Uint8Array.from(bytes), codePageLabel(codePage)) ?? latin(Uint8Array.from(bytes));
    bytes = [];
  };
  const isShown = (): boolean => !group.isHidden && !group.isForRtf;
  const put = (words: string): void => {
    flush();
    if (isShown()) text += words;
  };
  for (const [, word, number, hex, sign, brace, words] of source.matchAll(token)) {
    if (brace === '{') outer.push(group);
    else if (brace === '}') {
      flush();
      group = outer.pop() ?? group;
    } else if (hex !== undefined) {
      if (skipped > 0) skipped -= 1;
      else if (isShown()) bytes.push(Number.parseInt(hex, 16));
    } else if (sign !== undefined) {
      if (sign === '*') isOptional = true;
      else if ('\\{}'.includes(sign)) put(sign);
      else if (sign === '~') put('\u00a0');
    } else if (words !== undefined) {
      const kept = words.slice(skipped);
      skipped = Math.max(0, skipped - words.length);
      if (isShown() && kept !== '') {
        flush();
        bytes.push(...Array.from(kept, (letter) => letter.charCodeAt(0)));
      }
    } else if (word !== undefined) {
      switch (word) {
        case 'htmltag':
          flush();
          group = { ...group, isTag: true };
          break;
        case 'htmlrtf':
          flush();
          group = { ...group, isForRtf: number !== '0' };
          break;
        case 'u':
          put(String.fromCharCode((Number(number ?? 0) + 65_536) % 65_536));
          skipped = 1;
          break;
        case 'par':
        case 'line':
          if (!group.isTag || !isHtml) put('\n');
          else put('\r\n');
          break;
        default:
          if (signs.has(word)) put(signs.get(word) ?? '');
          else if (isOptional || hiddenGroups.has(word)) {
            flush();
            group = { ...group, isHidden: true };
          }
      }
      isOptional = false;
    }
  }
  flush();
  return { kind: isHtml ? 'html' : 'text', text };
}

function latin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return pieces.join('');
}

/** The name of a Windows code page for a decoder. */
export function codePageLabel(codePage: string): string {
  const names: Readonly<Record<string, string>> = {
    '932': 'shift_jis',
    '50220': 'iso-2022-jp',
    '51932': 'euc-jp',
    '65001': 'utf-8',
    '936': 'gbk',
    '950': 'big5',
    '949': 'euc-kr',
    '20127': 'windows-1252',
    '28591': 'windows-1252',
  };
  return names[codePage] ?? `windows-${codePage}`;
}
