/**
 * Regions that belong to a fact without their author saying so: those that show the very domain or number that one of its clues marks
 * as false.
 */
import { areOneSite, domainsIn, numbersIn } from '../scenario/layout/named-values.ts';
import { fieldRegion, type Layout, pagePartRegion, pagePrefix } from '../scenario/layout/regions.ts';
import { shownValues } from '../scenario/layout/shown-value.ts';
import type { CueId } from '../scenario/format/cues.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Weight } from '../scenario/format/solution.ts';
import type { Field } from '../scenario/format/vocabulary.ts';
import { weights } from './weights.ts';

/** A clue in its place, and how much its fact tells. */
export interface WeighedClue {
  readonly id: string;
  readonly cue: CueId;
  readonly weight: Weight;
  readonly regions: readonly string[];
}

export interface Joined {
  /** The regions that join each clue, by its id; no region joins two. */
  readonly clues: ReadonlyMap<string, readonly string[]>;
  /** Regions of the false address that prove nothing by themselves: lines that anyone could have written, and what any certificate says. */
  readonly neutral: ReadonlySet<string>;
}

interface Known {
  readonly clues: readonly WeighedClue[];
  /** The regions that the author explained as something else than a clue. */
  readonly explained: ReadonlySet<string>;
  /** Where the author says that what stands there is real. */
  readonly honest: ReadonlySet<string>;
}

/** What joins the clues of a lure. What an author explained stays what it is, except for what machines fill in. */
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

/** Cues that say of an address or a domain that it is not what it should be. */
const falseDomain: ReadonlySet<CueId> = new Set([
  'sender-address',
  'domain-spoofing',
  'link-target',
  'reply-to-mismatch',
  'failed-authentication',
  'qr-lure',
]);

/** Cues that say of a telephone or account number that it is not what it should be. */
const falseNumber: ReadonlySet<CueId> = new Set([
  'sender-address',
  'call-back-number',
  'changed-bank-details',
  'channel-switch',
]);

const regionsOfFields = (fields: readonly Field[]): ReadonlySet<string> => new Set(fields.map(fieldRegion));

/** Where a clue speaks of the result of a check or of a name, and the domain itself may be the real one, misused. */
const namesTheImitated = regionsOfFields(['spf', 'dmarc', 'arc', 'fromName']);

/** Lines that travelled with the message: whoever sent it could have written them. */
const writtenByStrangers = regionsOfFields(['received2', 'received3']);

/** Header lines that show the domain a message really came from or answers to. */
const showsOrigin = regionsOfFields(['received1', 'returnPath', 'messageId', 'spf', 'dkim', 'dmarc']);

/** What no author words: a myth told of one of these would hide the false domain that stands there. */
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

/** Where the message was sent to is real, whoever wrote it there. */
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

/** A header belongs rather to a clue of the headers, a part of a page to one of pages; then the weight of the fact decides. */
function nearness({ regions, weight }: WeighedClue, region: string): number {
  const isAlike = regions.some((own) => placeOf(own) === placeOf(region));
  return (isAlike ? 10 : 0) + weights[weight];
}

function placeOf(region: string): 'field' | 'page' | 'body' {
  if (region.startsWith('field/')) return 'field';
  return region.startsWith(pagePrefix('')) ? 'page' : 'body';
}
