/** A message → its twin: the same body with one thing changed, and the opposite truth. */
import { isList, itemsOf, type JsonValue, memberOf, membersOf } from './json.ts';

/** The one thing that is changed: who sends it, or where one of its links goes. */
export type TwinChange =
  | { readonly kind: 'sender'; readonly address: string }
  /** `link` is the id of a link. */
  | { readonly kind: 'link'; readonly link: string; readonly url: string };

/**
 * The twin of a message. What follows from the change changes along: the sender's domain in the delivery, the address and certificate of
 * the page behind the link. The difference between the two is proposed; what only the author knows is left empty. Both languages are
 * copied. Undefined where the message has no such thing.
 */
export function twinFor(message: JsonValue, id: string, change: TwinChange): JsonValue | undefined {
  const before = changedIn(message, change);
  if (typeof message !== 'object' || message === null || isList(message) || before === undefined)
    return undefined;
  const swap = swapOf(change, before);
  const { solution, ...rest } = message;
  const fields = membersOf(rest).map(([key, value]): [string, JsonValue] => {
    if (key === 'id') return [key, id];
    if (key === 'pages') return [key, pagesOf(value, swap)];
    return [key, swappedFields.has(key) ? swapped(value, swap) : value];
  });
  return {
    ...Object.fromEntries(fields),
    solution: opposite(solution, memberOf(message, 'id'), change, before),
  };
}

/** The fields in which the change shows. The words of the body stay. */
const swappedFields = new Set(['from', 'delivery', 'links']);

/** What is changed, as it was. */
function changedIn(message: JsonValue, change: TwinChange): string | undefined {
  const value =
    change.kind === 'sender'
      ? memberOf(memberOf(message, 'from'), 'address')
      : memberOf(
          itemsOf(memberOf(message, 'links')).find((link) => memberOf(link, 'id') === change.link),
          'url',
        );
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whole texts and the domains in them, each with what takes its place. */
type Swap = ReadonlyMap<string, string>;

function swapOf(change: TwinChange, before: string): Swap {
  switch (change.kind) {
    case 'sender':
      return new Map([
        [before, change.address],
        [domainOf(before), domainOf(change.address)],
      ]);
    case 'link':
      return new Map([
        [before, change.url],
        [hostIn(before), hostIn(change.url)],
      ]);
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const hostIn = (url: string): string =>
  /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';

/** A value with its texts changed: those that are swapped as a whole, and hosts below a swapped domain. */
function swapped(value: JsonValue, swap: Swap): JsonValue {
  if (typeof value === 'string') return swappedText(value, swap);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => swapped(item, swap));
  return Object.fromEntries(membersOf(value).map(([key, member]) => [key, swapped(member, swap)]));
}

function swappedText(text: string, swap: Swap): string {
  const whole = swap.get(text);
  if (whole !== undefined) return whole;
  for (const [old, now] of swap) {
    if (old === '' || now === '') continue;
    if (text.endsWith(`.${old}`) || text.endsWith(`@${old}`)) return text.slice(0, -old.length) + now;
  }
  return text;
}

const unwritten = { ja: '', en: '' };

/** Pages whose visitor fares otherwise: that is the author's to say. */
const pagesOf = (pages: JsonValue, swap: Swap): JsonValue =>
  itemsOf(pages).map((page) => {
    if (typeof page !== 'object' || page === null || isList(page)) return page;
    const [url, certificate] = [memberOf(page, 'url'), memberOf(page, 'certificate')];
    return {
      ...page,
      ...(url !== undefined && { url: swapped(url, swap) }),
      ...(certificate !== undefined && { certificate: swapped(certificate, swap) }),
      outcome: unwritten,
      firstAid: unwritten,
    };
  });

function opposite(
  solution: JsonValue | undefined,
  twin: JsonValue | undefined,
  change: TwinChange,
  before: string,
): JsonValue {
  const anchor = anchorOf(change);
  const isLure = memberOf(solution, 'truth') !== 'phish';
  return {
    truth: isLure ? 'phish' : 'legitimate',
    archetype: memberOf(solution, 'archetype') ?? 'draft',
    ...(twin !== undefined && {
      twin,
      differences: [{ here: anchor, there: anchor, text: differenceText(change, before) }],
    }),
    ...(isLure
      ? {
          facts: [{ id: 'fact-1', weight: 'decisive', title: unwritten }],
          clues: [
            {
              id: 'clue-1',
              cue: change.kind === 'sender' ? 'sender-address' : 'link-target',
              fact: 'fact-1',
              anchor,
              explanation: unwritten,
            },
          ],
          premise: [{ audience: 'office', process: 4, relevance: 4, events: 0, consequence: 4, exposure: 0 }],
          difficulty: 'moderate',
        }
      : { reassurances: [{ id: 'reassurance-1', anchor, explanation: unwritten }] }),
    decoys: [],
    best: { action: isLure ? 'report' : 'keep', reason: unwritten },
    lesson: unwritten,
    source: memberOf(solution, 'source') ?? { text: unwritten },
  };
}

const anchorOf = (change: TwinChange): JsonValue =>
  change.kind === 'sender' ? { field: 'fromAddress' } : { link: change.link };

/** What the two messages show at the changed place. */
function differenceText(change: TwinChange, before: string): JsonValue {
  const [here, there] =
    change.kind === 'sender'
      ? [domainOf(change.address), domainOf(before)]
      : [hostIn(change.url), hostIn(before)];
  return change.kind === 'sender'
    ? {
        ja: `このメールは ${here}、もう1通は ${there} から届いています。`,
        en: `This email comes from ${here}, the other from ${there}.`,
      }
    : {
        ja: `このメールのリンク先は ${here}、もう1通は ${there} です。`,
        en: `The link of this email goes to ${here}, that of the other to ${there}.`,
      };
}
