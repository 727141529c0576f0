/**
 * Finds the addresses in a text that a person copied, typed or quoted: from mails, from a Japanese keyboard, or
 * defanged for a report.
 */
import { type Host, hostOf, percentDecoded } from './host.ts';
import { cutUrl, schemeName, webSchemes } from './url-parts.ts';

/** In UTF-16 units. The rest of a pasted text is not read. */
export const longestPasted = 4_096;

/** An address found in a text. */
export interface MeantAddress {
  /** `invalid` if no browser or mail program could read it. */
  readonly host: Host;
  /** For a mail address: in lower case, with its host in ASCII. */
  readonly mailbox?: string;
}

/** All addresses in a text, each as a browser or mail program would read it. Empty if there are none. */
export function addressesMeant(text: string): readonly MeantAddress[] {
  const read = text.slice(0, longestPasted);
  if (withoutHost.test(read)) return [];
  // Browsers ignore line breaks and tabs inside an address.
  const whole = hostOfWebAddress(refanged(read));
  return whole === undefined ? addressesIn(read) : [{ host: whole }];
}

/** A script or a document in the address itself: it leads to none of the hosts it names. */
const withoutHost = /^[\s\p{C}]*(?:javascript|vbscript|data)\s*:/iu;

/** Like `addressesMeant`, for a text of any length. Takes linear time. */
export function addressesIn(text: string): readonly MeantAddress[] {
  return refanged(text)
    .split(betweenAddresses)
    .map((word) => withoutClosing(word.replace(opening, '')))
    .flatMap((word) => addressesOfWord(word) ?? addressesOfWord(narrowed(word)) ?? []);
}

/**
 * Undoes defanging, which reports use so that nobody opens an address by mistake: `hxxps://evil[.]example`,
 * `user(at)evil(dot)example`.
 */
export function refanged(text: string): string {
  return text
    .replace(/\bh(?:xx|\*\*|tt?_)p(s?)(?=\s*[:：[])/gi, 'http$1')
    .replace(/\s?[[({]\s*(?:\.|dot|ドット)\s*[\])}]\s?/gi, '.')
    .replace(/[[({]\s*:\s*(?:\/\/\s*)?[\])}](?:\/\/)?/g, '://')
    .replace(/\s?[[({]\s*(?:@|at|アット|アットマーク)\s*[\])}]\s?/gi, '@');
}

/**
 * White space, brackets and stops that no address contains. A colon counts only at the end of a label such as
 * `URL：`.
 */
const betweenAddresses = /[\s<>＜＞〈〉《》「」『』【】〔〕（）“”„"、，；;|｜]+|[：](?![/／]{2})/u;
const opening = /^[('‘[{]+(?![0-9a-f:.]+\])/i;
// The look-behind lets a match begin only where a row begins. Otherwise a long row in a word takes quadratic time.
const closing = /(?<![)'’}.,:!?。．！？…])[)'’}.,:!?。．！？…]+$/;
const closingBrackets = /(?<!\])\]+$/;

/** Removes the brackets and stops after an address, but not the bracket that ends an IPv6 address. */
function withoutClosing(word: string): string {
  const shorter = word.replace(closing, '');
  if (shorter !== word) return shorter;
  return word.replace(closingBrackets, (_, at: number) =>
    /\[[0-9a-f:.]*$/i.test(word.slice(0, at)) ? ']' : '',
  );
}

/** The addresses in a word; more than one only for `mailto:`. Undefined if none can be read as it is. */
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

/** RFC 6068: the recipients before `?`, and those in `to`, `cc` and `bcc` after it. */
function recipients(mail: string): readonly string[] {
  const mark = mail.indexOf('?');
  const fields = mark < 0 ? [] : mail.slice(mark + 1).split('&');
  const copied = fields.flatMap((field) => /^(?:to|cc|bcc)=(.*)$/i.exec(field)?.[1] ?? []);
  return [mark < 0 ? mail : mail.slice(0, mark), ...copied]
    .flatMap((list) => list.split(','))
    .map((address) => percentDecoded(address).trim())
    .filter((address) => address !== '');
}

/** Removes the label that a form or mail program puts first, as in `From:info@example.com` and `URL:https://…`. */
function withoutLabel(word: string): string {
  let rest = word;
  for (;;) {
    const label = /^[a-z][a-z-]*:(?!\/)/i.exec(rest)?.[0] ?? '';
    if (label === '' || webSchemes.has(schemeName(label))) return rest;
    rest = rest.slice(label.length);
  }
}

/** Whether a word is an address rather than a plain word or number. */
const namesHost = (word: string): boolean => /[@＠]|:[/\\]|^[/\\]{2}|[^\s.][.。．｡][^\s.]/u.test(word);

/** Converts full-width letters and signs, as typed on a Japanese keyboard, to ASCII. */
const narrowed = (word: string): string =>
  word.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** The host of a text that is a web address as a whole; undefined if it is not, or is unreadable. */
function hostOfWebAddress(text: string): Host | undefined {
  const raw = cutUrl(text);
  if (raw.scheme === '' || !webSchemes.has(schemeName(raw.scheme)) || /[^\S\t\n\r]/u.test(text.trim()))
    return undefined;
  const host = hostOf(raw);
  return host.kind === 'domain' || host.kind === 'ipv4' || host.kind === 'ipv6' ? host : undefined;
}
