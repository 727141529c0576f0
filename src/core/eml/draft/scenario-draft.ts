/** Anonymous mails → the draft of a scenario: all that the mails say, and nothing that only the author can say. */
import { nameAnatomy, typeAgrees } from '../../email/file/attachment.ts';
import { civilTime } from '../../email/compose/calendar.ts';
import type { MailDate } from '../../email/headers/mail-date.ts';
import { organisationOf } from '../../email/url/ownership.ts';
import { type FileType, fileTypes, type Language } from '../../scenario/format/vocabulary.ts';
import type { EvidenceKind, ReceivedBody } from '../body.ts';
import type { ReceivedMailbox } from '../headers/addresses.ts';
import type { MailDelivery } from '../headers/delivery.ts';
import { wordsOf } from '../mail-body.ts';
import type { ReceivedFile } from '../received-mail.ts';
import type { AnonymousMail } from '../replace/anonymous-mail.ts';
import { draftBody, type DraftFields, shownText } from './draft-body.ts';
import { readHost } from '../../url/host.ts';
import type { ReceivedHop } from '../../email/headers/received.ts';
import type { Loss } from './loss.ts';

/** The draft of one message. */
export interface MessageDraft {
  /** In the form of the format; what the mail does not say is absent. */
  readonly message: DraftFields;
  readonly language: Language;
  readonly losses: readonly Loss[];
}

/** The draft of a message in the language of its mail. */
export function messageDraft(mail: AnonymousMail, id: string): MessageDraft {
  const language = languageOf(mail);
  const { blocks, links, losses } = draftBody(mail.body, language);
  const all = new Set<Loss>(losses);
  if (mail.body.evidence.some(({ kind }) => isKeptApart(kind))) all.add('hidden');
  const canvas = canvasOf(mail.body);
  const mailboxes = (boxes: readonly ReceivedMailbox[]): readonly DraftFields[] =>
    boxes.slice(0, 20).flatMap((one) => mailbox(one, language));
  const [named] = mail.from === undefined ? [] : mailbox(mail.from, language);
  const isAsReceived = mail.delivery.hops.length > 0;
  // Some lures have a name alone, which only a delivery as received allows.
  if (!isAsReceived) all.add('delivery');
  const from = named && { ...(isAsReceived && { address: '' }), ...named };
  const [replyTo] = mailboxes(mail.replyTo);
  const to = mailboxes(mail.to);
  const cc = mailboxes(mail.cc);
  const subject = shownText(mail.subject);
  const attachments = mail.files.slice(0, 10).map((file, index) => attachment(file, index, language));
  const message: DraftFields = {
    id,
    channel: 'mail',
    ...(from !== undefined && { from }),
    ...(replyTo !== undefined && { replyTo }),
    ...(to.length > 0 && { to }),
    ...(cc.length > 0 && { cc }),
    ...(subject !== '' && { subject: { [language]: subject } }),
    ...(mail.date !== undefined && { sent: momentOf(mail.date) }),
    delivery: isAsReceived ? deliveryAsReceived(mail) : delivery(mail),
    ...(canvas !== undefined && { canvas }),
    ...(attachments.length > 0 && { attachments }),
    ...(blocks.length > 0 && { body: blocks }),
    ...(links.length > 0 && { links }),
  };
  return { message, language, losses: [...all] };
}

/** What a draft has no block for. */
const isKeptApart = (kind: EvidenceKind): boolean =>
  ['form', 'script', 'embedded-page', 'invisible-characters', 'plain-differs'].includes(kind);

/** What lies behind the content, if the mail says so. */
function canvasOf({ canvas, paper, width, backdrop }: ReceivedBody): DraftFields | undefined {
  if (canvas === undefined && width === undefined && backdrop === undefined) return undefined;
  return {
    ...(canvas !== undefined && { background: canvas }),
    ...(canvas !== undefined && paper !== undefined && paper !== '#ffffff' && { paper }),
    ...(width !== undefined && { width }),
    ...(backdrop !== undefined && { remotePicture: backdrop.slice(0, 2_000) }),
  };
}

/** A scenario around the messages. Its story, rules and solutions are the author's. */
export function scenarioDraft(
  id: string,
  mails: readonly AnonymousMail[],
  messages: readonly DraftFields[],
): DraftFields {
  const latest = mails
    .flatMap(({ date }) => date ?? [])
    .toSorted((one, other) => other.instant - one.instant)[0];
  const [first] = mails;
  const person = first?.recipient;
  const address = first?.to[0]?.address ?? '';
  return {
    format: 1,
    id,
    ...(latest !== undefined && { clock: momentOf(latest) }),
    ...(person !== undefined && {
      recipient: {
        name: { ja: `${person.ja.family} ${person.ja.given}`, en: `${person.en.given} ${person.en.family}` },
        ...(address !== '' && { address }),
        server: 'mx.example5.co.jp',
      },
    }),
    companyRules: [],
    directory: [],
    messages,
  };
}

/** Japanese if the mail has kana, otherwise English: the game has these two. */
function languageOf({ subject, body }: AnonymousMail): Language {
  return /[\u3041-\u3096\u30a1-\u30fa]/.test(`${subject} ${wordsOf(body.blocks).slice(0, 20_000)}`)
    ? 'ja'
    : 'en';
}

function mailbox({ name, address }: ReceivedMailbox, language: Language): readonly DraftFields[] {
  const shown = shownText(name).slice(0, 200);
  if (shown === '' && address === '') return [];
  return [{ ...(shown !== '' && { name: { [language]: shown } }), ...(address !== '' && { address }) }];
}

/** ISO 8601 in the sender's zone. */
function momentOf({ instant, zone }: MailDate): string {
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone.startsWith('-') ? -1 : 1);
  const { year, month, date, hours, minutes: minute, seconds } = civilTime(instant + minutes * 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const offset = zone === '-0000' ? '+00:00' : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${year}-${two(month)}-${two(date)}T${two(hours)}:${two(minute)}:${two(seconds)}${offset}`;
}

// ------------------------------------------------------------------------------------------------ delivery

/** The delivery as the header tells it, in the form of the format. */
function deliveryAsReceived({ delivery: received, date, charset }: AnonymousMail): DraftFields {
  const { returnPath, messageId, spf, spfDomain, signatures, dmarc, policy, arc } = received;
  const { priority, originatingIp, mailer, unsubscribe, inReplyTo, listId } = received;
  const label = charset.toLowerCase();
  return {
    route: 'received',
    hops: received.hops.slice(0, mostHopsKept).map(hopOf),
    ...words({ messageId: messageId?.replaceAll(/[<>]/g, ''), listId: listId?.replaceAll(/[<>]/g, '') }),
    ...(returnPath !== undefined && (returnPath === '' || returnPath.length >= 3) && { returnPath }),
    spf,
    ...(spfDomain !== undefined && isHostName(spfDomain) && { spfDomain }),
    signatures: signatures
      .filter(({ domain, selector }) => isHostName(domain) && isWord(selector))
      .slice(0, 8)
      .map(({ domain, selector, result }) => ({ domain, selector, result })),
    dmarc,
    dmarcPolicy: policy,
    ...(arc !== 'unknown' && { arc: { result: arc, seals: [] } }),
    charset: /^[a-z0-9][a-z0-9_.:-]{0,39}$/.test(label) ? label : 'utf-8',
    ...(date !== undefined && { zone: date.zone === '-0000' ? '+0000' : date.zone }),
    ...(priority !== undefined && { priority }),
    ...(originatingIp !== undefined && isIp(originatingIp) && { originatingIp }),
    ...(mailer !== undefined && { mailer: shownText(mailer).slice(0, 100) }),
    ...(unsubscribe !== undefined && unsubscribe.length <= 500 && { unsubscribe }),
    ...(inReplyTo !== undefined && { inReplyTo: inReplyTo.slice(0, 200) }),
  };
}

/** The newest hops are the ones that can be trusted. */
const mostHopsKept = 12;

const hopOf = ({ from, ip, by, protocol, date }: ReceivedHop): DraftFields => ({
  ...words({ from, by, protocol }),
  ...(ip !== undefined && isIp(ip) && { ip }),
  ...(date !== undefined && { at: momentOf(date) }),
});

/** Printable ASCII without spaces, as the format wants the words of a header. */
const isWord = (text: string): boolean => /^[\u0021-\u007e]{1,300}$/.test(text);
const isIp = (text: string): boolean =>
  readHost(text.includes(':') ? `[${text}]` : text).kind.startsWith('ip');

const words = (all: Readonly<Record<string, string | undefined>>): DraftFields =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) => (text !== undefined && isWord(text) ? [[name, text]] : [])),
  );

/** What the format can say of a delivery and this mail tells. */
function delivery({ delivery: received, date, charset, from }: AnonymousMail): DraftFields {
  const hop = received.hops.find(({ ip, from: host }) => ip !== undefined && host !== undefined);
  const { returnPath, spf, mailer, unsubscribe, inReplyTo } = received;
  const signature = received.signatures.find(({ domain, result }) => canSign(domain) && isPassOrFail(result));
  const isOther = returnPath !== undefined && returnPath !== '' && returnPath !== from?.address;
  return {
    ...route(received),
    ...(hop?.from !== undefined && isHostName(hop.from) && { host: hop.from }),
    ...(hop?.ip !== undefined && { ip: hop.ip }),
    ...(returnPath === '' && { envelope: '' }),
    ...(isOther && { envelope: returnPath }),
    ...(['pass', 'fail', 'softfail', 'neutral', 'none'].includes(spf) && { spf }),
    ...(signature !== undefined && {
      dkim: { domain: signature.domain, selector: selectorOf(signature.selector), result: signature.result },
    }),
    ...(received.policy !== 'unknown' && { dmarcPolicy: received.policy }),
    ...(charset === 'iso-2022-jp' || charset === 'utf-8' ? { charset } : {}),
    ...(date !== undefined && date.zone !== '-0000' && { zone: date.zone }),
    ...(mailer !== undefined && { mailer: shownText(mailer).slice(0, 100) }),
    ...(unsubscribe !== undefined && unsubscribe.length <= 500 && { unsubscribe }),
    ...(inReplyTo !== undefined && { inReplyTo: inReplyTo.slice(0, 200) }),
  };
}

/** Only what the header says outright; the author knows the rest. */
function route({ listId, returnPath }: MailDelivery): { readonly route?: string } {
  if (listId !== undefined) return { route: 'list' };
  return returnPath === '' ? { route: 'bounce' } : {};
}

const isHostName = (host: string): boolean => /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/.test(host);
const isPassOrFail = (result: string): boolean => result === 'pass' || result === 'fail';
const canSign = (domain: string): boolean => organisationOf(domain) !== undefined;
/** The format wants an id, so a selector such as `20230601` gets a letter before it. */
const selectorOf = (selector: string): string =>
  selector
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .replace(/^(?![a-z])/, 's')
    .slice(0, 60);

// ------------------------------------------------------------------------------------------------- files

function attachment(file: ReceivedFile, index: number, language: Language): DraftFields {
  const type = fileTypeOf(file);
  return {
    id: `file-${index + 1}`,
    ...(file.name !== '' && { name: { [language]: file.name.slice(0, 200) } }),
    ...(type !== undefined && { type }),
    bytes: Math.max(1, file.bytes),
  };
}

const byMime: readonly (readonly [RegExp, FileType])[] = [
  [/\/pdf$/, 'pdf'],
  [/word/, 'word'],
  [/excel|spreadsheet/, 'excel'],
  [/^image\/svg/, 'svg'],
  [/^image\//, 'image'],
  [/zip/, 'zip'],
  [/html/, 'html'],
  [/calendar/, 'calendar'],
  [/^message\//, 'message'],
  [/^audio\//, 'audio'],
  [/^text\//, 'text'],
];

/** The type that the name tells, or the declared one; undefined if neither does. */
function fileTypeOf({ name, type }: ReceivedFile): FileType | undefined {
  const { extension } = nameAnatomy(name);
  const byName =
    extension === '' ? undefined : fileTypes.find((one) => typeAgrees(one, extension) === 'agrees');
  return byName ?? byMime.find(([pattern]) => pattern.test(type))?.[1];
}
