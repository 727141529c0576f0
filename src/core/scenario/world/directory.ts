/** The world as a searchable directory. It does not depend on the open message. */
import { addressesMeant, type MeantAddress } from '../../url/pasted.ts';
import { isUnder, type KnownOrganization } from './organizations.ts';
import { phoneKey, phoneKeyIn, searchKey } from './search-key.ts';
import type { Localized } from '../format/text.ts';
import type { MailboxKind } from '../format/vocabulary.ts';
import type { World } from './world.ts';

/** One entry: an organisation or person, what they own, and how they write. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: Localized;
  /** The business of an organisation, or a person's job in the company. */
  readonly kind: Localized;
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  readonly phone?: string;
  readonly site?: string;
  /** The sender name of its SMS. */
  readonly sms?: string;
  readonly writes?: Localized;
}

/** The directory of a mailbox. At work the company and its people come first, then all organisations. */
export function directoryOf(
  { company, organizations }: World,
  mailbox: MailboxKind,
): readonly DirectoryEntry[] {
  const { portal, people } = company;
  const own: DirectoryEntry = {
    id: 'company/',
    name: company.name,
    kind: { ja: '自社', en: 'Our company' },
    domains: company.domains,
    addresses: company.addresses ?? [],
    site: portal,
  };
  const colleagues = people.map(({ id, name, role, address, phone }) => ({
    id: `company/${id}`,
    name,
    kind: role,
    domains: [],
    addresses: [address],
    ...(phone !== undefined && { phone }),
  }));
  return [
    ...(mailbox === 'work' ? [own, ...colleagues] : []),
    ...organizations.filter(({ inDirectoryOf = mailbox }) => inDirectoryOf === mailbox),
  ];
}

/**
 * The entries that match a query; all entries for an empty query. A web or mail address finds the owner of its
 * whole host, not of a part of it. A number finds the owner of the telephone. Other words are searched in the
 * entries' details; a whole number among them counts if the words find nobody.
 */
export function findIn(entries: readonly DirectoryEntry[], query: string): readonly DirectoryEntry[] {
  if (query.trim() === '') return entries;
  const phone = phoneKey(query);
  if (phone !== undefined) return ownersOf(phone, entries);
  const addresses = addressesMeant(query);
  if (addresses.length > 0)
    return entries.filter((entry) => addresses.every((address) => belongsTo(address, entry)));
  const wanted = searchKey(query);
  const written = query.normalize('NFKC').trim().toLowerCase();
  const named = entries.filter(
    (entry) =>
      (wanted !== '' && wordsOf(entry).some((word) => searchKey(word).includes(wanted))) ||
      // Hyphens matter in addresses: kamomebin is not kamome-bin.
      [...entry.domains, ...entry.addresses].some((address) => address.includes(written)),
  );
  const phoneInside = phoneKeyIn(query);
  return named.length > 0 || phoneInside === undefined ? named : ownersOf(phoneInside, entries);
}

const ownersOf = (phone: string, entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] =>
  entries.filter((entry) => phoneKey(entry.phone ?? '')?.includes(phone));

function belongsTo({ host, mailbox }: MeantAddress, { domains, addresses }: DirectoryEntry): boolean {
  if (mailbox !== undefined && addresses.includes(mailbox)) return true;
  return host.kind === 'domain' && isUnder(host.ascii, domains);
}

function wordsOf({ name, kind, sms, writes }: DirectoryEntry): readonly string[] {
  return [...[name, kind, writes].flatMap((text) => (text ? [text.ja, text.en] : [])), ...(sms ? [sms] : [])];
}

/** The owner of a host; undefined if it belongs to none of them. */
export function ownerOf(host: string, known: readonly KnownOrganization[]): Localized | undefined {
  return known.find(({ domains }) => isUnder(host, domains))?.name;
}
