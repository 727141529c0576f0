/** Where links lead, and the addresses of the pages behind them. */
import { organisationOf } from '../../email/url/ownership.ts';
import { linkTextDisagrees } from '../../email/url/url.ts';
import { languages } from '../../scenario/format/vocabulary.ts';
import { linkRegion } from '../../scenario/layout/block-kinds.ts';
import { isUnder } from '../../scenario/world/organizations.ts';
import { type MessageAddress, type Given, hostIn, isKnownHost } from '../given.ts';
import { clueOf, type FoundSign, type Sign } from '../proposal.ts';
import { urlSigns } from '../tables/url-tricks.ts';

/** What is remarkable about each address. */
export function addressTricks({ addresses }: Given): readonly FoundSign[] {
  return addresses.flatMap(({ anchor, anatomy }) =>
    anatomy.tricks.map((trick) => clueOf(urlSigns[trick.kind], anchor, { ...trick })),
  );
}

const textDisagrees: Sign = {
  cue: 'link-target',
  grade: 'certain',
  weight: 'decisive',
  text: {
    ja: '見えている文字と、実際の行き先（{host}）が違います。',
    en: 'The words of the link name another place than the one it leads to ({host}).',
  },
};

/** The words of a link name another host than its target. */
export function linkTextElsewhere({ message, layout }: Given): readonly FoundSign[] {
  return (message.links ?? []).flatMap(({ id, url }) => {
    const words = layout.regions
      .filter(({ key }) => key === linkRegion(id))
      .flatMap(({ text }) => text ?? []);
    if (!words.some((text) => languages.some((language) => linkTextDisagrees(text[language], url))))
      return [];
    return [clueOf(textDisagrees, { link: id }, { host: url })];
  });
}

const notTheirs: Sign = {
  cue: 'domain-spoofing',
  grade: 'likely',
  weight: 'decisive',
  text: {
    ja: '{host} は、差出人が名乗る「{name}」の公式ドメインではありません。',
    en: '{host} is not a domain of {name}, in whose name it was sent.',
  },
};
const unknownHost: Sign = {
  cue: 'domain-spoofing',
  grade: 'guess',
  weight: 'strong',
  text: {
    ja: '{host} は、連絡先の一覧にないドメインです。',
    en: '{host} is not in the directory.',
  },
};

/** Addresses that belong to nobody the reader knows: against the name of the sender, or by themselves. */
export function addressElsewhere(given: Given): readonly FoundSign[] {
  const { addresses, sender, known } = given;
  if (known.length === 0) return [];
  return addresses.flatMap((address) => {
    const host = hostIn(address.anatomy);
    if (host === undefined || isKnownHost(host, given)) return [];
    const [first] = sender.named;
    if (first === undefined) return [clueOf(unknownHost, address.anchor, { host })];
    if (first.domains.length > 0 && isUnder(host, first.domains)) return [];
    const { explanation, ...rest } = clueOf(notTheirs, address.anchor, { host, name: first.name.ja });
    return [
      {
        ...rest,
        explanation: {
          ja: explanation.ja,
          en: clueOf(notTheirs, address.anchor, { host, name: first.name.en }).explanation.en,
        },
      },
    ];
  });
}

const otherThanSender: Sign = {
  cue: 'domain-spoofing',
  grade: 'guess',
  weight: 'strong',
  text: {
    ja: '行き先の {host} は、差出人のドメイン {domain} と別の持ち主です。',
    en: 'It leads to {host}, which has another owner than the sender’s domain {domain}.',
  },
};

/** Links that leave the sender's own domain for one that the reader does not know. */
export function leavesTheSender(given: Given): readonly FoundSign[] {
  const { domain } = given.sender;
  if (domain === undefined) return [];
  return given.addresses.flatMap(({ anchor, anatomy }: MessageAddress) => {
    const host = hostIn(anatomy);
    if (host === undefined || isKnownHost(host, given) || organisationOf(host) === organisationOf(domain))
      return [];
    return [clueOf(otherThanSender, anchor, { host, domain })];
  });
}
