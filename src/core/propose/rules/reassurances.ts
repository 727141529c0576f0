/** What speaks for a message. A taken-over account has all of it too, so none of it decides. */
import { authenticationOf } from '../../email/compose/authentication.ts';
import { writerOf } from '../../scenario/layout/headline.ts';
import { plainText } from '../../scenario/layout/plain-text.ts';
import { linePlaces } from '../../scenario/layout/walk.ts';
import { isUnder } from '../../scenario/world/organizations.ts';
import { type Given, hostIn, isKnownHost } from '../given.ts';
import { type FoundSign, withValues } from '../proposal.ts';

/** The directory has the sender's address or domain, and the mail comes from there as far as authentication tells. */
export function knownSender(given: Given): readonly FoundSign[] {
  const { sender, message, known, unsaid } = given;
  const { domain, field } = sender;
  const address = writerOf(message)?.address;
  if (domain === undefined || address === undefined) return [];
  const owner = known.find(({ domains }) => isUnder(domain, domains));
  if (owner === undefined) return [];
  const found = message.channel === 'mail' ? authenticationOf(message.delivery, address) : undefined;
  if (found?.dmarc === 'fail') return [];
  const isAligned =
    found !== undefined && found.alignedBy !== 'none' && !unsaid.has('spf') && !unsaid.has('dkim');
  const text = {
    ja: `${domain} は、一覧にある「${owner.name.ja}」のドメインです。`,
    en: `${domain} is a domain of ${owner.name.en}, as the directory says.`,
  };
  const proof = {
    ja: `${domain} から送られたことを、送信ドメイン認証が示しています。`,
    en: `Authentication shows that ${domain} sent it.`,
  };
  return [
    { kind: 'reassurance', grade: 'likely', anchor: { field }, explanation: text },
    ...(isAligned
      ? [
          {
            kind: 'reassurance',
            grade: 'likely',
            anchor: { field: found.alignedBy === 'spf' ? 'spf' : 'dkim' },
            explanation: proof,
          } as const,
        ]
      : []),
  ];
}

/** Every link leads to somebody the reader knows. */
export function knownLinks(given: Given): readonly FoundSign[] {
  const links = given.addresses.filter(({ page }) => page === undefined);
  const hosts = links.map(({ anatomy }) => hostIn(anatomy));
  if (links.length === 0 || hosts.some((host) => host === undefined || !isKnownHost(host, given))) return [];
  return links.map(({ anchor, anatomy }) => ({
    kind: 'reassurance',
    grade: 'likely',
    anchor,
    explanation: withValues(
      {
        ja: '行き先の {host} は、一覧にあるドメインです。',
        en: 'It leads to {host}, which is in the directory.',
      },
      { host: anatomy.host },
    ),
  }));
}

/** A number of at least six digits or letters, such as an order number. */
const reference = /\b(?=[A-Z0-9-]*\d{3})[A-Z0-9]{2,}(?:-[A-Z0-9]+)+\b|\b\d{6,}\b/g;

/** A reference number that the papers, tickets or site of the reader know too. */
export function knownReference({ message, layout }: Given): readonly FoundSign[] {
  const { verify = {} } = message;
  const elsewhere = [verify.papers, verify.tickets, verify.site].flatMap((text) =>
    text === undefined ? [] : [text.ja, text.en],
  );
  const there = new Set(elsewhere.flatMap((text) => text.match(reference) ?? []));
  if (there.size === 0) return [];
  return linePlaces(message.body, [])
    .map(({ line }) => ({ ja: plainText(line.ja), en: plainText(line.en) }))
    .flatMap((line) => (line.ja.match(reference) ?? []).filter((number) => there.has(number)))
    .filter((number, index, all) => all.indexOf(number) === index)
    .filter((number) =>
      isOnce(
        number,
        layout.regions.flatMap(({ text }) => text?.ja ?? []),
      ),
    )
    .map((number) => ({
      kind: 'reassurance',
      grade: 'guess',
      anchor: { quote: { ja: number, en: number } },
      explanation: {
        ja: `番号 ${number} は、手もとの記録にもあります。`,
        en: `The number ${number} is in the records at hand too.`,
      },
    }));
}

const isOnce = (number: string, texts: readonly string[]): boolean =>
  texts.filter((text) => text.includes(number)).length === 1;
