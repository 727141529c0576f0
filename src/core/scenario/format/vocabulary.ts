/** The closed lists of the format. Separate from the schema, so that play needs no validator. */

/** The languages of texts and of the interface. */
export const languages = ['ja', 'en'] as const;
/** A language of the game. */
export type Language = (typeof languages)[number];

/** The Phish Scale's detection difficulties, easiest first. */
export const difficulties = ['least', 'moderate-least', 'moderate', 'very'] as const;

/** Parts of a message named by their role. They can be flagged even if the message lacks them. */
export const slots = ['logo', 'greeting', 'signature'] as const;
/** A part of a message named by its role. */
export type Slot = (typeof slots)[number];

/** Flaggable header fields, the same for every mail. received3 is the oldest hop, received1 our own server. */
export const mailFields = [
  'subject',
  'fromName',
  'fromAddress',
  'to',
  'cc',
  'date',
  'replyTo',
  'sentBy',
  'returnPath',
  'messageId',
  'spf',
  'dkim',
  'dmarc',
  'arc',
  'received1',
  'received2',
  'received3',
  'originatingIp',
  'mailer',
  'priority',
  'unsubscribe',
  'mime',
] as const;
/** A flaggable header field of a mail. */
export type MailField = (typeof mailFields)[number];
/** Fields that mails have had since later: an LMS may hold a state whose mails lack them. */
export const laterMailFields = [
  'sentBy',
  'originatingIp',
  'priority',
] as const satisfies readonly MailField[];

/** The ways in which a message can arrive. */
export const channels = ['mail', 'sms', 'chat', 'invitation', 'voice', 'letter'] as const;
/** The way in which a message arrives. */
export type Channel = (typeof channels)[number];

/** The flaggable fields of each channel. They depend on the channel alone, not on whether a message fills them. */
export const fieldsOf = {
  mail: mailFields,
  sms: ['sender', 'date'],
  chat: ['author', 'account', 'membership', 'workspace', 'room', 'date'],
  invitation: ['subject', 'organizer', 'organizerAddress', 'when', 'place', 'attendees', 'date'],
  voice: ['caller', 'number', 'length', 'date'],
  letter: ['returnAddress', 'addressee', 'postmark', 'postage', 'date'],
} as const satisfies Record<Channel, readonly string[]>;

/** Fields of the channels other than mail. */
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

/** Every field of any channel, without repeats. */
export const fields = [...mailFields, ...channelFields] as const;
/** A flaggable field of any channel. */
export type Field = (typeof fields)[number];

/** The slots of each channel. */
export const slotsOf = {
  mail: slots,
  sms: ['greeting'],
  chat: [],
  invitation: ['greeting', 'signature'],
  voice: ['greeting'],
  letter: slots,
} as const satisfies Record<Channel, readonly Slot[]>;

/** How the account of a chat message belongs to the workspace, as the chat marks it. */
export const memberships = ['member', 'guest', 'external', 'app'] as const;

/**
 * What can be inspected on every mock page. The last three are on its certificate sheet, even if it has no
 * certificate.
 */
export const pageParts = ['address', 'certificate', 'title', 'issuer', 'names', 'age'] as const;
/** An inspectable part of a mock page. */
export type PagePart = (typeof pageParts)[number];

/** What a field of a mock form asks for. Nothing typed is kept, whatever the type. */
export const formFieldTypes = ['text', 'password', 'code', 'card', 'expiry'] as const;

/** How a text of a mail is kept from the eye. */
export const hidings = ['display', 'tiny', 'colour', 'off-screen'] as const;
/** How a text of a mail is kept from the eye. */
export type Hiding = (typeof hidings)[number];

/** What the inspector says about every attachment, whether or not the file has it. */
export const fileParts = ['type', 'macro', 'lock', 'contents', 'bar'] as const;
/** A part of an attachment that the inspector describes. */
export type FilePart = (typeof fileParts)[number];

/** What an attachment really is. */
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
/** What an attachment really is. */
export type FileType = (typeof fileTypes)[number];

/** What a flag says of the message: **doubt** speaks against it, **trust** for it. */
export const inks = ['doubt', 'trust'] as const;
/** The ink of a flag. */
export type Ink = (typeof inks)[number];

/** The owner of a mailbox: a company, with its rules and contacts, or a private person. */
export const mailboxKinds = ['work', 'private'] as const;
/** The owner of a mailbox. */
export type MailboxKind = (typeof mailboxKinds)[number];

/**
 * What a player can do about a message. follow: through the message, as it asks; own-way: the same business by a
 * bookmark, an app or a known number. verify: through a contact of the directory; verifyWithin: through contact
 * details in the message itself.
 */
export const actionKinds = [
  'report',
  'delete',
  'keep',
  'follow',
  'reply',
  'verify',
  'verifyWithin',
  'own-way',
] as const;
/** What a player can do about a message. */
export type ActionKind = (typeof actionKinds)[number];

/**
 * The numbers of actions in result codes and LMS states, each below 16. An assigned number never changes; a new
 * action takes the next one.
 */
export const actionNumbers = {
  report: 0,
  delete: 1,
  keep: 2,
  follow: 3,
  reply: 4,
  verify: 5,
  verifyWithin: 6,
  'own-way': 7,
} as const satisfies Record<ActionKind, number>;

/** The action with this number, or undefined. */
export const actionOfNumber = (number: number | undefined): ActionKind | undefined =>
  actionKinds.find((kind) => actionNumbers[kind] === number);

/** Bytes in the largest QR symbol (version 40) at error correction level M in byte mode (ISO/IEC 18004, table 7). */
export const mostQrBytes = 2_331;
