/** Received fields: one hop of a mail's way each (RFC 5321, 4.4). */
import { type MailDate, mailDateOf } from './mail-date.ts';

/** What a Received field says. What it does not say is absent. */
export interface ReceivedHop {
  /** The name that the sending side gave, without brackets. */
  readonly from?: string;
  /** The address from which the receiving side was reached. */
  readonly ip?: string;
  readonly by?: string;
  readonly protocol?: string;
  /** The recipient, if named. */
  readonly recipient?: string;
  readonly date?: MailDate;
}

/** In UTF-16 units; the rest of a longer field is not read. */
const longest = 2_000;

/** Parses a Received field. */
export function receivedHop(field: string): ReceivedHop {
  const text = field.slice(0, longest).replaceAll(/\s+/g, ' ').trim();
  const semicolon = text.lastIndexOf(';');
  const clauses = semicolon < 0 ? text : text.slice(0, semicolon);
  const bare = clauses.replaceAll(/\([^()]*\)/g, ' ');
  const after = (word: string): string | undefined =>
    new RegExp(`(?:^| )${word} +<?([^\\s<>;]+)`, 'i').exec(bare)?.[1];
  const from = after('from')?.replaceAll(/[[\]]/g, '');
  const sender = /^from\b[^]*?(?= by |$)/i.exec(clauses)?.[0] ?? '';
  const ip =
    /\[(?:IPv6:)?([0-9a-f.:]{2,45})\]/i.exec(sender)?.[1] ??
    /\((\d{1,3}(?:\.\d{1,3}){3})\)/.exec(sender)?.[1];
  const by = after('by');
  const protocol = after('with');
  const recipient = after('for');
  const date = mailDateOf(semicolon < 0 ? text : text.slice(semicolon + 1));
  return {
    ...(from !== undefined && { from }),
    ...(ip !== undefined && { ip }),
    ...(by !== undefined && { by }),
    ...(protocol !== undefined && { protocol }),
    ...(recipient?.includes('@') === true && { recipient }),
    ...(date !== undefined && { date }),
  };
}
