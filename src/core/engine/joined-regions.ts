/**
 * Regions that belong to a fact although the author did not name them: they show the same domain or number that one
 * of its clues marks as false.
 */
import { areOneSite, domainsIn, numbersIn } from '../scenario/layout/named-values.ts';
import { fieldRegion, type Layout, pagePartRegion, pagePrefix } from '../scenario/layout/regions.ts';
import { shownValues } from '../scenario/layout/shown-value.ts';
import type { CueId } from '../scenario/format/cues.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Weight } from '../scenario/format/solution.ts';
import type { Field } from '../scenario/format/vocabulary.ts';
import { weights } from './weights.ts';

/** A clue with its regions and the weight of its fact. */
export interface WeighedClue {
  readonly id: string;
  readonly cue: CueId;
  readonly weight: Weight;
  readonly regions: readonly string[];
}

/** Regions that belong to clues without being named by the author. */
export interface Joined {
  /** The regions that join each clue, by clue id. A region joins at most one clue. */
  readonly clues: ReadonlyMap<string, readonly string[]>;
  /**
   * Regions that show the false address but prove nothing by themselves: lines that any sender could have written,
   * and what any certificate says.
   */
  readonly neutral: ReadonlySet<string>;
}

interface Known {
  readonly clues: readonly WeighedClue[];
  /** Regions that the author explained as something other than a clue. */
  readonly explained: ReadonlySet<string>;
  /** Regions whose content the author says is real. */
  readonly honest: ReadonlySet<string>;
}

/**
 * The regions that join the clues of a lure. Regions that the author explained keep their meaning, except those
 * that machines fill in.
 */
export function joinedRegions(message: Message, layout: Layout, { clues, explained, honest }: Known): Joined {
  const values = shownValues(message, layout.regions);
  const own = new Set(clues.flatMap(({ regions }) => regions));
  const real = [...[...honest].flatMap((key) => domainsAt(values, key)), ...recipientDomains(message)];
  const marked = clues.map((clue) => falseValues(clue, values, real));
  const cluesFor = (region: string): readonly WeighedClue[] => {
    const domains = domainsAt(values, region);
    const numbers = numbersAt(values, region);
    return marked
      .filter(
        (found) =>
          found.domains.some((domain) => domains.some((other) => areOneSite(domain, other))) ||
          found.numbers.some((number) => numbers.includes(number)),
      )
      .map(({ clue }) => clue);
  };
  const joined = new Map<string, string[]>();
  const neutral = new Set<string>();
  for (const { key, page } of layout.regions) {
    if (own.has(key) || (explained.has(key) && !isFilledIn(key, page))) continue;
    const [clue] = cluesFor(key).toSorted((one, other) => nearness(other, key) - nearness(one, key));
    if (clue === undefined) {
      if (
        page !== undefined &&
        isCertificate(key, page) &&
        cluesFor(pagePartRegion(page, 'address')).length > 0
      )
        neutral.add(key);
    } else if (writtenByStrangers.has(key)) neutral.add(key);
    else joined.set(clue.id, [...(joined.get(clue.id) ?? []), key]);
  }
  return { clues: joined, neutral };
}

/** Cues that mark an address or domain as false. */
const falseDomain: ReadonlySet<CueId> = new Set([
  'sender-address',
  'domain-spoofing',
  'link-target',
  'reply-to-mismatch',
  'failed-authentication',
  'qr-lure',
]);

/** Cues that mark a telephone or account number as false. */
const falseNumber: ReadonlySet<CueId> = new Set([
  'sender-address',
  'call-back-number',
  'changed-bank-details',
  'channel-switch',
]);

const regionsOfFields = (fields: readonly Field[]): ReadonlySet<string> => new Set(fields.map(fieldRegion));

/** Fields in which a clue is about a check result or a name, while the domain itself may be the real one, misused. */
const namesTheImitated = regionsOfFields(['spf', 'dmarc', 'arc', 'fromName']);

/** Lines that travelled with the message: any sender could have written them. */
const writtenByStrangers = regionsOfFields(['received2', 'received3']);

/** Header lines that show the domain a message really came from or replies to. */
const showsOrigin = regionsOfFields(['received1', 'returnPath', 'messageId', 'spf', 'dkim', 'dmarc']);

/** Regions without an author's wording. A myth about one of them would hide the false domain it shows. */
const isFilledIn = (key: string, page: string | undefined): boolean =>
  showsOrigin.has(key) || (page !== undefined && key === pagePartRegion(page, 'names'));

const isCertificate = (key: string, page: string): boolean =>
  key === pagePartRegion(page, 'certificate') ||
  key === pagePartRegion(page, 'issuer') ||
  key === pagePartRegion(page, 'age');

type Values = ReadonlyMap<string, readonly string[]>;

const domainsAt = (values: Values, region: string): readonly string[] =>
  (values.get(region) ?? []).flatMap(domainsIn);

const numbersAt = (values: Values, region: string): readonly string[] =>
  (values.get(region) ?? []).flatMap(numbersIn);

/** The domains the message was sent to are real, whoever wrote them. */
function recipientDomains(message: Message): readonly string[] {
  switch (message.channel) {
    case 'mail':
      return message.to.flatMap(({ address }) => domainsIn(address));
    case 'invitation':
      return message.attendees.flatMap(({ address }) => domainsIn(address));
    case 'sms':
    case 'chat':
    case 'voice':
    case 'letter':
      return [];
  }
}

function falseValues(clue: WeighedClue, values: Values, real: readonly string[]) {
  const regions = clue.regions.filter((region) => !namesTheImitated.has(region));
  return {
    clue,
    domains: falseDomain.has(clue.cue)
      ? regions
          .flatMap((region) => domainsAt(values, region))
          .filter((domain) => !real.some((other) => areOneSite(domain, other)))
      : [],
    numbers: falseNumber.has(clue.cue) ? regions.flatMap((region) => numbersAt(values, region)) : [],
  };
}

/**
 * Prefers clues in headers for a header, and clues on pages for a part of a page; then the weight of the fact
 * decides.
 */
function nearness({ regions, weight }: WeighedClue, region: string): number {
  const isAlike = regions.some((own) => placeOf(own) === placeOf(region));
  return (isAlike ? 10 : 0) + weights[weight];
}

function placeOf(region: string): 'field' | 'page' | 'body' {
  if (region.startsWith('field/')) return 'field';
  return region.startsWith(pagePrefix('')) ? 'page' : 'body';
}
