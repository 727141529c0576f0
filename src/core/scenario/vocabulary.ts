/** The closed lists of the format, kept apart from the schema so that play needs no validator. */

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** How a message reaches its reader. */
export const channels = ['mail'] as const;

/** The Phish Scale's detection difficulties, from the easiest. */
export const difficulties = ['least', 'moderate-least', 'moderate', 'very'] as const;

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

/** What can be inspected of every mock page; the last three stand on its certificate sheet, whether it has a certificate or not. */
export const pageParts = ['address', 'certificate', 'title', 'issuer', 'names', 'age'] as const;
export type PagePart = (typeof pageParts)[number];

/** What a field of a mock form asks for; nothing typed is kept, whatever it is. */
export const formFieldTypes = ['text', 'password', 'code', 'card', 'expiry'] as const;

/** Blocks that stand on mock pages only, as a form does. */
export const pageBlockKinds = ['captcha', 'permissions', 'code', 'alarm', 'download', 'window'] as const;
export type PageBlockKind = (typeof pageBlockKinds)[number];

/** What the inspector says of every attached file, whether the file has it or not. */
export const fileParts = ['type', 'macro', 'lock', 'contents', 'bar'] as const;
export type FilePart = (typeof fileParts)[number];

/** What an attached file can truly be. */
export const fileTypes = [
  'pdf',
  'word',
  'excel',
  'text',
  'image',
  'zip',
  'html',
  'program',
  'calendar',
  'message',
  'svg',
  'shortcut',
  'disk-image',
  'onenote',
  'audio',
] as const;
export type FileType = (typeof fileTypes)[number];

/** verify: through a contact of the directory; verifyWithin: through what the message itself offers. */
export const actionKinds = ['report', 'delete', 'keep', 'follow', 'reply', 'verify', 'verifyWithin'] as const;
export type ActionKind = (typeof actionKinds)[number];
