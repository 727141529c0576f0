/** The addresses in a text as people copy, type and quote them: out of mails, from a Japanese keyboard, made harmless for a report. */
import { type Host, hostOf, percentDecoded } from './host.ts';
import { cutUrl, schemeName, webSchemes } from './url-parts.ts';

/** UTF-16 units read of a pasted text; the rest is not looked at. */
export const longestPasted = 4_096;

export interface MeantAddress {
  /** Invalid where no browser or mail program could read it. */
  readonly host: Host;
  /** An address of mail in lower case, its host in ASCII. */
  readonly mailbox?: string;
}

/** All addresses in a text, each as a browser or mail program would read it; empty where the text holds none. */
export function addressesMeant(text: string): readonly MeantAddress[] {
  const read = text.slice(0, longestPasted);
  // A browser leaves out line breaks and tabs within an address.
  const whole = hostOfWebAddress(refanged(read));
  return whole === undefined ? addressesIn(read) : [{ host: whole }];
}

/** The same of a longer text; its time grows with its length. */
export function addressesIn(text: string): readonly MeantAddress[] {
  return refanged(text)
    .split(betweenAddresses)
    .map((word) => word.replace(opening, '').replace(closing, ''))
    .flatMap((word) => addressesOfWord(word) ?? addressesOfWord(narrowed(word)) ?? []);
}

/** Reports write addresses so that nobody opens them by mistake: `hxxps://evil[.]example`, `user(at)evil(dot)example`. */
export function refanged(text: string): string {
  return text
    .replace(/\bh(?:xx|\*\*|tt?_)p(s?)(?=\s*[:：[])/gi, 'http$1')
    .replace(/\s?[[({]\s*(?:\.|dot|ドット)\s*[\])}]\s?/gi, '.')
    .replace(/[[({]\s*:\s*(?:\/\/)?\s*[\])}](?:\/\/)?/g, '://')
    .replace(/\s?[[({]\s*(?:@|at|アット|アットマーク)\s*[\])}]\s?/gi, '@');
}

/** White space, brackets and stops that no address holds; a colon only where it ends a label such as `URL：`. */
const betweenAddresses = /[\s<>＜＞〈〉《》「」『』【】〔〕（）“”„"、，；;|｜]+|[：](?![/／]{2})/u;
const opening = /^[('‘[{]+(?![0-9a-f:.]+\])/i;
const closing = /[)'’}.,:!?。．！？…]+$|(?<!\[[0-9a-f:.]*)\]+$/i;

/** The addresses a word holds: several only for `mailto:`; undefined where it is none that can be read as it stands. */
function addressesOfWord(word: string): readonly MeantAddress[] | undefined {
  const mail = /^mailto:([^]*)$/i.exec(word)?.[1];
  if (mail !== undefined) return recipients(mail).map(mailAddress);
  const url = withoutLabel(word);
  if (!namesHost(url)) return undefined;
  const raw = cutUrl(url);
  const isMail =
    raw.scheme === '' && raw.slashes === '' && raw.userinfo !== '' && raw.path + raw.query === '';
  const address = isMail ? mailAddress(url) : { host: hostOf(raw) };
  const { kind } = address.host;
  return kind === 'none' || (kind === 'invalid' && narrowed(word) !== word) ? undefined : [address];
}

function mailAddress(written: string): MeantAddress {
  const at = written.lastIndexOf('@');
  const host = at < 0 ? ({ kind: 'invalid' } as const) : hostOf(cutUrl(written.slice(at + 1)));
  if (host.kind !== 'domain') return { host };
  return { host, mailbox: `${written.slice(0, at).toLowerCase()}@${host.ascii}` };
}

/** RFC 6068: the recipients before `?`, and those of `to`, `cc` and `bcc` behind it. */
function recipients(mail: string): readonly string[] {
  const mark = mail.indexOf('?');
  const fields = mark < 0 ? [] : mail.slice(mark + 1).split('&');
  const copied = fields.flatMap((field) => /^(?:to|cc|bcc)=(.*)$/i.exec(field)?.[1] ?? []);
  return [mark < 0 ? mail : mail.slice(0, mark), ...copied]
    .flatMap((list) => list.split(','))
    .map((address) => percentDecoded(address).trim())
    .filter((address) => address !== '');
}

/** `From:info@example.com` and `URL:https://…` without what a form or a mail program put before. */
function withoutLabel(word: string): string {
  const label = /^[a-z][a-z-]*:(?!\/)/i.exec(word)?.[0] ?? '';
  return label === '' || webSchemes.has(schemeName(label)) ? word : withoutLabel(word.slice(label.length));
}

/** Whether a word is an address and not a plain word or number. */
const namesHost = (word: string): boolean => /[@＠]|:[/\\]|^[/\\]{2}|[^\s.][.。．｡][^\s.]/u.test(word);

/** Full-width letters and signs as a Japanese keyboard types them, in ASCII. */
const narrowed = (word: string): string =>
  word.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** The host of a text that as a whole is the address of a page; undefined where it is not, or cannot be read. */
function hostOfWebAddress(text: string): Host | undefined {
  const raw = cutUrl(text);
  if (raw.scheme === '' || !webSchemes.has(schemeName(raw.scheme)) || /[^\S\t\n\r]/u.test(text.trim()))
    return undefined;
  const host = hostOf(raw);
  return host.kind === 'domain' || host.kind === 'ipv4' || host.kind === 'ipv6' ? host : undefined;
}
