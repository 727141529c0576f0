/** What the rules look at: a message laid out, and what its reader can know about the names in it. */
import { parseAddress } from '../email/compose/address.ts';
import { contactDomains } from '../email/url/contact-domains.ts';
import { anatomyOf, type UrlAnatomy } from '../email/url/url.ts';
import { readHost } from '../url/host.ts';
import { senderOf, writerOf } from '../scenario/layout/headline.ts';
import { layOut, type Layout } from '../scenario/layout/regions.ts';
import type { Anchor } from '../scenario/format/anchor.ts';
import type { SealedMessage } from '../scenario/format/message.ts';
import type { Contact, Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { Field } from '../scenario/format/vocabulary.ts';
import { isUnder, type KnownOrganization, namedIn } from '../scenario/world/organizations.ts';

/** A message and what is known around it. */
export interface Analysed {
  readonly message: SealedMessage;
  readonly recipient: Scenario['recipient'];
  /** The directory of the scenario. */
  readonly contacts: readonly Contact[];
  /** The organisations of the world; empty without one. */
  readonly organizations: readonly KnownOrganization[];
  /** Fields of which the message says nothing: a draft may lack them. */
  readonly unsaid: ReadonlySet<Field>;
}

/** A web address in the message, and where it is shown. */
export interface MessageAddress {
  readonly anchor: Anchor;
  readonly anatomy: UrlAnatomy;
  /** The page of which it is the address; absent for a link. */
  readonly page?: string;
}

/** A message prepared for the rules. */
export interface Given extends Analysed {
  readonly layout: Layout;
  /** The organisations of the world, the contacts, and the reader's own. */
  readonly known: readonly KnownOrganization[];
  readonly sender: Sender;
  /** Of links, then of pages. */
  readonly addresses: readonly MessageAddress[];
}

/** Who a message says it is from. */
export interface Sender {
  readonly name: Localized;
  /** Undefined for channels without addresses, and for an address that is none. */
  readonly domain?: string;
  /** The field that shows the address. */
  readonly field: Field;
  /** The organisations that the name mentions. */
  readonly named: readonly KnownOrganization[];
}

/** Prepares a message for the rules. */
export function givenFor(analysed: Analysed): Given {
  const { message, organizations, contacts, recipient } = analysed;
  const own = parseAddress(recipient.address)?.domain;
  const known = [
    ...organizations,
    ...contactDomains(contacts),
    ...(own === undefined ? [] : [{ name: recipient.organization, domains: [own] }]),
  ].filter(({ domains }) => domains.length > 0);
  return {
    ...analysed,
    layout: layOut(message),
    known,
    sender: senderIn(message, known),
    addresses: addressesIn(message, known),
  };
}

function senderIn(message: SealedMessage, known: readonly KnownOrganization[]): Sender {
  const name = senderOf(message);
  const domain = parseAddress(writerOf(message)?.address ?? '')?.domain;
  return {
    name,
    ...(domain !== undefined && { domain }),
    field: addressField(message.channel),
    named: namedIn(name, known),
  };
}

function addressField(channel: SealedMessage['channel']): Field {
  switch (channel) {
    case 'mail':
      return 'fromAddress';
    case 'chat':
      return 'account';
    case 'invitation':
      return 'organizerAddress';
    case 'sms':
      return 'sender';
    case 'voice':
      return 'number';
    case 'letter':
      return 'returnAddress';
  }
}

function addressesIn(
  { links = [], pages = [] }: SealedMessage,
  known: readonly KnownOrganization[],
): readonly MessageAddress[] {
  const knownDomains = known.flatMap(({ domains }) => domains);
  return [
    ...links.map(({ id, url }) => ({ anchor: { link: id }, anatomy: anatomyOf(url, { knownDomains }) })),
    ...pages.map(({ id, url }) => ({
      anchor: { page: id, part: 'address' as const },
      anatomy: anatomyOf(url, { knownDomains }),
      page: id,
    })),
  ];
}

/** Whether a host belongs to somebody the reader knows. */
export const isKnownHost = (host: string, { known }: Given): boolean =>
  known.some(({ domains }) => isUnder(host, domains));

/** A host name in ASCII; undefined for an address in numbers and for no host. */
export function hostIn(anatomy: UrlAnatomy): string | undefined {
  const host = readHost(anatomy.host);
  return host.kind === 'domain' ? host.ascii : undefined;
}
