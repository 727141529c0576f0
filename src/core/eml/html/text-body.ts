/** A plain text mail → blocks: paragraphs, lists, quotes, rules, and its addresses as links. */
import type { ReceivedPiece, ReceivedBlock, ReceivedBody } from '../body.ts';

/** Reads a plain text. Takes linear time. */
export function textBody(text: string): ReceivedBody {
  const blocks: ReceivedBlock[] = [];
  const quoted: string[] = [];
  const endQuote = (): void => {
    if (quoted.length > 0) blocks.push({ kind: 'quote', blocks: paragraphs(quoted.splice(0).join('\n')) });
  };
  const open: string[] = [];
  const endText = (): void => {
    if (open.length > 0) blocks.push(...paragraphs(open.splice(0).join('\n')));
  };
  for (const line of text.replaceAll('\t', '    ').split('\n')) {
    const [, inner] = /^>+ ?(.*)$/.exec(line) ?? [];
    if (inner === undefined) {
      endQuote();
      open.push(line);
    } else {
      endText();
      quoted.push(inner);
    }
  }
  endQuote();
  endText();
  return { blocks, evidence: [], hidden: [], isCut: false };
}

/** Paragraphs are apart by an empty line; a row of signs is a rule only if it is all of its paragraph. */
function paragraphs(text: string): readonly ReceivedBlock[] {
  return text
    .replaceAll(/[ \u3000]+$/gm, '')
    .split(/\n{2,}/)
    .flatMap((paragraph): readonly ReceivedBlock[] => {
      const trimmed = paragraph.replace(/^\n+|\n+$/g, '');
      if (trimmed.trim() === '') return [];
      const preformatted = /\S {3,}\S|^ {4,}\S/m.test(trimmed);
      return [
        {
          kind: 'text',
          line: linked(trimmed),
          align: 'start',
          size: 16,
          ...(preformatted && { preformatted: true as const }),
        },
      ];
    });
}

/** Where Japanese goes on without a space, an address ends at the first character it cannot hold. */
const address = /\b(?:https?:\/\/|www\.)[!#$%&'*+,./0-9:;=?@A-Z_a-z~()[\]-]{3,2000}/g;

/** Web addresses are links, as mail programs make them. */
function linked(text: string): readonly ReceivedPiece[] {
  const pieces: ReceivedPiece[] = [];
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(address)) {
    const url = withoutSentence(whole);
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: url, link: url.startsWith('www.') ? `http://${url}` : url });
    end = index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Stops and brackets at the end belong to the sentence, unless the bracket was opened in the address. */
function withoutSentence(url: string): string {
  let unopened = (url.match(/\)/g)?.length ?? 0) - (url.match(/\(/g)?.length ?? 0);
  let end = url.length;
  while (end > 0 && /[.,:;!?'\])]/.test(url.charAt(end - 1))) {
    if (url.charAt(end - 1) === ')') {
      if (unopened <= 0) break;
      unopened -= 1;
    }
    end -= 1;
  }
  return url.slice(0, end);
}
