/** How a message is named in a list, for any channel. */
import { plainText } from './plain-text.ts';
import type { Path } from '../read/locate.ts';
import type { Block } from '../format/block.ts';
import type { SealedMessage } from '../format/message.ts';
import type { Localized } from '../format/text.ts';
import type { Language } from '../format/vocabulary.ts';
import { isSourceBlock } from './block-kinds.ts';
import { linePlaces } from './walk.ts';

/** The claimed sender, as a list shows it. */
export function senderOf(message: SealedMessage): Localized {
  switch (message.channel) {
    case 'mail':
      return message.from.name ?? alike(message.from.address);
    case 'sms':
      return message.sender;
    case 'chat':
      return message.author.name;
    case 'invitation':
      return message.organizer.name;
    case 'voice':
      return message.caller ?? alike(message.number);
    case 'letter':
      return { ja: firstLine(message.returnAddress.ja), en: firstLine(message.returnAddress.en) };
  }
}

/**
 * The name and address that a message claims for its sender, with their JSON paths. Undefined for channels without
 * addresses.
 */
export function writerOf(
  message: SealedMessage,
): { readonly name?: Localized; readonly address: string; readonly path: Path } | undefined {
  switch (message.channel) {
    case 'mail':
      return { ...message.from, path: ['from', 'address'] };
    case 'chat':
      return { name: message.author.name, address: message.author.account, path: ['author', 'account'] };
    case 'invitation':
      return { ...message.organizer, path: ['organizer', 'address'] };
    case 'sms':
    case 'voice':
    case 'letter':
      return undefined;
  }
}

/** The subject, or the beginning of the text for channels without subjects. */
export function titleOf(message: SealedMessage): Localized {
  switch (message.channel) {
    case 'mail':
    case 'invitation':
      return message.subject;
    case 'sms':
    case 'chat':
    case 'voice':
    case 'letter':
      return { ja: beginningOf(message, 'ja'), en: beginningOf(message, 'en') };
  }
}

const longest = { ja: 24, en: 44 } satisfies Record<Language, number>;

/** The heading of the body, otherwise its first words. */
function beginningOf(message: SealedMessage, language: Language): string {
  const heading = message.body.find(
    (block) => block.kind === 'text' && (block.size === 'large' || block.size === 'title'),
  );
  const [line] = linePlaces(heading === undefined ? message.body.filter(isDrawn) : [heading], []);
  const text = firstLine(line === undefined ? senderOf(message)[language] : plainText(line.line[language]));
  return text.length > longest[language] ? `${text.slice(0, longest[language])}…` : text;
}

/** Lines drawn with characters say nothing in a preview. */
const ornament = /[\s━─═＝―_*-]{3,}|[━─═＝]+/g;
const longestPreview = 120;
/** More than that is never read for a preview: a body may be long, and the list must be there at once. */
const previewedBlocks = 4;

/** The beginning of the text as a list shows it under the title, at most 120 characters. */
export function previewOf(message: SealedMessage, language: Language): string {
  const text = message.body
    .filter(isDrawn)
    .slice(0, previewedBlocks)
    // Block by block, because `linePlaces` gives the lines of blocks that hold others first.
    .flatMap((block) => linePlaces([block], []))
    .map(({ line }) => plainText(line[language]))
    .join(' ')
    .replace(ornament, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > longestPreview ? `${beforeCut(text)}…` : text;
}

/** What fits in a preview before an ellipsis, without a word or an address that is cut: a shorter address is another one. */
function beforeCut(text: string): string {
  const cut = text.slice(0, longestPreview - 1);
  if (text[longestPreview - 1] === ' ') return cut;
  // Nothing would be left of one long word.
  return cut.replace(/[!-~]+$/, '').trimEnd() || cut;
}

/** What a list shows between sender and preview: the subject or the room; undefined where the preview says it all. */
export function topicOf(message: SealedMessage): Localized | undefined {
  switch (message.channel) {
    case 'mail':
    case 'invitation':
      return message.subject;
    case 'chat':
      return message.room;
    case 'sms':
    case 'voice':
    case 'letter':
      return undefined;
  }
}

/** How many mails one mail holds: itself and those it quotes with a line that says who wrote them. 1 for other channels. */
export const threadLength = ({ channel, body }: SealedMessage): number =>
  channel === 'mail'
    ? 1 + body.filter((block) => block.kind === 'quote' && block.attribution !== undefined).length
    : 1;

const isDrawn = (block: Block): boolean => !isSourceBlock(block);
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
const alike = (text: string): Localized => ({ ja: text, en: text });
