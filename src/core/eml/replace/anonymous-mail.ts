/** A mail with reserved names in place of the real ones: what may be stored and drawn. */
import { domainOf } from '../../email/compose/authentication.ts';
import { hostsMentioned, hostsOfAddress, type Mention } from '../../names/hosts-mentioned.ts';
import type { MailDate } from '../../email/headers/mail-date.ts';
import type { ReceivedHop } from '../../email/headers/received.ts';
import type {
  BodyEvidence,
  Picture,
  ReceivedPiece,
  PieceLine,
  ReceivedBlock,
  ReceivedBody,
} from '../body.ts';
import type { ReceivedMailbox } from '../headers/addresses.ts';
import type { MailDelivery } from '../headers/delivery.ts';
import { pictureMark } from '../html/blocks.ts';
import { mailBodySteps, targetsOf, wordsOf } from '../mail-body.ts';
import type { MailProblem } from '../mail-problem.ts';
import type { ReceivedFile, ReceivedMail } from '../received-mail.ts';
import { allOf, type Steps, within } from '../steps.ts';
import type { InventedPerson } from '../../names/invented-people.ts';
import type { ChosenReplacement } from './chosen.ts';
import { peopleIn, peopleMapOf } from './people.ts';
import { brandsIn, type Replacement, Replacer } from './replacer.ts';

/** A mail without real names. */
export interface AnonymousMail {
  readonly from?: ReceivedMailbox;
  readonly sender?: ReceivedMailbox;
  readonly replyTo: readonly ReceivedMailbox[];
  readonly to: readonly ReceivedMailbox[];
  readonly cc: readonly ReceivedMailbox[];
  readonly subject: string;
  readonly date?: MailDate;
  readonly delivery: MailDelivery;
  readonly charset: string;
  readonly body: ReceivedBody;
  readonly files: readonly ReceivedFile[];
  readonly problems: readonly MailProblem[];
  /** Who the recipient is now. */
  readonly recipient: InventedPerson;
}

/** A mail without real names, and what they were. */
export interface Anonymous {
  readonly mail: AnonymousMail;
  /** Holds the real names: to be shown, not stored. */
  readonly table: readonly Replacement[];
}

/** In UTF-16 units: the words of a body in which names are looked for. */
const longestSearched = 60_000;

/** Replaces every real name of a mail. */
export const anonymousMail = (mail: ReceivedMail): Anonymous => allOf(anonymousSteps(mail));

/** Replaces every real name of a mail, in steps; `chosen` is what the trainer wants instead of ours. */
export function* anonymousSteps(
  mail: ReceivedMail,
  chosen: readonly ChosenReplacement[] = [],
): Steps<Anonymous> {
  const body = yield* within(0, 0.4, mailBodySteps(mail));
  yield 0.4;
  const words = wordsOf(body.blocks).slice(0, longestSearched);
  const people = peopleMapOf(peopleIn(mail, `${mail.subject}\n${linesOf(body.blocks)}`));
  const replacer = new Replacer({
    people,
    own: ownAddresses(mail),
    brands: brandsIn(mail.from?.name ?? '').filter((brand) => !people.words.has(brand)),
    hosts: hostsOf(mail, words, body),
    chosen,
  });
  yield 0.5;
  const mailbox = ({ name, address }: ReceivedMailbox): ReceivedMailbox => ({
    name: replacer.text(name),
    address: address === '' ? '' : replacer.address(address),
  });
  const { from, sender, replyTo, to, cc, subject, date, delivery, charset, files, problems } = mail;
  const named = files.slice(0, 50).map((file) => ({ ...file, name: replacer.text(file.name) }));
  const anonymous: AnonymousMail = {
    ...(from !== undefined && { from: mailbox(from) }),
    ...(sender !== undefined && { sender: mailbox(sender) }),
    replyTo: replyTo.map(mailbox),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    subject: replacer.text(subject),
    ...(date !== undefined && { date }),
    delivery: deliveryWithout(delivery, replacer),
    charset,
    body: yield* within(0.5, 1, bodyWithout(body, replacer)),
    files: named,
    problems: body.isCut ? [...problems, { kind: 'html-cut', place: 'file' }] : problems,
    recipient: people.recipient,
  };
  return { mail: anonymous, table: replacer.table };
}

/** Addresses of the recipient: what the header delivers to. */
function ownAddresses({ to, delivery, fields }: ReceivedMail): ReadonlySet<string> {
  const delivered = fields
    .filter(({ name }) => name === 'delivered-to' || name === 'x-original-to' || name === 'envelope-to')
    .map(({ value }) => value.replaceAll(/[<>\s]/g, ''));
  const received = delivery.hops.flatMap(({ recipient }) => recipient ?? []);
  const own = [...delivered, ...received, ...to.slice(0, 1).map(({ address }) => address)];
  return new Set(own.filter((address) => domainOf(address) !== '').map((address) => address.toLowerCase()));
}

/** The hosts of a mail, those of its addresses first. */
function hostsOf(mail: ReceivedMail, words: string, body: ReceivedBody): readonly string[] {
  const { from, sender, replyTo, to, cc, delivery } = mail;
  const addresses = [from, sender, ...replyTo, ...to, ...cc].flatMap((one) =>
    one === undefined ? [] : [domainOf(one.address)],
  );
  const named = [from?.name ?? '', mail.subject, words].flatMap(hostsMentioned);
  const targets = targetsOf(body.blocks).slice(0, 500).flatMap(hostsOfAddress);
  const signed = delivery.signatures.map(({ domain }) => domain);
  const travelled = delivery.hops.flatMap(({ from: host, by }) => [host ?? '', by ?? '']);
  const envelope = domainOf(delivery.returnPath ?? '');
  return [...addresses, ...asciiOf(named), ...asciiOf(targets), envelope, ...signed, ...travelled].filter(
    (host) => host.includes('.'),
  );
}

const asciiOf = (mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ host }) => (host.kind === 'domain' ? [host.ascii] : []));

/** Texts with their line breaks, as greetings stand at the start of a line. */
const linesOf = (blocks: readonly ReceivedBlock[]): string =>
  blocks.map((block) => wordsOf([block])).join('\n');

// ------------------------------------------------------------------------------------------------ delivery

function deliveryWithout(delivery: MailDelivery, replacer: Replacer): MailDelivery {
  const { spfDomain, returnPath, messageId, inReplyTo, unsubscribe, listId, originatingIp, mailer } =
    delivery;
  return {
    ...delivery,
    hops: delivery.hops.map((hop) => hopWithout(hop, replacer)),
    signatures: delivery.signatures.map(({ domain, selector, result }) => ({
      domain: replacer.host(domain),
      selector: replacer.text(selector),
      result,
    })),
    ...(spfDomain !== undefined && { spfDomain: replacer.host(spfDomain) }),
    ...(returnPath !== undefined && { returnPath: returnPath === '' ? '' : replacer.address(returnPath) }),
    ...(messageId !== undefined && { messageId: identifierWithout(messageId, replacer) }),
    ...(inReplyTo !== undefined && { inReplyTo: identifierWithout(inReplyTo, replacer) }),
    ...(unsubscribe !== undefined && { unsubscribe: replacer.url(unsubscribe) }),
    ...(listId !== undefined && { listId: replacer.text(listId) }),
    ...(originatingIp !== undefined && { originatingIp: replacer.ip(originatingIp) }),
    ...(mailer !== undefined && { mailer: replacer.text(mailer) }),
  };
}

function hopWithout(
  { from, ip, by, recipient, protocol, date }: ReceivedHop,
  replacer: Replacer,
): ReceivedHop {
  return {
    ...(from !== undefined && { from: replacer.host(from) }),
    ...(ip !== undefined && { ip: replacer.ip(ip) }),
    ...(by !== undefined && { by: replacer.host(by) }),
    ...(recipient !== undefined && { recipient: replacer.address(recipient) }),
    ...(protocol !== undefined && { protocol: protocol.slice(0, 20) }),
    ...(date !== undefined && { date }),
  };
}

/** `<id@host>`: the id is one of a kind, the host is a clue. */
function identifierWithout(written: string, replacer: Replacer): string {
  const id = written.replaceAll(/[<>\s]/g, '').slice(0, 300);
  const at = id.lastIndexOf('@');
  return at < 0
    ? `<${replacer.id(id)}>`
    : `<${replacer.id(id.slice(0, at))}@${replacer.host(id.slice(at + 1))}>`;
}

// ---------------------------------------------------------------------------------------------------- body

function* bodyWithout(body: ReceivedBody, replacer: Replacer): Steps<ReceivedBody> {
  return {
    ...body,
    ...(body.backdrop !== undefined && { backdrop: replacer.url(body.backdrop) }),
    blocks: yield* blocksWithout(body.blocks, replacer),
    evidence: body.evidence.map((one) => evidenceWithout(one, replacer)),
    hidden: body.hidden.map((one) => ({ ...one, text: replacer.text(one.text) })),
  };
}

function* blocksWithout(
  blocks: readonly ReceivedBlock[],
  replacer: Replacer,
): Steps<readonly ReceivedBlock[]> {
  const all: ReceivedBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const share = 1 / blocks.length;
    yield at * share;
    all.push(yield* within(at * share, (at + 1) * share, blockWithout(block, replacer)));
  }
  return all;
}

const addressed = new Set<BodyEvidence['kind']>([
  'tracking-pixel',
  'remote-picture',
  'image-map',
  'embedded-page',
  'background-picture',
]);

const evidenceWithout = ({ kind, text }: BodyEvidence, replacer: Replacer): BodyEvidence => ({
  kind,
  text: addressed.has(kind) ? replacer.url(text) : replacer.text(text),
});

/** Styles may cut a name in two. Where they do, its line loses them, but never a link. */
function lineWithout(line: PieceLine, replacer: Replacer): PieceLine {
  const pieces = replaced(line, replacer);
  return isClean(pieces, replacer) ? pieces : withoutStyles(line, replacer);
}

const replaced = (line: PieceLine, replacer: Replacer): PieceLine =>
  line.map((piece) => ({
    ...piece,
    text: replacer.text(piece.text),
    ...(piece.link !== undefined && { link: replacer.url(piece.link) }),
  }));

const joined = (line: PieceLine): string => line.map(({ text }) => text).join('');
const isClean = (line: PieceLine, replacer: Replacer): boolean =>
  line.length < 2 || replacer.text(joined(line)) === joined(line);

function withoutStyles(line: PieceLine, replacer: Replacer): PieceLine {
  const merged: ReceivedPiece[] = [];
  for (const { text, link } of line) {
    const last = merged.at(-1);
    if (last !== undefined && last.link === link)
      merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ text, ...(link !== undefined && { link }) });
  }
  const pieces = replaced(merged, replacer);
  if (isClean(pieces, replacer)) return pieces;
  const targets = pieces.flatMap(({ link }) => (link === undefined ? [] : [{ text: pictureMark, link }]));
  return [{ text: replacer.text(joined(line)) }, ...targets];
}

function* blockWithout(block: ReceivedBlock, replacer: Replacer): Steps<ReceivedBlock> {
  const line = (one: PieceLine): PieceLine => lineWithout(one, replacer);
  switch (block.kind) {
    case 'text':
      return { ...block, line: line(block.line) };
    case 'list':
      return { ...block, items: block.items.map(line) };
    case 'button':
      return { ...block, label: replacer.text(block.label), link: replacer.url(block.link) };
    case 'image':
      return pictureWithout(block, replacer);
    case 'pictures':
      return { ...block, pictures: block.pictures.map((picture) => pictureWithout(picture, replacer)) };
    case 'rule':
      return block;
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, line: line(cell.line) }))),
      };
    case 'panel':
      return {
        ...block,
        ...(block.picture !== undefined && { picture: replacer.url(block.picture) }),
        blocks: yield* blocksWithout(block.blocks, replacer),
      };
    case 'quote':
      return { ...block, blocks: yield* blocksWithout(block.blocks, replacer) };
    case 'columns': {
      const columns: (readonly ReceivedBlock[])[] = [];
      for (const column of block.columns) columns.push(yield* blocksWithout(column, replacer));
      return { ...block, columns };
    }
  }
}

function pictureWithout(picture: Picture, replacer: Replacer): Picture {
  const { source, alt, link, areas } = picture;
  return {
    ...picture,
    source: /^(?:cid|data):/.test(source) || source === '' ? source : replacer.url(source),
    alt: replacer.text(alt),
    ...(link !== undefined && { link: replacer.url(link) }),
    ...(areas !== undefined && {
      areas: areas.map((area) => ({
        ...area,
        link: replacer.url(area.link),
        label: replacer.text(area.label),
      })),
    }),
  };
}
