/** The value that a region shows: its address, domain or number, apart from its words. */
import type { DeclaredDelivery } from '../format/delivery.ts';
import type { SealedMail, SealedMessage } from '../format/message.ts';
import { type Field, fields, pageParts } from '../format/vocabulary.ts';
import { linkRegion } from './block-kinds.ts';
import { fieldRegion, pagePartRegion, type Region } from './regions.ts';

/** The text that contains the value of each region: the address of a field or link, the words of anything else. */
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
  // The words of a link are a claim; its value is its target.
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

/**
 * As the headers are generated (`core/email/compose`), without those that say nothing about the sender:
 * identifiers, times, our own server.
 */
function mailValues({ from, replyTo, delivery }: SealedMail): Partial<Record<Field, readonly string[]>> {
  if (delivery.route === 'received') {
    const { sender, originatingIp, returnPath, messageId, spfDomain, signatures, hops, unsubscribe } =
      delivery;
    const given = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
    const [newest, next, ...older] = hops.map(({ from: name, by }) => [...given(name), ...given(by)]);
    return {
      fromAddress: [from.address],
      replyTo: given(replyTo?.address),
      sentBy: given(sender),
      originatingIp: given(originatingIp),
      returnPath: given(returnPath),
      messageId: given(messageId),
      spf: given(spfDomain),
      dkim: signatures.map(({ domain }) => domain),
      dmarc: [from.address],
      received1: newest ?? [],
      received2: next ?? [],
      received3: older.flat(),
      unsubscribe: given(unsubscribe),
    };
  }
  const envelope = delivery.envelope ?? from.address;
  return {
    fromAddress: [from.address],
    replyTo: replyTo === undefined ? [] : [replyTo.address],
    sentBy: isByOthers(delivery) && envelope !== from.address ? [envelope] : [],
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

/** A mailing list or another mailbox forwards what the sender's own server sent. */
function originOf(address: string, { route, host }: DeclaredDelivery): string {
  return route === 'list' || route === 'forwarded' ? address : host;
}

/** A mailing service or list names itself in the Sender field. */
const isByOthers = ({ route }: DeclaredDelivery): boolean => route === 'service' || route === 'list';
