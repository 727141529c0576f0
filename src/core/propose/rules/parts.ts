/** Parts that a message has or lacks: the greeting and the signature. */
import { fieldsOf, languages, type Slot, slotsOf } from '../../scenario/format/vocabulary.ts';
import { linesOf } from '../../scenario/layout/blocks.ts';
import { squeezed } from '../../scenario/world/organizations.ts';
import type { Given } from '../given.ts';
import { clueOf, type FoundSign, type Sign } from '../proposal.ts';

const generic: Sign = {
  cue: 'generic-greeting',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: '宛名に受信者の名前がありません。だれにでも送れる文面です。',
    en: 'The greeting does not name the recipient. The same text fits anybody.',
  },
};
const unsigned: Sign = {
  cue: 'no-signer-details',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: '署名がなく、だれに問い合わせればよいか分かりません。',
    en: 'There is no signature that says who to ask.',
  },
};

/** A greeting without the recipient's name. */
export function genericGreeting(given: Given): readonly FoundSign[] {
  const { recipient, message } = given;
  if (!hasSlot(given, 'greeting')) return [];
  const greeting = wordsIn(given, 'greeting');
  const all = greeting ?? '';
  const names = languages
    .flatMap((language) => recipient.name[language].split(/[\s　]+/))
    .filter((name) => name.length > 1);
  if (names.some((name) => squeezed(all).includes(squeezed(name)))) return [];
  // A note among colleagues needs no greeting.
  if (greeting === undefined && message.channel !== 'mail') return [];
  return [clueOf(generic, { slot: 'greeting' })];
}

/** A message without signature. */
export function noSignature(given: Given): readonly FoundSign[] {
  if (!hasSlot(given, 'signature') || wordsIn(given, 'signature') !== undefined) return [];
  return [clueOf(unsigned, { slot: 'signature' })];
}

function hasSlot({ message: { channel } }: Given, slot: Slot): boolean {
  const all: readonly Slot[] = slotsOf[channel];
  return fieldsOf[channel].length > 0 && all.includes(slot);
}

function wordsIn({ layout }: Given, slot: Slot): string | undefined {
  const lines = linesOf(layout.body).filter((line) => line.slot === slot);
  return lines.length === 0 ? undefined : lines.map(({ plain }) => `${plain.ja} ${plain.en}`).join(' ');
}
