/** Every host named in a text, in any place and notation: inside other addresses, escaped, full-width or defanged. */
import { ownershipOf } from '../email/url/ownership.ts';
import { type Host, hostOf, percentDecoded, readHost } from '../url/host.ts';
import { refanged } from '../url/pasted.ts';
import { cutUrl, schemeName, webSchemes } from '../url/url-parts.ts';

/** A host or mailbox named in a text. */
export interface Mention {
  /** As written in the text, or in the text with its escapes decoded. */
  readonly written: string;
  /** `invalid` if no browser could read it. */
  readonly host: Exclude<Host, { readonly kind: 'none' }>;
  /** For a mail address, the whole address in lower case with its host in ASCII. */
  readonly mailbox?: string;
}

/** The hosts and mailboxes named in a text, each once. Takes linear time. */
export function hostsMentioned(text: string): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const view of viewsOf(text)) {
    for (const mention of mentionsIn(view)) {
      const { written, host, mailbox: address } = mention;
      const name = host.kind === 'domain' ? host.ascii : host.kind === 'invalid' ? written : host.address;
      if (!found.has(address ?? name)) found.set(address ?? name, mention);
    }
  }
  return [...found.values()];
}

/** Hosts named in a field that is a whole address: the one a browser would open, and any other inside it. */
export function hostsOfAddress(address: string): readonly Mention[] {
  const raw = cutUrl(address);
  const host = hostOf(raw);
  const mentions = hostsMentioned(address);
  return host.kind === 'none' || mentions.some((mention) => isSame(mention.host, host))
    ? mentions
    : [
        { written: raw.host + raw.port, host },
        ...mentions.filter(({ host: { kind } }) => kind !== 'invalid'),
      ];
}

function isSame(one: Host, other: Host): boolean {
  if (one.kind === 'domain' && other.kind === 'domain') return one.ascii === other.ascii;
  return 'address' in one && 'address' in other ? one.address === other.address : one.kind === other.kind;
}

/** How many levels of nested escapes are decoded. */
const deepest = 3;
/** Notations that require a second look at the text in decoded form. */
const notations =
  /[%\uff01-\uff5e\uff61\u00a0\u3000\p{Cf}]|h(?:xx|\*\*)p|[a-z0-9]。[a-z0-9]|[[({]\s*(?:[.:@]|dot|at|ドット|アット)/iu;

/**
 * The text with its escapes decoded once or more, and also with full-width letters, hidden characters and defanging
 * undone.
 */
function viewsOf(text: string): ReadonlySet<string> {
  if (!notations.test(text)) return new Set([text]);
  const views = new Set<string>();
  let plain = text;
  for (let depth = 0; depth < deepest; depth += 1) {
    plain = percentDecoded(plain);
    views.add(plain);
  }
  const narrow = plain
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    // Browsers read it as a dot. Between other letters and before a capital it ends a sentence.
    .replace(/(?<=[a-z0-9])。(?=[a-z0-9])/g, '.');
  return views.add(refanged(narrow));
}

/** No scheme is longer than 31 characters. The bound keeps the search linear in a text of letters alone. */
const url = /[a-z][a-z0-9+.-]{0,30}:[/\\]{1,3}[^\s「」『』（）<>"“”、。]+/giu;
const mailbox =
  /([a-z0-9._%+-]{0,64})(?<![/\\])[@＠]((?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]|[.。．｡](?=[\p{L}\p{N}]))*)|\[[0-9a-f:.]+\])/giu;
/** A host name by itself, in Latin letters or punycode. Japanese stands before and after it without a space. */
const bare =
  /(?<![\p{N}_.-]|[^\P{L}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]|(?<![/\\])[@＠])(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+(?![a-z0-9_-]|\.[a-z0-9]|[^\P{L}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])/giu;
const ipv4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const ipv6 = /\[[0-9a-f]{0,4}:[0-9a-f:.]{1,40}\]/gi;

function* mentionsIn(text: string): Generator<Mention> {
  const tails: { readonly start: number; readonly end: number }[] = [];
  for (const { 0: written, index } of matches(text, /:/, url)) {
    const raw = cutUrl(trimmedEnd(written));
    const host = hostOf({ ...raw, host: withoutSentence(raw.host) });
    const tail = raw.path + raw.query + raw.fragment + raw.rest;
    tails.push({ start: index + written.length - tail.length, end: index + written.length });
    // `and/or:/x` is not an address; anything that a browser would try to open is one.
    if (host.kind !== 'none' && (host.kind !== 'invalid' || webSchemes.has(schemeName(raw.scheme))))
      yield { written: raw.host + raw.port, host };
  }
  const isInTail = (at: number): boolean => tails.some(({ start, end }) => at >= start && at < end);
  const names = [
    ...matches(text, /\./, bare).flatMap(({ 0: name, index }) =>
      isFileName(name) || !isOwned(name.toLowerCase()) || (isInTail(index) && !usualSuffix.test(name))
        ? []
        : name,
    ),
    ...matches(text, /\./, ipv4).map(([name]) => name),
    ...matches(text, /\[/, ipv6).map(([name]) => name),
  ];
  for (const [, local = '', written = ''] of matches(text, /[@＠]/, mailbox)) {
    const host = readHost(withoutSentence(written));
    if (host.kind === 'domain' && !isWord.test(written))
      yield { written, host, ...(local !== '' && { mailbox: `${local.toLowerCase()}@${host.ascii}` }) };
  }
  for (const written of names) {
    const host = readHost(written);
    // A version number such as 1.2.3.400 is not an address.
    if (host.kind !== 'invalid' && host.kind !== 'none') yield { written, host };
  }
}

/** The matches of an expression that cannot match without `sign`. Most texts of a scenario contain none of the signs. */
const matches = (text: string, sign: RegExp, expression: RegExp): readonly RegExpExecArray[] =>
  sign.test(text) ? [...text.matchAll(expression)] : [];

/** Japanese continues after an address without a space: `https://example.comをご覧ください`. */
const withoutSentence = (host: string): string =>
  host.replace(
    /^((?:[a-z0-9_-]+\.)+[a-z]{2,})[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+$/iu,
    '$1',
  );

/** A Japanese word after an "at" sign: ＠です. */
const isWord = /^[^\p{ASCII}.。．｡]+$/u;
/** Parameters contain names such as `mail.read`. There, only suffixes that are rarely words count as host names. */
const usualSuffix =
  /\.(?:[a-z]{2}|xn--[a-z0-9-]+|com|net|org|info|biz|edu|gov|mil|int|dev|xyz|top|site|online|shop|store|club|icu|vip)$/i;

/** Full stops and brackets after an address belong to the sentence. */
const trimmedEnd = (written: string): string =>
  written.replace(/(?<![.,:;!?'’)\]}])[.,:;!?'’)\]}]+$/, (end) => (/\[/.test(written) ? end : ''));

/** A public suffix by itself, such as a folder named `ad.jp`, is nobody's domain. */
function isOwned(name: string): boolean {
  const { suffixIsKnown, registrableDomain } = ownershipOf(name);
  return suffixIsKnown && registrableDomain !== undefined;
}

/** File extensions that are top-level domains too: `photo.zip` in a text is a file. */
const fileEnding = /\.(?:zip|mov|md|sh|py|rs|pl|ps|ai|cab|app|do|doc|js|one)$/i;
const isFileName = (name: string): boolean => fileEnding.test(name);
