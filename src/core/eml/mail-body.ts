/** What a mail program shows of a mail, as blocks. */
import type { BodyEvidence, PieceLine, ReceivedBlock, ReceivedBody } from './body.ts';
import { htmlBody } from './html/html-body.ts';
import { textBody } from './html/text-body.ts';
import type { BodyPiece, ReceivedMail } from './received-mail.ts';
import { allOf, type Steps, within } from './steps.ts';

/** Reads the body of a mail. */
export const mailBody = (mail: ReceivedMail): ReceivedBody => allOf(mailBodySteps(mail));

/** Reads the body of a mail in steps. */
export function* mailBodySteps(mail: ReceivedMail): Steps<ReceivedBody> {
  const bodies: ReceivedBody[] = [];
  for (const [at, { kind, text }] of mail.body.entries()) {
    const share = 1 / mail.body.length;
    yield at * share;
    bodies.push(
      kind === 'html' ? yield* within(at * share, (at + 1) * share, htmlBody(text)) : textBody(text),
    );
  }
  const blocks = bodies.flatMap((body) => body.blocks);
  const { canvas, paper } = bodies.find((body) => body.canvas !== undefined) ?? {};
  const backdrop = bodies.find((body) => body.backdrop !== undefined)?.backdrop;
  const width = bodies.find((body) => body.width !== undefined)?.width;
  return {
    blocks,
    evidence: [...bodies.flatMap(({ evidence }) => evidence), ...differing(mail.plain, wordsOf(blocks))],
    hidden: bodies.flatMap(({ hidden }) => hidden),
    ...(canvas !== undefined && { canvas }),
    ...(paper !== undefined && { paper }),
    ...(backdrop !== undefined && { backdrop }),
    ...(width !== undefined && { width }),
    isCut: bodies.some(({ isCut }) => isCut),
  };
}

/** The share of words in the plain part that HTML lacks, from which on the two say different things. */
const mostOwnWords = 0.5;

/** A plain part that says something else is a way around filters. */
function differing(plain: readonly BodyPiece[], shown: string): readonly BodyEvidence[] {
  const text = plain
    .filter(({ kind }) => kind === 'text')
    .map((piece) => piece.text)
    .join('\n');
  const words =
    text
      .slice(0, 20_000)
      .replaceAll(/https?:\S+/g, ' ')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const known = shown.replaceAll(/\s+/g, '');
  const own = words.filter((word) => !known.includes(word));
  return words.length >= 5 && own.length > words.length * mostOwnWords
    ? [{ kind: 'plain-differs', text: text.slice(0, 2_000) }]
    : [];
}

/** All words of blocks in reading order, a space between two texts. */
export function wordsOf(blocks: readonly ReceivedBlock[]): string {
  return blocks.map(wordsIn).join(' ');
}

const lineWords = (line: PieceLine): string => line.map(({ text }) => text).join('');

function wordsIn(block: ReceivedBlock): string {
  switch (block.kind) {
    case 'text':
      return lineWords(block.line);
    case 'list':
      return block.items.map(lineWords).join(' ');
    case 'button':
      return block.label;
    case 'image':
      return [block.alt, ...(block.areas ?? []).map(({ label }) => label)].filter(Boolean).join(' ');
    case 'pictures':
      return wordsOf(block.pictures);
    case 'rule':
      return '';
    case 'table':
      return block.rows.map((row) => row.map(({ line }) => lineWords(line)).join(' ')).join(' ');
    case 'panel':
    case 'quote':
      return wordsOf(block.blocks);
    case 'columns':
      return block.columns.map(wordsOf).join(' ');
  }
}

/** All link targets of blocks in reading order, repeated ones too. */
export function targetsOf(blocks: readonly ReceivedBlock[]): readonly string[] {
  return blocks.flatMap(targetsIn);
}

const lineTargets = (line: PieceLine): readonly string[] =>
  line.flatMap(({ link }) => (link === undefined ? [] : [link]));

function targetsIn(block: ReceivedBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return lineTargets(block.line);
    case 'list':
      return block.items.flatMap(lineTargets);
    case 'button':
      return [block.link];
    case 'image':
      return [
        ...(block.link === undefined ? [] : [block.link]),
        ...(block.areas ?? []).map(({ link }) => link),
      ];
    case 'pictures':
      return targetsOf(block.pictures);
    case 'rule':
      return [];
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ line }) => lineTargets(line)));
    case 'panel':
    case 'quote':
      return targetsOf(block.blocks);
    case 'columns':
      return block.columns.flatMap(targetsOf);
  }
}
