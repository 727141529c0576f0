/** A mail as received: what its bytes say, before anything is replaced or judged. */
import type { MailDate } from '../email/headers/mail-date.ts';
import type { ReceivedMailbox } from './headers/addresses.ts';
import type { MailDelivery } from './headers/delivery.ts';
import type { MailProblem } from './mail-problem.ts';

/** A header field. */
export interface ReceivedField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded and decoded. */
  readonly value: string;
}

/** A piece of what a mail program shows as the body. */
export interface BodyPiece {
  readonly kind: 'text' | 'html';
  readonly text: string;
}

/** A file in a mail. */
export interface ReceivedFile {
  /** Its part, such as `1.2`. */
  readonly place: string;
  /** Empty if the mail names none. */
  readonly name: string;
  /** MIME type, as declared. */
  readonly type: string;
  /** Size once decoded. */
  readonly bytes: number;
  /** The Content-ID by which HTML refers to it, without brackets. */
  readonly contentId?: string;
}

/** A mail that was forwarded as an attachment. */
export interface ForwardedMail {
  readonly place: string;
  readonly subject: string;
  /** The mail itself, to be read like a file. */
  readonly source: Uint8Array;
}

/** A mail as received. */
export interface ReceivedMail {
  readonly fields: readonly ReceivedField[];
  readonly from?: ReceivedMailbox;
  readonly sender?: ReceivedMailbox;
  readonly replyTo: readonly ReceivedMailbox[];
  readonly to: readonly ReceivedMailbox[];
  readonly cc: readonly ReceivedMailbox[];
  readonly subject: string;
  readonly date?: MailDate;
  readonly delivery: MailDelivery;
  /** The charset of the text that is shown. */
  readonly charset: string;
  /** In reading order. */
  readonly body: readonly BodyPiece[];
  /** What the mail says besides, for programs that do not show HTML. */
  readonly plain: readonly BodyPiece[];
  readonly files: readonly ReceivedFile[];
  readonly forwarded: readonly ForwardedMail[];
  readonly problems: readonly MailProblem[];
}
