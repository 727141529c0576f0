/** The closed lists of the format, kept apart from the schema so that play needs no validator. */

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** Places every mail has or lacks; they can be flagged even where the mail has nothing there. */
export const slots = ['logo', 'greeting', 'signature'] as const;
export type Slot = (typeof slots)[number];

/** Header fields that can be flagged, the same for every message. received3 is the oldest hop, received1 our own server. */
export const fields = [
  'subject',
  'fromName',
  'fromAddress',
  'to',
  'cc',
  'date',
  'replyTo',
  'returnPath',
  'messageId',
  'spf',
  'dkim',
  'dmarc',
  'arc',
  'received1',
  'received2',
  'received3',
  'mailer',
  'unsubscribe',
  'mime',
] as const;
export type Field = (typeof fields)[number];

export const pageParts = ['address', 'certificate', 'title'] as const;

/** verify: through a contact of the directory; verifyWithin: through what the message itself offers. */
export const actionKinds = ['report', 'delete', 'keep', 'follow', 'reply', 'verify', 'verifyWithin'] as const;
export type ActionKind = (typeof actionKinds)[number];
