/** Proposals for a message: clues and reassurances, each with its place and reason, and never a verdict. */
import type { Anchor } from '../scenario/format/anchor.ts';
import { place } from '../scenario/layout/place.ts';
import { type Analysed, type Given, givenFor } from './given.ts';
import { type FoundSign, grades, type Proposal } from './proposal.ts';
import { addressElsewhere, addressTricks, leavesTheSender, linkTextElsewhere } from './rules/addresses.ts';
import { attachedFiles } from './rules/files.ts';
import { headerFields } from './rules/headers.ts';
import { formsElsewhere, pageBlocks } from './rules/pages.ts';
import { genericGreeting, noSignature } from './rules/parts.ts';
import { knownLinks, knownReference, knownSender } from './rules/reassurances.ts';
import {
  nameHoldsAddress,
  senderImitates,
  senderIsRecipient,
  senderNamesAnother,
  senderUnknown,
} from './rules/sender.ts';
import { foreignFonts, hiddenTexts, pixelsElsewhere } from './rules/traces.ts';
import { wordingFindings } from './rules/wording.ts';

/** Every rule by its id. Of two findings with one cue at one place, the surer one is kept, then the earlier rule's. */
export const proposalRules = {
  'sender-imitates': senderImitates,
  'sender-names-another': senderNamesAnother,
  'name-holds-address': nameHoldsAddress,
  'sender-is-recipient': senderIsRecipient,
  'address-tricks': addressTricks,
  'link-text-elsewhere': linkTextElsewhere,
  'address-elsewhere': addressElsewhere,
  'leaves-the-sender': leavesTheSender,
  'sender-unknown': senderUnknown,
  'header-fields': headerFields,
  'attached-files': attachedFiles,
  'forms-elsewhere': formsElsewhere,
  'page-blocks': pageBlocks,
  'hidden-texts': hiddenTexts,
  'pixels-elsewhere': pixelsElsewhere,
  'foreign-fonts': foreignFonts,
  wording: wordingFindings,
  'generic-greeting': genericGreeting,
  'no-signature': noSignature,
  'known-sender': knownSender,
  'known-links': knownLinks,
  'known-reference': knownReference,
} as const satisfies Readonly<Record<string, (given: Given) => readonly FoundSign[]>>;

/** The most proposals for one message; more would hide the first ones. */
export const mostProposals = 100;

/** The proposals for a message, the surest first. Every anchor has a place in the message. */
export function proposalsFor(analysed: Analysed): readonly Proposal[] {
  const given = givenFor(analysed);
  const all = Object.entries(proposalRules).flatMap(([rule, find]) =>
    find(given).map((finding): Proposal => ({ ...finding, rule })),
  );
  const kept = new Map<string, Proposal>();
  for (const proposal of grades.flatMap((grade) => all.filter((one) => one.grade === grade))) {
    const key = `${proposal.kind === 'clue' ? proposal.cue : ''} ${JSON.stringify(proposal.anchor)}`;
    if (!kept.has(key) && hasPlace(proposal.anchor, given)) kept.set(key, proposal);
  }
  return [...kept.values()].slice(0, mostProposals);
}

const hasPlace = (anchor: Anchor, { layout }: Given): boolean => place(anchor, layout).found;
