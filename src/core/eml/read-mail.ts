/** The bytes of a mail → the mail as received. Ends for any bytes, in linear time, with a mail or a problem. */
import { mailDateOf } from '../email/headers/mail-date.ts';
import { largestFile, largestText, largestTexts, mostAddresses } from './bounds.ts';
import { detect } from './charset/detector.ts';
import { type Decode, type Decoders, textOf } from './charset/text-of.ts';
import { fieldText } from './charset/words.ts';
import { mailboxesOf, type ReceivedMailbox } from './headers/addresses.ts';
import { deliveryOf } from './headers/delivery.ts';
import { type MailProblem, type MailProblemKind } from './mail-problem.ts';
import { fieldValueOf, type FieldValue } from './mime/field-value.ts';
import { flowed } from './mime/flowed.ts';
import { bytesOfBinary, type Part, structureOf, structureSteps } from './mime/part.ts';
import { transferred } from './mime/transfer.ts';
import type { BodyPiece, ForwardedMail, ReceivedFile, ReceivedMail } from './received-mail.ts';
import { prepared } from './source.ts';
import { allOf, partOf, type Steps, type Watch, watched, within } from './steps.ts';

/** A mail, or why there is none. */
export type MailReading =
  | { readonly ok: true; readonly mail: ReceivedMail }
  | { readonly ok: false; readonly problem: MailProblem };

/** Reads one mail; `watch` may follow and stop it. The detector of charsets is loaded only if a text needs it. */
export async function readMail(file: Uint8Array, decode: Decode, watch: Watch = {}): Promise<MailReading> {
  const first = await watched(readSteps(file, { decode }), partOf(watch, 0, 0.5));
  if (first === undefined) return stopped;
  const { result } = first;
  const isUnsure = result.ok && result.mail.problems.some(({ kind }) => kind === 'charset-unknown');
  if (!isUnsure) return result;
  const second = await watched(readSteps(file, { decode, detect }), partOf(watch, 0.5, 1));
  return second?.result ?? stopped;
}

const refused = (kind: MailProblemKind): MailReading => ({ ok: false, problem: { kind, place: 'file' } });
const stopped = refused('stopped');

/** Reads one mail with the decoders at hand. */
export const readWith = (file: Uint8Array, decoders: Decoders): MailReading =>
  allOf(readSteps(file, decoders));

function* readSteps(file: Uint8Array, decoders: Decoders): Steps<MailReading> {
  if (file.length > largestFile) return refused('file-too-large');
  const bytes = prepared(file, decoders.decode);
  yield 0.1;
  const { root, problems } = yield* within(0.1, 0.6, structureSteps(bytes));
  if (!root.fields.some(({ name }) => telling.has(name))) return refused('not-a-mail');
  yield 0.6;
  const header = headerOf(root, decoders);
  yield 0.7;
  const body = bodyOf(root, decoders);
  const mail = { ...header.mail, ...body.mail };
  return { ok: true, mail: { ...mail, problems: [...problems, ...header.problems, ...body.problems] } };
}

/** Fields without one of which a text is no mail. */
const telling = new Set([
  'from',
  'to',
  'subject',
  'date',
  'received',
  'message-id',
  'return-path',
  'content-type',
  'mime-version',
]);

// ------------------------------------------------------------------------------------------------ header

type Header = Omit<ReceivedMail, 'problems' | 'charset' | 'body' | 'plain' | 'files' | 'forwarded'>;

interface Read<Mail> {
  readonly mail: Mail;
  readonly problems: readonly MailProblem[];
}

function headerOf(root: Part, decoders: Decoders): Read<Header> {
  const problems: MailProblem[] = [];
  const report = (kind: MailProblemKind, place: string): void => {
    if (!problems.some((known) => known.kind === kind && known.place === place))
      problems.push({ kind, place });
  };
  const decoded = root.fields.map(({ name, bytes }) => {
    const { text, certainty } = fieldText(bytes, decoders);
    if (certainty === 'guessed') report('charset-guessed', name);
    if (certainty === 'unknown') report('charset-unknown', name);
    return { name, value: tidied(text) };
  });
  const named = (name: string): readonly string[] =>
    decoded.filter((field) => field.name === name).map(({ value }) => value);
  const mailboxes = (name: string): readonly ReceivedMailbox[] => {
    const all = root.fields
      .filter((field) => field.name === name)
      .slice(0, mostAddresses)
      .flatMap(({ bytes }) => mailboxesOf(bytes, decoders));
    if (all.length > mostAddresses) report('too-many-addresses', name);
    return all.slice(0, mostAddresses);
  };
  const [from] = mailboxes('from');
  const [sender] = mailboxes('sender');
  const date = mailDateOf(named('date')[0] ?? '');
  if (from === undefined) report('no-from', 'from');
  if (date === undefined) report('no-date', 'date');
  return {
    mail: {
      fields: decoded,
      ...(from !== undefined && { from }),
      ...(sender !== undefined && { sender }),
      replyTo: mailboxes('reply-to'),
      to: mailboxes('to'),
      cc: mailboxes('cc'),
      subject: named('subject')[0] ?? '',
      ...(date !== undefined && { date }),
      delivery: deliveryOf(named),
    },
    problems,
  };
}

/** Line breaks and tabs of a field are spaces. */
const tidied = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ').trim();

// -------------------------------------------------------------------------------------------------- body

type Body = Pick<ReceivedMail, 'charset' | 'body' | 'plain' | 'files' | 'forwarded'>;

function bodyOf(root: Part, decoders: Decoders): Read<Body> {
  const reader = new BodyReader(decoders);
  reader.read(root, false);
  const { body, plain, files, forwarded, problems, charset } = reader;
  if (body.length === 0) problems.push({ kind: 'no-body', place: 'file' });
  if (forwarded.length > 0)
    problems.push({ kind: 'forwarded-inside', place: `part ${forwarded[0]?.place ?? ''}` });
  return { mail: { charset: charset ?? 'us-ascii', body, plain, files, forwarded }, problems };
}

/** Sorts the parts of a mail into body, files and forwarded mails. */
class BodyReader {
  readonly body: BodyPiece[] = [];
  readonly plain: BodyPiece[] = [];
  readonly files: ReceivedFile[] = [];
  readonly forwarded: ForwardedMail[] = [];
  readonly problems: MailProblem[] = [];
  charset: string | undefined;
  private textBytes = 0;
  private readonly decoders: Decoders;

  constructor(decoders: Decoders) {
    this.decoders = decoders;
  }

  /** `isBeside`: whether a better alternative of this part is shown. */
  read(part: Part, isBeside: boolean): void {
    const { type, parts } = part;
    if (type.value === 'multipart/alternative') {
      const shown = parts.findLast(isShown) ?? parts.at(-1);
      for (const inner of parts) this.read(inner, isBeside || inner !== shown);
    } else if (type.value.startsWith('multipart/')) {
      for (const inner of parts) this.read(inner, isBeside);
    } else if (type.value === 'message/rfc822' || type.value === 'message/global') this.forward(part);
    else if (isText(part)) this.show(part, isBeside);
    else if (part.body.length > 0 || fileName(part, this.decoders) !== '') this.keep(part);
  }

  private show(part: Part, isBeside: boolean): void {
    const text = this.textIn(part);
    if (text.trim() === '') return;
    const kind = part.type.value === 'text/html' ? 'html' : 'text';
    (isBeside ? this.plain : this.body).push({ kind, text });
  }

  private textIn(part: Part): string {
    const rest = Math.max(0, Math.min(largestText, largestTexts - this.textBytes));
    const cut = part.body.subarray(0, rest);
    this.textBytes += cut.length;
    if (cut.length < part.body.length) this.problems.push({ kind: 'text-cut', place: placeOf(part) });
    const declared = part.type.parameters.get('charset')?.text;
    const { text, charset, certainty } = textOf(transferred(cut, encodingOf(part)), declared, this.decoders);
    this.charset ??= charset;
    if (certainty === 'guessed') this.problems.push({ kind: 'charset-guessed', place: placeOf(part) });
    if (certainty === 'unknown') this.problems.push({ kind: 'charset-unknown', place: placeOf(part) });
    const plain = text.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '');
    return isFlowed(part.type)
      ? flowed(plain, part.type.parameters.get('delsp')?.text.toLowerCase() === 'yes')
      : plain;
  }

  private forward(part: Part): void {
    const source = transferred(part.body, encodingOf(part));
    const inner = structureOf(source.subarray(0, largestText)).root;
    const subject = inner.fields.find(({ name }) => name === 'subject')?.bytes ?? '';
    this.forwarded.push({
      place: part.place,
      subject: tidied(fieldText(subject, this.decoders).text),
      source,
    });
  }

  private keep(part: Part): void {
    const contentId = fieldIn(part, 'content-id').replaceAll(/[<>]/g, '').trim();
    this.files.push({
      place: part.place,
      name: fileName(part, this.decoders),
      type: part.type.value,
      bytes: transferred(part.body, encodingOf(part)).length,
      ...(contentId !== '' && { contentId }),
    });
  }
}

const placeOf = ({ place }: Part): string => (place === '' ? 'file' : `part ${place}`);
const fieldIn = ({ fields }: Part, wanted: string): string =>
  fields.find(({ name }) => name === wanted)?.bytes ?? '';
const encodingOf = (part: Part): string =>
  /[\w-]+/
    .exec(fieldIn(part, 'content-transfer-encoding').replaceAll(/\([^()]*\)/g, ''))?.[0]
    .toLowerCase() ?? '';
const isFlowed = ({ value, parameters }: FieldValue): boolean =>
  value === 'text/plain' && parameters.get('format')?.text.toLowerCase() === 'flowed';

/** Whether a mail program shows a part as text rather than as a file. */
function isText(part: Part): boolean {
  const { value } = fieldValueOf(fieldIn(part, 'content-disposition'));
  const isBodyType = part.type.value === 'text/plain' || part.type.value === 'text/html';
  return isBodyType && value !== 'attachment';
}

const shownTypes = /^(?:text\/(?:plain|html)|multipart\/(?:related|mixed|alternative))$/;
const isShown = ({ type }: Part): boolean => shownTypes.test(type.value);

/** The file name that a part declares; empty if none. */
function fileName(part: Part, decoders: Decoders): string {
  const disposition = fieldValueOf(fieldIn(part, 'content-disposition')).parameters.get('filename');
  const parameter = disposition ?? part.type.parameters.get('name');
  if (parameter === undefined) return '';
  const { text, charset } = parameter;
  if (charset !== undefined) return textOf(bytesOfBinary(text), charset, decoders).text;
  return tidied(fieldText(text, decoders).text);
}
