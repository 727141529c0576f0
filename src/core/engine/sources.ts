/** Where a player can look whether a message is true, and which of these can know it. */
import type { Message, Verify } from '../scenario/format/message.ts';

/** The places that every message can be checked at, and people of the directory. `within` is what the message itself offers. */
export const places = ['site', 'tickets', 'papers', 'notices', 'directory', 'within'] as const;
export type SourcePlace = (typeof places)[number];
export type Source = SourcePlace | `contact/${string}`;

export const contactSource = (contact: string): Source => `contact/${contact}`;

/** A source in a value from outside, such as a kept move. */
export function sourceFrom(value: unknown): Source | undefined {
  if (typeof value !== 'string') return undefined;
  const place = places.find((one) => one === value);
  if (place !== undefined) return place;
  const contact = /^contact\/([a-z][a-z0-9-]{0,59})$/.exec(value)?.[1];
  return contact === undefined ? undefined : contactSource(contact);
}

/** All sources of a message, the same whatever it is: the people its recipient knows, then the places. */
export const sourcesOf = (directory: readonly { readonly id: string }[]): readonly Source[] => [
  ...directory.map(({ id }) => contactSource(id)),
  ...places,
];

/** The sources that settle whether a message is genuine, as its author says; independent of the message itself. */
export function settlingSources({ verify }: Pick<Message, 'verify'>): ReadonlySet<Source> {
  return new Set<Source>([
    ...(verify?.contacts ?? []).flatMap(({ contact, settles }) =>
      settles === true ? [contactSource(contact)] : [],
    ),
    ...(verify?.settles ?? []),
  ]);
}

/** Whether one of the sources looked at settles the message. */
export function isChecked(
  message: Pick<Message, 'verify'>,
  looked: ReadonlySet<Source> | undefined,
): boolean {
  const settling = settlingSources(message);
  return looked !== undefined && [...looked].some((source) => settling.has(source));
}

/** Whether a contact can know. In packs that do not say so, every contact of the directory counts. */
export function canKnow(message: Pick<Message, 'verify'>, contact: string): boolean {
  return isUnmarked(message.verify) || settlingSources(message).has(contactSource(contact));
}

const isUnmarked = (verify: Verify | undefined): boolean =>
  verify?.settles === undefined && verify?.contacts?.some(({ settles }) => settles !== undefined) !== true;
