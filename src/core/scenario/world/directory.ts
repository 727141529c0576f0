/** The world as a directory to look things up in: the same list whatever message is open. */
import { addressesMeant, type MeantAddress } from '../../url/pasted.ts';
import { isUnder, type KnownOrganization } from './organizations.ts';
import { phoneKey, searchKey } from './search-key.ts';
import type { Localized } from '../format/text.ts';
import type { MailboxKind } from '../format/vocabulary.ts';
import type { World } from './world.ts';

/** One entry: who it is, what is its own, and how it writes. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: Localized;
  /** Its business, or somebody's task in the company. */
  readonly kind: Localized;
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  readonly phone?: string;
  readonly site?: string;
  /** The name its SMS arrive under. */
  readonly sms?: string;
  readonly writes?: Localized;
}

/** Everything the directory of a mailbox holds: at work the company with its people first, then all organizations. */
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
 * The entries that a query means; all for an empty query. An address, link or mailbox means whose own its host is, and nobody where
 * only a part of the host is somebody's; a number means whose telephone it is; other words stand in the details of the entry.
 */
export function findIn(entries: readonly DirectoryEntry[], query: string): readonly DirectoryEntry[] {
  if (query.trim() === '') return entries;
  const phone = phoneKey(query);
  if (phone !== undefined) return entries.filter((entry) => phoneKey(entry.phone ?? '')?.includes(phone));
  const addresses = addressesMeant(query);
  if (addresses.length > 0)
    return entries.filter((entry) => addresses.every((address) => belongsTo(address, entry)));
  const wanted = searchKey(query);
  const written = query.normalize('NFKC').trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (wanted !== '' && wordsOf(entry).some((word) => searchKey(word).includes(wanted))) ||
      // In addresses a hyphen counts: kamomebin is somebody else than kamome-bin.
      [...entry.domains, ...entry.addresses].some((address) => address.includes(written)),
  );
}

function belongsTo({ host, mailbox }: MeantAddress, { domains, addresses }: DirectoryEntry): boolean {
  if (mailbox !== undefined && addresses.includes(mailbox)) return true;
  return host.kind === 'domain' && isUnder(host.ascii, domains);
}

function wordsOf({ name, kind, sms, writes }: DirectoryEntry): readonly string[] {
  return [...[name, kind, writes].flatMap((text) => (text ? [text.ja, text.en] : [])), ...(sms ? [sms] : [])];
}

/** Whose a host is; undefined if none of them has it. */
export function ownerOf(host: string, known: readonly KnownOrganization[]): Localized | undefined {
  return known.find(({ domains }) => isUnder(host, domains))?.name;
}
