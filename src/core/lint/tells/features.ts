/** Countable features of a message that must not reveal whether it is phishing. */
import { domainOf } from '../../email/compose/authentication.ts';
import { leavesOf, linesOf } from '../../scenario/layout/blocks.ts';
import { titleOf, writerOf } from '../../scenario/layout/headline.ts';
import type { Locate, Path } from '../../scenario/read/locate.ts';
import { layOut } from '../../scenario/layout/regions.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { blockPlaces, bodiesOf, leafPlaces } from '../../scenario/layout/walk.ts';
import { isUnder } from '../../scenario/world/organizations.ts';

export type Features = Readonly<Record<string, number>>;

/**
 * The features of the message at an index of its scenario; yes and no are 1 and 0. What is evidence stays out: who wrote,
 * whether authentication passes, where links lead. `locate` tells the order in which the file has its fields.
 */
export function featuresOf(scenario: Scenario, index: number, message: Message, locate?: Locate): Features {
  const layout = layOut(message);
  const lines = linesOf(layout.body);
  const leaves = leavesOf(layout.body);
  const { attachments = [], links = [], pages = [] } = message;
  const mail = message.channel === 'mail' ? message : undefined;
  const title = titleOf(message);
  const count = (kind: string): number => leaves.filter(({ block }) => block.kind === kind).length;
  const pageLeaves = bodiesOf(message, [])
    .filter(({ page }) => page !== undefined)
    .flatMap(({ blocks, path }) => leafPlaces(blocks, path));
  return {
    'body length, ja': sum(lines.map(({ plain }) => plain.ja.length)),
    'body length, en': sum(lines.map(({ plain }) => plain.en.length)),
    'subject length, ja': title.ja.length,
    'subject length, en': title.en.length,
    blocks: message.body.length,
    'panels, columns, quotes': blockPlaces(message.body, []).filter(({ block }) => isBox(block.kind)).length,
    links: links.length,
    buttons: count('button'),
    images: count('image') + count('remote'),
    'QR codes': count('qr'),
    'hidden texts and pixels': count('hidden') + count('pixel'),
    tables: count('table'),
    lists: count('list'),
    attachments: attachments.length,
    'attachment bytes': sum(attachments.map(({ bytes }) => bytes)),
    'greeting there': Number(lines.some(({ slot }) => slot === 'greeting')),
    'signature there': Number(lines.some(({ slot }) => slot === 'signature')),
    'sender is a colleague': Number(
      isUnder(domainOf(writerOf(message)?.address ?? ''), [domainOf(scenario.recipient.address)]),
    ),
    recipients: (mail?.to ?? []).length + (mail?.cc ?? []).length,
    'Cc there': Number(mail?.cc !== undefined),
    'Reply-To there': Number(mail?.replyTo !== undefined),
    'In-Reply-To there': Number(mail?.delivery.inReplyTo !== undefined),
    'X-Mailer there': Number(mail?.delivery.mailer !== undefined),
    'List-Unsubscribe there': Number(mail?.delivery.unsubscribe !== undefined),
    'delivery as received': Number(mail?.delivery.route === 'received'),
    'by a mailing service': Number(mail?.delivery.route === 'service'),
    'ISO-2022-JP': Number(mail?.delivery.charset === 'iso-2022-jp'),
    ...timeOf(message.sent, scenario.clock),
    'position in the scenario': scenario.messages.length < 2 ? 0.5 : index / (scenario.messages.length - 1),
    regions: layout.regions.length,
    pages: pages.length,
    'form fields': sum(pageLeaves.map(({ leaf }) => (leaf.kind === 'form' ? leaf.fields.length : 0))),
    'page blocks': pageLeaves.length,
    ...repliesOf(message),
    ...(locate && { 'field order': disorderOf(message, ['messages', index], locate) }),
  };
}

const isBox = (kind: string): boolean => kind === 'panel' || kind === 'columns' || kind === 'quote';

/** On the clock of the inbox, whatever zone the moment is written in. */
function timeOf(sent: string, clock: string): Features {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(clock) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const minute = Math.floor(Date.parse(sent) / 60_000) + offset;
  const hour = (((minute / 60) % 24) + 24) % 24;
  // 1970-01-01 was a Thursday.
  const weekday = (((Math.floor(minute / 1_440) + 4) % 7) + 7) % 7;
  return {
    'hour of the day': hour,
    'hours from noon': Math.abs(hour - 12),
    'minute of the hour': ((minute % 60) + 60) % 60,
    'at a weekend': Number(weekday === 0 || weekday === 6),
    'age in days': (Date.parse(clock) - Date.parse(sent)) / 86_400_000,
  };
}

function repliesOf({ verify = {} }: Message): Features {
  const contacts = verify.contacts ?? [];
  const length = (text: Localized | undefined): number => text?.ja.length ?? 0;
  return {
    'contacts that answer': contacts.length,
    'length of their answers, ja': sum(contacts.map(({ reply }) => length(reply))),
    'length of the site’s answer, ja': length(verify.site),
    'length of the tickets, ja': length(verify.tickets),
    'length of the answer within, ja': length(verify.within),
  };
}

/** In how many pairs of neighbours the file has a later field of the format first. */
function disorderOf(message: Message, path: Path, locate: Locate): number {
  const places = Object.keys(message).map((key) => locate([...path, key]));
  return places.filter(({ line, column }, index) => {
    const next = places[index + 1];
    return next !== undefined && (next.line < line || (next.line === line && next.column < column));
  }).length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
