/** The world as a directory to look things up in: the same list whatever message is open. */
import { isUnder, type KnownOrganization, squeezed } from './organizations.ts';
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

/** The entries in which a query stands, or whose own the host is that the query names; all for an empty query. */
export function findIn(entries: readonly DirectoryEntry[], query: string): readonly DirectoryEntry[] {
  const wanted = squeezed(query);
  // A whole address or link may be pasted: what counts is its host.
  const host = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#]*)/.exec(wanted)?.[1] ?? '';
  return entries.filter(
    (entry) => wordsOf(entry).some((word) => squeezed(word).includes(wanted)) || isUnder(host, entry.domains),
  );
}

function wordsOf({
  name,
  kind,
  domains,
  addresses,
  phone,
  site,
  sms,
  writes,
}: DirectoryEntry): readonly string[] {
  return [
    ...[name, kind, writes].flatMap((text) => (text ? [text.ja, text.en] : [])),
    ...domains,
    ...addresses,
    ...[phone, site, sms].flatMap((word) => word ?? []),
  ];
}

/** Whose a host is; undefined if none of them has it. */
export function ownerOf(host: string, known: readonly KnownOrganization[]): Localized | undefined {
  return known.find(({ domains }) => isUnder(host, domains))?.name;
}
