/**
 * Regions of a genuine message whose content the player's own sources confirm: the directory, the notices, a source
 * that answered when it was asked, and authentication that passed for the sender's domain. Trust in them costs nothing,
 * although no author listed them.
 */
import { expressionsIn } from '../scenario/layout/expressions.ts';
import { areOneSite, domainsIn, numbersIn } from '../scenario/layout/named-values.ts';
import { fieldRegion, type Layout, type Region } from '../scenario/layout/regions.ts';
import { linkRegion } from '../scenario/layout/block-kinds.ts';
import { type Check, checkNames, hasPassed } from '../scenario/layout/passed-checks.ts';
import { shownValues } from '../scenario/layout/shown-value.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';
import type { Field } from '../scenario/format/vocabulary.ts';
import { contactSource, settlingSources, type Source } from './sources.ts';

/** What the recipient knows before the message comes: people with their addresses, and what was announced. */
export type Inbox = Pick<Scenario, 'directory' | 'notices'>;

/** What a player can hold against a message: the inbox around it, and the sources looked at. */
export interface Around {
  readonly inbox?: Inbox | undefined;
  readonly looked?: ReadonlySet<Source> | undefined;
}

/**
 * The keys of the confirmed regions of a genuine message. `vouching` are the regions of its reassurances: what they
 * show is true, so the same domain or number is true elsewhere.
 */
export function confirmedRegions(
  message: Message,
  { regions }: Layout,
  vouching: ReadonlySet<string>,
  { inbox, looked }: Around,
): ReadonlySet<string> {
  const values = shownValues(message, regions);
  const texts = [...announcedIn(inbox), ...answersOf(message, looked)];
  const sources = [...[...vouching].flatMap((key) => values.get(key) ?? []), ...listedIn(inbox), ...texts];
  const domains = [...new Set([...sources.flatMap(domainsIn), ...authenticatedDomains(message)])];
  const numbers = new Set(sources.flatMap(numbersIn));
  const expressions = new Set(texts.flatMap(expressionsIn));
  const isConfirmed = (region: Region): boolean => {
    const checked = checkFields[region.key];
    if (checked !== undefined) return message.channel === 'mail' && hasPassed(message, checked);
    if (neverConfirmed.has(region.key)) return false;
    // Our own server wrote this line, and the sender's domain lists the server it names.
    if (region.key === ourServersLine && message.channel === 'mail' && hasPassed(message, 'spf')) return true;
    const shown = values.get(region.key) ?? [];
    const found = { domains: shown.flatMap(domainsIn), numbers: shown.flatMap(numbersIn) };
    return (
      isMarkedByTheDevice(message, region.key) ||
      isEach(found.domains, (domain) => domains.some((other) => areOneSite(domain, other))) ||
      isEach(found.numbers, (number) => numbers.has(number)) ||
      wordsOf(message, region)
        .flatMap(expressionsIn)
        .some((one) => expressions.has(one))
    );
  };
  return new Set(regions.filter(isConfirmed).map(({ key }) => key));
}

/** A reassurance by its id, with the regions that its author named. */
interface Reassuring {
  readonly id: string;
  readonly regions: readonly string[];
}

/**
 * The regions that join reassurances of a genuine message, by id: they show the same sender's or link's domain, or the same number, so
 * they prove the same. A region joins at most one. `explained` regions keep the meaning that their author gave them.
 */
export function joinedReassurances(
  message: Message,
  { regions }: Layout,
  reassurances: readonly Reassuring[],
  explained: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const values = shownValues(message, regions);
  const shownAt = (key: string) => {
    const shown = isProof(message, key) ? (values.get(key) ?? []) : [];
    return { domains: shown.flatMap(domainsIn), numbers: shown.flatMap(numbersIn) };
  };
  const own = new Set(reassurances.flatMap((one) => one.regions));
  const proving = reassurances.map((one) => ({ id: one.id, shown: one.regions.map(shownAt) }));
  const joined = new Map<string, string[]>();
  for (const { key } of regions) {
    if (own.has(key) || explained.has(key)) continue;
    const { domains, numbers } = shownAt(key);
    const owner = proving.find(({ shown }) =>
      shown.some(
        (known) =>
          isEach(domains, (domain) => known.domains.some((other) => areOneSite(domain, other))) ||
          isEach(numbers, (number) => known.numbers.includes(number)),
      ),
    );
    if (owner !== undefined) joined.set(owner.id, [...(joined.get(owner.id) ?? []), key]);
  }
  return joined;
}

/** Whether there are any and all of them pass. */
const isEach = <Item>(items: readonly Item[], passes: (item: Item) => boolean): boolean =>
  items.length > 0 && items.every(passes);

const checkFields: Readonly<Record<string, Check | undefined>> = Object.fromEntries(
  checkNames.map((check) => [fieldRegion(check), check]),
);

const regionsOfFields = (fields: readonly Field[]): ReadonlySet<string> => new Set(fields.map(fieldRegion));

const ourServersLine = fieldRegion('received1');

/** Lines that travelled with the message, which any sender could have written, and what a forwarder noted. */
const neverConfirmed = regionsOfFields(['received2', 'received3', 'arc']);

/** Where a sender is named by an address or number rather than by words. */
const namesTheSender = regionsOfFields(['account', 'organizerAddress', 'number']);

/** Whether what a region shows can prove who sent the message or where it leads. Anyone can write a From address: it has to be authenticated. */
function isProof(message: Message, key: string): boolean {
  const check = checkFields[key];
  if (message.channel === 'mail') {
    if (check !== undefined) return hasPassed(message, check);
    if (key === fieldRegion('fromAddress')) return authenticatedDomains(message).length > 0;
  }
  return namesTheSender.has(key) || (message.links ?? []).some(({ id }) => linkRegion(id) === key);
}

/** What the player's own telephone or chat adds: the name in the address book, the mark of a member. */
function isMarkedByTheDevice(message: Message, key: string): boolean {
  switch (message.channel) {
    case 'voice':
      return key === fieldRegion('caller') && message.caller !== undefined;
    case 'chat':
      return key === fieldRegion('membership') && message.author.membership === 'member';
    case 'mail':
    case 'sms':
    case 'invitation':
    case 'letter':
      return false;
  }
}

/** The domain of the From address, if a check passed for it. */
function authenticatedDomains(message: Message): readonly string[] {
  return message.channel === 'mail' && checkNames.some((check) => hasPassed(message, check))
    ? domainsIn(message.from.address)
    : [];
}

function listedIn(inbox: Inbox | undefined): readonly string[] {
  return (inbox?.directory ?? []).flatMap(({ address, phone, site }) =>
    [address, phone, site].filter((text) => text !== undefined),
  );
}

const announcedIn = (inbox: Inbox | undefined): readonly string[] =>
  (inbox?.notices ?? []).flatMap(({ title, text }) => [...both(title), ...both(text)]);

/** What the sources that can know answered, of those the player looked at. */
function answersOf(message: Message, looked: ReadonlySet<Source> | undefined): readonly string[] {
  const { verify } = message;
  if (verify === undefined || looked === undefined) return [];
  const settling = settlingSources(message);
  const asked = (source: Source): boolean => looked.has(source) && settling.has(source);
  const shown = (['site', 'tickets', 'papers'] as const).filter(asked).map((place) => verify[place]);
  const replies = (verify.contacts ?? []).filter(({ contact }) => asked(contactSource(contact)));
  return [...shown, ...replies.map(({ reply }) => reply)].flatMap((text) =>
    text === undefined ? [] : both(text),
  );
}

function wordsOf(message: Message, { key, text }: Region): readonly string[] {
  if (key === fieldRegion('subject') && 'subject' in message) return both(message.subject);
  return text === undefined ? [] : both(text);
}

const both = ({ ja, en }: Localized): readonly string[] => [ja, en];
