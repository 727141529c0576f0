/** The closed lists of the format, kept apart from the schema so that play needs no validator. */

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** The Phish Scale's detection difficulties, from the easiest. */
export const difficulties = ['least', 'moderate-least', 'moderate', 'very'] as const;

/** Places a message has or lacks; they can be flagged even where it has nothing there. */
export const slots = ['logo', 'greeting', 'signature'] as const;
export type Slot = (typeof slots)[number];

/** Header fields of a mail that can be flagged, the same for every mail. received3 is the oldest hop, received1 our own server. */
export const mailFields = [
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
export type MailField = (typeof mailFields)[number];

/** The ways a message can come. */
export const channels = ['mail', 'sms', 'chat', 'invitation', 'voice', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** The fields of each channel that can be flagged: they follow from the channel alone, whether a message fills them or not. */
export const fieldsOf = {
  mail: mailFields,
  sms: ['sender', 'date'],
  chat: ['author', 'account', 'membership', 'workspace', 'room', 'date'],
  invitation: ['subject', 'organizer', 'organizerAddress', 'when', 'place', 'attendees', 'date'],
  voice: ['caller', 'number', 'length', 'date'],
  letter: ['returnAddress', 'addressee', 'postmark', 'postage', 'date'],
} as const satisfies Record<Channel, readonly string[]>;

/** The fields that no mail has. */
export const channelFields = [
  'sender',
  'author',
  'account',
  'membership',
  'workspace',
  'room',
  'organizer',
  'organizerAddress',
  'when',
  'place',
  'attendees',
  'caller',
  'number',
  'length',
  'returnAddress',
  'addressee',
  'postmark',
  'postage',
] as const;

/** Every field of any channel, each once. */
export const fields = [...mailFields, ...channelFields] as const;
export type Field = (typeof fields)[number];

/** What a message of each channel has or lacks as a whole. */
export const slotsOf = {
  mail: slots,
  sms: ['greeting'],
  chat: [],
  invitation: ['greeting', 'signature'],
  voice: ['greeting'],
  letter: slots,
} as const satisfies Record<Channel, readonly Slot[]>;

/** How the account of a chat message belongs to the workspace, as the chat itself marks it. */
export const memberships = ['member', 'guest', 'external', 'app'] as const;

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

/** Whose mailbox it is: that of a firm, with its board and its ticket page, or a person’s own. */
export const mailboxKinds = ['work', 'private'] as const;
export type MailboxKind = (typeof mailboxKinds)[number];

/** verify: through a contact of the directory; verifyWithin: through what the message itself offers. */
export const actionKinds = ['report', 'delete', 'keep', 'follow', 'reply', 'verify', 'verifyWithin'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What result codes and LMS states write for an action, each below 16. A number never changes; a new action takes the next one. */
export const actionNumbers = {
  report: 0,
  delete: 1,
  keep: 2,
  follow: 3,
  reply: 4,
  verify: 5,
  verifyWithin: 6,
} as const satisfies Record<ActionKind, number>;

/** The action with this number, if there is one. */
export const actionOfNumber = (number: number | undefined): ActionKind | undefined =>
  actionKinds.find((kind) => actionNumbers[kind] === number);

/** Bytes in the largest QR symbol, version 40, at error correction level M in byte mode (ISO/IEC 18004, table 7). */
export const mostQrBytes = 2_331;
