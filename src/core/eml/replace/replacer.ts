/** Puts reserved names and numbers in place of the real ones of a mail: one map for all its texts and addresses. */
import { parseAddress } from '../../email/compose/address.ts';
import { genericLabels, organisationWords } from '../../names/generic-words.ts';
import { hostsMentioned, hostsOfAddress } from '../../names/hosts-mentioned.ts';
import { cardsIn, phonesIn } from '../../names/personal-numbers.ts';
import { percentDecoded, readHost } from '../../url/host.ts';
import { refanged } from '../../url/pasted.ts';
import { cutUrl, schemeName, webSchemes } from '../../url/url-parts.ts';
import { type ChosenReplacement, isReal, type ReplacedKind } from './chosen.ts';
import { HostMap } from './host-map.ts';
import { NumberMap } from './numbers.ts';
import type { PeopleMap } from './people.ts';

/** A real name and what stands for it. */
export interface Replacement {
  readonly kind: ReplacedKind;
  readonly original: string;
  readonly reserved: string;
  /** How often it was found. */
  readonly count: number;
}

/** What a mail says of itself, from which the map is made. */
export interface Known {
  readonly people: PeopleMap;
  /** Addresses of the recipient. */
  readonly own: ReadonlySet<string>;
  /** Words of the sender's name that are its own, such as a brand. */
  readonly brands: readonly string[];
  readonly hosts: readonly string[];
  /** What the trainer wants instead of ours. */
  readonly chosen?: readonly ChosenReplacement[];
}

/** In UTF-16 units: all texts of a mail together. A message may have 40,000 in one language. */
const mostRead = 200_000;

/** Stands for what could not be replaced in its notation. */
const removed = '▢';

const word = String.raw`[\p{L}\p{N}]`;
/** A prefecture, a town and a number; a number and a street. */
const japanesePlace = String.raw`(?:東京都|北海道|京都府|大阪府|[\p{Script=Han}]{2,3}県)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々ヶ]{1,24}?[\p{Nd}一二三四五六七八九十](?:[\p{Nd}一二三四五六七八九十]|丁目|番地?|号|の|[-‐−－ー](?=\p{Nd})){0,20}`;
const englishPlace = String.raw`(?<![\p{L}\p{N}])\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr)(?![\p{L}\p{N}])`;
const tokens = new RegExp(
  [
    `(?<place>${japanesePlace}|${englishPlace})`,
    String.raw`(?<url>\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'「」『』（）【】、。，]{1,4000})`,
    String.raw`(?<address>[\w.!#$%&'*+/=?^{|}~-]{1,64}[@＠](?:[\p{L}\p{N}-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,40})`,
    String.raw`(?<uuid>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)`,
    String.raw`(?<phone>(?<![\p{L}\p{N}.-])(?:[+＋]\p{Nd}{1,3}[ \u3000-]?)?(?:[(（]?[0０]\p{Nd}{1,4}[)）]?|[(（]?\p{Nd}{3}[)）])[ \u3000‐‑–—−ー－-]?\p{Nd}{1,4}[ \u3000‐‑–—−ー－-]\p{Nd}{3,4}(?![\p{Nd}-])|(?<![\p{L}\p{N}.-])[+＋]\p{Nd}{8,14}(?!\p{Nd})|(?<![\p{L}\p{N}.-])[0０]\p{Nd}{9,10}(?![\p{Nd}-]))`,
    String.raw`(?<ip>(?<![\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{N}]|\.\d))`,
    String.raw`(?<host>(?<![\p{L}\p{N}@＠_.-])(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{1,40}(?![a-z0-9_-]|\.[a-z0-9]))`,
    String.raw`(?<number>(?<!${word}|[.,])(?:[A-Z]{1,4}[-_]?)?\p{Nd}(?:[ -]?\p{Nd}){5,30}(?!${word}|[.,]\p{Nd}))`,
    String.raw`(?<token>(?<![\w/.-])(?=[\w-]{0,64}\d)(?=[\w-]{0,64}[A-Za-z])[A-Za-z0-9_-]{12,400}(?![\w.-]))`,
  ].join('|'),
  'giu',
);

/** Replaces, and remembers what. */
export class Replacer {
  private readonly hosts = new HostMap();
  private readonly numbers = new NumberMap();
  /** Addresses that were written here, so that they are not replaced again. */
  private readonly addresses = new Set<string>();
  private readonly locals = new Map<string, string>();
  private readonly found = new Map<string, Replacement>();
  /** Characters that may still be read. What is not read is not written either. */
  private left = mostRead;
  private readonly known: Known;
  private readonly names: RegExp | undefined;
  private readonly written: ReadonlyMap<string, string>;
  private readonly chosen: ReadonlyMap<string, string>;
  /** What the trainer chose stays as it is when it is read again. */
  private readonly kept: ReadonlySet<string>;

  constructor(known: Known) {
    this.known = known;
    const chosen = known.chosen ?? [];
    this.chosen = new Map(chosen.map((one) => [keyOf(one.kind, one.original), one.reserved]));
    this.kept = new Set(this.chosen.values());
    for (const { kind, original, reserved } of chosen)
      if (kind === 'host') this.hosts.choose(original, reserved);
    for (const address of known.own) this.hosts.announceOwn(address.slice(address.lastIndexOf('@') + 1));
    const brands = known.brands.map((brand): readonly [string, string] => [
      brand.toLowerCase(),
      this.brandName(brand),
    ]);
    this.hosts.announce(known.hosts);
    const people = [...known.people.words].map(([real, reserved]): readonly [string, string] => [
      real.toLowerCase(),
      reserved,
    ]);
    const words = chosen.flatMap(({ kind, original, reserved }): readonly (readonly [string, string])[] =>
      kind === 'name' ? [[original.toLowerCase(), reserved]] : [],
    );
    // A word that we found keeps its place; one that the trainer added is replaced as well.
    this.written = new Map([...words, ...ownLocals(known), ...brands, ...people]);
    this.names = namesPattern([...this.written.keys()]);
  }

  /** All replacements in the order of finding. */
  get table(): readonly Replacement[] {
    return [...this.found.values()];
  }

  /** A text without real names. */
  text(text: string): string {
    return this.replaced(text.slice(0, this.taken(text.length)));
  }

  private replaced(text: string): string {
    return this.withoutStrays(this.named(text.replaceAll(tokens, (...match) => this.token(match))));
  }

  /** A link target without real names. */
  url(url: string): string {
    if (this.taken(url.length) < url.length) return 'https://unreadable.example/';
    const raw = cutUrl(url);
    const scheme = schemeName(raw.scheme);
    if (scheme === 'mailto') return `mailto:${this.mailto(url.slice(raw.before.length + raw.scheme.length))}`;
    if (scheme === 'tel') return `tel:${this.numbers.phone(raw.rest).replaceAll(' ', '')}`;
    if (scheme !== '' && !webSchemes.has(scheme)) return `${scheme}:`;
    const host = readHost(raw.host);
    if (host.kind === 'none')
      return this.withoutStrayTarget(this.path(raw.path + raw.query + raw.fragment + raw.rest));
    const start = `${raw.scheme}${raw.slashes}`;
    const user = raw.userinfo === '' ? '' : `${this.text(raw.userinfo.slice(0, -1)).replaceAll(/\s/g, '')}@`;
    const named = `${start}${user}${this.hostOf(host)}${raw.port}`;
    const whole = `${named}${this.path(raw.path)}${this.query(raw.query)}${this.query(raw.fragment)}`;
    return this.firstClean([whole, `${named}${this.path(raw.path)}`, named, `${start}${this.hostOf(host)}`]);
  }

  /** A mail address without real names; empty stays empty. */
  address(address: string): string {
    const trimmed = address.trim();
    if (this.addresses.has(trimmed)) return trimmed;
    const parsed = parseAddress(trimmed);
    if (parsed === undefined) return this.unreadable(trimmed);
    const ours = `${this.local(parsed.local, trimmed)}@${this.hosts.host(parsed.domain)}`;
    const reserved = this.noted('address', trimmed, ours);
    this.addresses.add(reserved);
    return reserved;
  }

  /** What stands in the place of an address and is none, such as `MAILER-DAEMON`. */
  private unreadable(written: string): string {
    const at = written.lastIndexOf('@');
    if (at < 0) return this.withoutStrays(this.named(written)).replaceAll(/\s/g, '');
    const reserved = `${this.local(written.slice(0, at), written)}@${this.hostOf(readHost(written.slice(at + 1)))}`;
    return this.noted('address', written, reserved);
  }

  /** The name of a server as a header gives it. */
  host(written: string): string {
    const ip = written.replaceAll(/[[\]]/g, '').replace(/^IPv6:/i, '');
    if (/^[\d.]+$|:/.test(ip)) return this.ip(ip);
    const host = readHost(written);
    return host.kind === 'domain' ? this.hostOf(host) : this.text(written);
  }

  /** An IP address. */
  ip(address: string): string {
    const reserved = this.hosts.ip(address.toLowerCase());
    return this.noted('host', address, reserved);
  }

  /** An id such as what stands before the @ of a Message-ID. */
  id(id: string): string {
    return this.numbers.id(id);
  }

  /** How many of so many characters may be read. */
  private taken(wanted: number): number {
    const allowed = Math.min(wanted, this.left);
    this.left -= allowed;
    return allowed;
  }

  private token(match: readonly unknown[]): string {
    const [whole] = match;
    const groups = match.at(-1);
    if (typeof whole !== 'string' || typeof groups !== 'object' || groups === null) return '';
    const [kind] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['none'];
    switch (kind) {
      case 'url':
        return this.url(whole);
      case 'address':
        return this.address(whole.replace('＠', '@'));
      case 'phone':
        return this.phone(whole);
      case 'ip':
        return this.ip(whole);
      case 'place':
        return this.place(whole);
      case 'host':
        return this.bareHost(whole);
      case 'number':
      case 'uuid':
      case 'token':
        return this.number(whole);
      default:
        return whole;
    }
  }

  private phone(written: string): string {
    const reserved = this.numbers.phone(written);
    return this.noted('phone', written, reserved);
  }

  private place(written: string): string {
    const reserved = hasOtherLetters.test(written) ? '架空県見本市一丁目' : '1 Example Street';
    if (written.includes('見本') || written === reserved) return written;
    return this.noted('place', written, reserved);
  }

  private number(written: string): string {
    const digits = written.normalize('NFKC').replaceAll(/\D/g, '');
    if (isDate(digits) || /^0+$/.test(digits) || this.written.has(written.toLowerCase())) return written;
    const reserved = this.numbers.id(written);
    return this.noted('number', written, reserved);
  }

  private bareHost(written: string): string {
    const [mention] = hostsMentioned(written);
    return mention !== undefined && isReal(mention) ? this.hostOf(mention.host) : written;
  }

  private hostOf(host: ReturnType<typeof readHost>): string {
    switch (host.kind) {
      case 'domain': {
        const reserved = this.hosts.host(host.ascii);
        return this.noted('host', host.unicode, reserved);
      }
      case 'ipv4':
        return this.ip(host.address);
      case 'ipv6':
        return `[${this.ip(host.address)}]`;
      case 'none':
        return '';
      case 'invalid':
        return 'unreadable.example';
    }
  }

  /** What stands before the @: a word for anybody stays. */
  private local(local: string, address: string): string {
    const words = local.toLowerCase().split(/[._+-]/);
    if (words.every((one) => genericLabels.has(one))) return local;
    if (this.known.own.has(address.toLowerCase())) return this.known.people.recipient.en.family.toLowerCase();
    const stem = this.written.get(local.toLowerCase());
    if (stem !== undefined && /^[\w.-]+$/.test(stem)) return stem.toLowerCase();
    const known = this.locals.get(local);
    if (known !== undefined) return known;
    const reserved = `${/\d{6}|=/.test(local) ? 'bounce' : 'user'}${this.locals.size + 1}`;
    this.locals.set(local, reserved);
    return reserved;
  }

  private mailto(rest: string): string {
    const [addresses = '', query] = rest.split('?', 2);
    const mapped = percentDecoded(addresses)
      .split(',')
      .map((one) => this.address(one));
    const subject = query === undefined ? '' : this.query(`?${query}`);
    return this.withoutStrayTarget(mapped.join(',') + subject);
  }

  private path(path: string): string {
    return path
      .split('/')
      .map((step) => this.step(step))
      .join('/');
  }

  private query(query: string): string {
    return query.replaceAll(/(?<==|^[?#])[^&;=]+/g, (value) => this.step(value));
  }

  /** A step of a path or a value of a query: ids and addresses are replaced, words stay. */
  private step(step: string): string {
    const decoded = percentDecoded(step);
    if (/[@＠.]|:\/\//.test(decoded) || hasOtherLetters.test(decoded)) {
      const text = this.text(decoded);
      return text === decoded ? step : text.replaceAll(/[\s?#&%]/g, encoded);
    }
    const isId = decoded.length >= 8 && /\d/.test(decoded) && !isDate(decoded.replaceAll(/\D/g, ''));
    if (isId || decoded.length >= 24 || /\d{6}/.test(decoded)) return this.number(decoded);
    const named = this.named(decoded);
    return named === decoded ? step : named.replaceAll(/[\s?#&%]/g, encoded);
  }

  private named(text: string): string {
    if (this.names === undefined) return text;
    return text.replaceAll(this.names, (written) => {
      const reserved = this.written.get(written.toLowerCase()) ?? removed;
      const cased = casedAs(written, reserved);
      return this.noted('name', written, cased);
    });
  }

  private brandName(brand: string): string {
    const stem = this.hosts.word(brand);
    return /^\p{Script=Latin}/u.test(brand) ? stem : katakanaStem(stem);
  }

  /** Replaces what the tokens missed: other notations, and what only became visible by replacing. */
  private withoutStrays(text: string): string {
    let clean = text;
    for (let round = 0; round < 3; round += 1) {
      const strays = hostsMentioned(clean).filter(isReal);
      const numbers = [...phonesIn(clean), ...cardsIn(clean)];
      if (strays.length + numbers.length === 0) return clean;
      for (const stray of strays) {
        if (stray.written !== '') clean = clean.replaceAll(stray.written, () => this.hostOf(stray.host));
      }
      for (const number of numbers) clean = clean.replaceAll(number, () => this.phone(number));
      // Escapes and other notations hide a name from a plain search.
      if (round === 1)
        clean = refanged(
          percentDecoded(clean)
            .replaceAll(/\p{Cf}/gu, '')
            .normalize('NFKC'),
        );
    }
    return clean
      .split(/(\s+)/)
      .map((piece) => (hostsMentioned(piece).some(isReal) || phonesIn(piece).length > 0 ? removed : piece))
      .join('');
  }

  private withoutStrayTarget(target: string): string {
    return this.firstClean([target, target.replace(/[?#].*$/, ''), '/']);
  }

  private firstClean(targets: readonly string[]): string {
    return targets.find((target) => !hostsOfAddress(target).some(isReal)) ?? 'https://unreadable.example/';
  }

  /** Remembers a replacement. Returns the trainer's own where there is one. */
  private noted(kind: ReplacedKind, original: string, ours: string): string {
    if (this.kept.has(original)) return original;
    const key = keyOf(kind, original);
    const reserved = this.chosen.get(key) ?? ours;
    if (original === reserved) return reserved;
    const known = this.found.get(key);
    this.found.set(key, { kind, original, reserved, count: (known?.count ?? 0) + 1 });
    return reserved;
  }
}

const keyOf = (kind: ReplacedKind, original: string): string => `${kind} ${original}`;

const hasOtherLetters = /[^\p{ASCII}]/u;
const encoded = (sign: string): string =>
  `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A day such as 20260408 is no id. */
const isDate = (digits: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** What stands before the @ of the recipient's addresses, which mails use as a name. */
const ownLocals = ({ own, people }: Known): readonly (readonly [string, string])[] =>
  [...own].flatMap((address): readonly (readonly [string, string])[] => {
    const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
    const isName = local.length >= 4 && !local.split(/[._+-]/).every((part) => genericLabels.has(part));
    return isName ? [[local, people.recipient.en.family.toLowerCase()]] : [];
  });

/** In UTF-16 units. Of a longer name this beginning is searched: an engine refuses an expression of many thousand letters. */
const longestName = 100;

/** Whole words, the longest first. Japanese has no spaces between words. */
function namesPattern(names: readonly string[]): RegExp | undefined {
  const usable = names.filter((name) => name.length >= 2).toSorted((one, other) => other.length - one.length);
  if (usable.length === 0) return undefined;
  const alternatives = usable.map((name) => {
    const beginning = name.slice(0, longestName).replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
    const literal = beginning + (name.length > longestName ? String.raw`[\p{L}\p{N}]*` : '');
    return /^[\p{Script=Latin}\p{N}'’._+\s-]+$/u.test(name)
      ? String.raw`(?<![\p{Script=Latin}\p{N}])${literal}(?![\p{Script=Latin}\p{N}])`
      : literal;
  });
  return new RegExp(alternatives.join('|'), 'giu');
}

function casedAs(written: string, reserved: string): string {
  if (/^\p{Lu}{2,}$/u.test(written)) return reserved.toUpperCase();
  if (/^\p{Lu}/u.test(written)) return reserved.charAt(0).toUpperCase() + reserved.slice(1);
  return /^\p{Ll}/u.test(written) ? reserved.toLowerCase() : reserved;
}

/** The parts of a sender's name that are its own: brands in Latin letters, and Japanese names without what they share. */
export function brandsIn(name: string): readonly string[] {
  const plain = name.replaceAll(organisationWords, ' ');
  return plain
    .split(/[^\p{L}\p{N}ー々]+/u)
    .filter((part) => {
      if (/^[\p{Script=Latin}]+$/u.test(part))
        return part.length >= 4 && !genericLabels.has(part.toLowerCase());
      return /^[\p{Script=Han}\p{Script=Katakana}ー々]{2,10}$/u.test(part);
    })
    .slice(0, 4);
}

const syllables: Readonly<Record<string, string>> = {
  so: 'ソ', ra: 'ラ', ha: 'ハ', mo: 'モ', mi: 'ミ', zu: 'ズ', ka: 'カ', ru: 'ル', na: 'ナ', yu: 'ユ', ki: 'キ', ta: 'タ',
  ze: 'ゼ', ma: 'マ', no: 'ノ', a: 'ア', sa: 'サ', ko: 'コ', ho: 'ホ', shi: 'シ', o: 'オ', tsu: 'ツ', u: 'ウ', me: 'メ',
  yo: 'ヨ', fu: 'フ', ro: 'ロ', ne: 'ネ', ri: 'リ', to: 'ト', gi: 'ギ', ku: 'ク', i: 'イ',
}; // prettier-ignore

const katakanaStem = (stem: string): string =>
  stem.replaceAll(/shi|tsu|[bcdfghjklmnpqrstvwxyz]?[aeiou]|./g, (part) => syllables[part] ?? '');
