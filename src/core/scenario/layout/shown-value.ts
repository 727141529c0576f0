/** What a region shows as its value: the address, domain or number that stands there, whatever its words are. */
import type { SealedMail, SealedMessage } from '../format/message.ts';
import { type Field, fields, pageParts } from '../format/vocabulary.ts';
import { linkRegion } from './blocks.ts';
import { fieldRegion, pagePartRegion, type Region } from './regions.ts';

/** The text in which the value of each region stands: an address line for a field or link, the words for all else. */
export function shownValues(
  message: SealedMessage,
  regions: readonly Region[],
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { key, text } of regions) values.set(key, text === undefined ? [] : [text.ja, text.en]);
  for (const field of fields) {
    const value = fieldValue(message, field);
    if (value !== undefined) values.set(fieldRegion(field), value);
  }
  // The words of a link are what it claims; where it leads is its value.
  for (const { id, url } of message.links ?? []) values.set(linkRegion(id), [url]);
  for (const { id, url, certificate } of message.pages ?? []) {
    for (const part of pageParts) values.set(pagePartRegion(id, part), []);
    values.set(pagePartRegion(id, 'address'), [url]);
    values.set(pagePartRegion(id, 'names'), certificate?.names ?? []);
  }
  return values;
}

function fieldValue(message: SealedMessage, field: Field): readonly string[] | undefined {
  switch (message.channel) {
    case 'mail':
      return mailValues(message)[field];
    case 'sms':
      return field === 'sender' ? [message.sender.ja, message.sender.en] : undefined;
    case 'chat':
      return field === 'account' ? [message.author.account] : undefined;
    case 'invitation':
      return field === 'organizerAddress' ? [message.organizer.address] : undefined;
    case 'voice':
      return field === 'number' ? [message.number] : undefined;
    case 'letter':
      return field === 'returnAddress' ? [message.returnAddress.ja, message.returnAddress.en] : undefined;
  }
}

/** As the headers are composed (`core/email/compose`), without what tells nothing of the sender: identifiers, times, our own server. */
function mailValues({ from, replyTo, delivery }: SealedMail): Partial<Record<Field, readonly string[]>> {
  const envelope = delivery.envelope ?? from.address;
  return {
    fromAddress: [from.address],
    replyTo: replyTo === undefined ? [] : [replyTo.address],
    returnPath: [envelope],
    messageId: [originOf(from.address, delivery)],
    spf: [envelope === '' ? delivery.host : envelope],
    dkim: delivery.dkim === undefined ? [] : [delivery.dkim.domain],
    dmarc: [from.address],
    received1: [delivery.host],
    received2: [delivery.host, originOf(from.address, delivery)],
    received3: [originOf(from.address, delivery)],
    unsubscribe: delivery.unsubscribe === undefined ? [] : [delivery.unsubscribe],
  };
}

/** A list or another mailbox sends on what set out from the sender’s own server. */
function originOf(address: string, { route, host }: SealedMail['delivery']): string {
  return route === 'list' || route === 'forwarded' ? address : host;
}
