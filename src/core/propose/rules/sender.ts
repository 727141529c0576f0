/** The sender's name against the sender's address. */
import { addressInName } from '../../email/compose/address.ts';
import { organisationOf } from '../../email/url/ownership.ts';
import { anatomyOf } from '../../email/url/url.ts';
import { languages } from '../../scenario/format/vocabulary.ts';
import { isUnder } from '../../scenario/world/organizations.ts';
import { type Given, isKnownHost } from '../given.ts';
import { clueOf, type FoundSign, type Sign } from '../proposal.ts';
import { pretending, urlSigns } from '../tables/url-tricks.ts';

/** The sender's domain imitates one that the reader knows. */
export function senderImitates({ sender, known }: Given): readonly FoundSign[] {
  const { domain, field } = sender;
  if (domain === undefined) return [];
  const { tricks } = anatomyOf(domain, { knownDomains: known.flatMap(({ domains }) => domains) });
  return tricks
    .filter(({ kind }) => pretending.has(kind))
    .map((trick) => clueOf({ ...urlSigns[trick.kind], cue: 'sender-address' }, { field }, { ...trick }));
}

const namesAnother: Sign = {
  cue: 'sender-address',
  grade: 'certain',
  weight: 'decisive',
  text: {
    ja: '「{name}」を名乗っていますが、{domain} はその公式ドメインではありません。',
    en: 'It calls itself {name}, but {domain} is not a domain of theirs.',
  },
};

/** The name mentions an organisation of the directory, and the address is neither its own nor anybody's the reader knows. */
export function senderNamesAnother(given: Given): readonly FoundSign[] {
  const { domain, field, named } = given.sender;
  const [first] = named;
  if (domain === undefined || first === undefined || isKnownHost(domain, given)) return [];
  if (named.some(({ domains }) => isUnder(domain, domains))) return [];
  const { ja, en } = first.name;
  const names = {
    ja: clueOf(namesAnother, { field }, { name: ja, domain }),
    en: clueOf(namesAnother, { field }, { name: en, domain }),
  };
  return [{ ...names.ja, explanation: { ja: names.ja.explanation.ja, en: names.en.explanation.en } }];
}

const addressNamed: Sign = {
  cue: 'sender-address',
  grade: 'certain',
  weight: 'decisive',
  text: {
    ja: '表示名の「{inName}」は見せかけで、実際のアドレスのドメインは {domain} です。',
    en: 'The “{inName}” in the display name is only text; the real address is in {domain}.',
  },
};

/** The display name holds an address of another organisation. */
export function nameHoldsAddress({ sender: { name, domain }, message }: Given): readonly FoundSign[] {
  if (domain === undefined || message.channel !== 'mail') return [];
  const inName = languages
    .map((language) => addressInName(name[language]))
    .find((found) => found !== undefined);
  if (inName === undefined) return [];
  const claimed = organisationOf(inName.slice(inName.indexOf('@') + 1));
  if (claimed === undefined || claimed === organisationOf(domain)) return [];
  return [clueOf(addressNamed, { field: 'fromAddress' }, { inName, domain })];
}

const own: Sign = {
  cue: 'sender-address',
  grade: 'guess',
  weight: 'strong',
  text: {
    ja: '差出人が受信者自身のアドレスになっています。差出人の欄は、だれでも書き換えられます。',
    en: 'It seems to come from the recipient’s own address. Anybody can write anything there.',
  },
};

/** The sender is the recipient. */
export function senderIsRecipient({ message, recipient }: Given): readonly FoundSign[] {
  if (message.channel !== 'mail' || message.from.address.toLowerCase() !== recipient.address.toLowerCase())
    return [];
  return [clueOf(own, { field: 'fromAddress' })];
}

const unknown: Sign = {
  cue: 'sender-address',
  grade: 'guess',
  weight: 'soft',
  text: {
    ja: '{domain} は、連絡先の一覧にないドメインです。',
    en: '{domain} is not in the directory.',
  },
};

/** The directory does not have the sender's domain. */
export function senderUnknown(given: Given): readonly FoundSign[] {
  const { domain, field } = given.sender;
  if (domain === undefined || given.known.length === 0 || isKnownHost(domain, given)) return [];
  return [clueOf(unknown, { field }, { domain })];
}
