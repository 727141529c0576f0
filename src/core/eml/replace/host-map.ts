/** Real host names → reserved ones (RFC 2606), one map a mail. Who owns what, and who imitates whom, stays as it was. */
import { canBeRegistered, readHost } from '../../url/host.ts';
import { asciiLabel } from '../../url/punycode.ts';
import { ownershipOf } from '../../email/url/ownership.ts';
import { genericLabels } from '../../names/generic-words.ts';
import { isReservedIp, mayBeShown } from '../../names/reserved-names.ts';
import { imitated } from './relation.ts';

/** Invented words that name nobody, in the order of use. Each has letters that look-alikes can replace. */
const stems = [
  'sorahamo', 'mizukamo', 'harunamo', 'yukitamo', 'kazemano', 'asakomo', 'hoshimao', 'tsukimao', 'umekamao', 'nanohamo',
  'akimoyo', 'fuyumaro', 'natsumoa', 'hanemao', 'kirimayo', 'shimanoa', 'torikamo', 'nagimaso', 'kusamayo', 'ishimaro',
]; // prettier-ignore
/** Where the same name is owned under several suffixes. */
const endings = ['example', 'test', 'invalid'];

/** Mailbox services that anybody may use, and shorteners: what kind of host they are is a clue. */
const kindsOfHost: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'freemail',
    new Set(
      'gmail.com googlemail.com yahoo.com yahoo.co.jp ymail.ne.jp outlook.com outlook.jp hotmail.com hotmail.co.jp live.jp live.com msn.com icloud.com me.com aol.com gmx.com gmx.de mail.ru yandex.ru yandex.com proton.me protonmail.com qq.com 163.com 126.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp'.split(
        ' ',
      ),
    ),
  ],
  [
    'short',
    new Set(
      'bit.ly t.co tinyurl.com is.gd ow.ly cutt.ly goo.gl x.gd rb.gy rebrand.ly lin.ee amzn.to t.ly buff.ly'.split(
        ' ',
      ),
    ),
  ],
];

/** Domains among which imitation is looked for. A mail that names more is no message to one person. */
const mostRelated = 100;

interface Owned {
  /** The first label, in Unicode. */
  readonly label: string;
  readonly suffix: string;
}

/** Maps hosts. Those that were announced first are the ones that others imitate. */
export class HostMap {
  private readonly stemOf = new Map<string, string>();
  private readonly endingOf = new Map<string, string>();
  /** How many suffixes a name is owned under. */
  private readonly suffixes = new Map<string, number>();
  private readonly domains = new Map<string, string>();
  private readonly ips = new Map<string, string>();
  private readonly inner = new Map<string, string>();
  private readonly kinds = new Map<string, number>();

  /** The reserved name for a word of a sender's name, such as a brand. */
  word(word: string): string {
    return this.stem(word.toLowerCase());
  }

  /** The recipient's own domain keeps apart from all others. */
  announceOwn(host: string): void {
    const { registrableDomain } = ownershipOf(host);
    if (registrableDomain !== undefined && !mayBeShown(host) && !isOfKind(registrableDomain)) {
      if (!this.domains.has(registrableDomain)) this.domains.set(registrableDomain, 'example5.co.jp');
      this.stemOf.set(ownedOf(registrableDomain).label, 'example5');
    }
  }

  /** Takes what the trainer wants for a host. What is below a registrable domain follows it. */
  choose(original: string, reserved: string): void {
    const host = readHost(original);
    if (host.kind === 'domain' && ownershipOf(host.ascii).registrableDomain === host.ascii)
      this.domains.set(host.ascii, reserved);
  }

  /** Prepares domains, the shortest first: a longer one with the same word in it is the imitation. */
  announce(hosts: readonly string[]): void {
    const owned = hosts.flatMap((host) => ownershipOf(host).registrableDomain ?? []);
    const inOrder = [...new Set(owned)].toSorted(
      (one, other) =>
        Number(/\d|xn--/.test(one)) - Number(/\d|xn--/.test(other)) || one.length - other.length,
    );
    for (const domain of inOrder) this.domain(domain);
  }

  /** A host of ASCII letters in lower case; itself if it is reserved. */
  host(host: string): string {
    if (mayBeShown(host) || !canBeRegistered(host)) return host;
    const { registrableDomain, subdomains } = ownershipOf(host);
    if (registrableDomain === undefined) return this.innerName(host);
    const below = this.below(subdomains.join('.'));
    const domain = this.domain(registrableDomain);
    return below === '' ? domain : `${below}.${domain}`;
  }

  /** An IP address; itself if it is private or reserved. */
  ip(address: string): string {
    if (isReservedIp(address)) return address;
    const known = this.ips.get(address);
    if (known !== undefined) return known;
    const number = this.ips.size;
    const [block = '192.0.2'] = ['192.0.2', '198.51.100', '203.0.113'].slice(Math.floor(number / 250) % 3);
    const reserved = address.includes(':')
      ? `2001:db8::${(number + 1).toString(16)}`
      : `${block}.${(number % 250) + 1}`;
    this.ips.set(address, reserved);
    return reserved;
  }

  private domain(domain: string): string {
    const known = this.domains.get(domain);
    if (known !== undefined) return known;
    if (mayBeShown(domain)) return domain;
    const { label, suffix } = ownedOf(domain);
    const kind = isOfKind(domain);
    const stem = kind === undefined ? this.stem(label) : this.counted(kind);
    const name = asciiLabel(stem) ?? stem;
    const reserved = `${name}.${this.ending(name, suffix)}`;
    this.domains.set(domain, reserved);
    return reserved;
  }

  private counted(kind: string): string {
    const count = (this.kinds.get(kind) ?? 0) + 1;
    this.kinds.set(kind, count);
    return count === 1 ? kind : `${kind}${count}`;
  }

  private stem(label: string): string {
    const known = this.stemOf.get(label);
    if (known !== undefined) return known;
    const isMany = this.stemOf.size >= mostRelated;
    const stem = isMany ? `namao${this.stemOf.size}` : (this.imitation(label) ?? this.fresh());
    this.stemOf.set(label, stem);
    return stem;
  }

  private imitation(label: string): string | undefined {
    for (const [base, stem] of this.stemOf) {
      const found = imitated(label, base, stem);
      if (found !== undefined && ![...this.stemOf.values()].includes(found)) return found;
    }
    return undefined;
  }

  private fresh(): string {
    const taken = new Set(this.stemOf.values());
    return stems.find((stem) => !taken.has(stem)) ?? `namao${this.stemOf.size + 1}`;
  }

  private ending(name: string, suffix: string): string {
    const key = `${name}.${suffix}`;
    const known = this.endingOf.get(key);
    if (known !== undefined) return known;
    const used = this.suffixes.get(name) ?? 0;
    this.suffixes.set(name, used + 1);
    const ending = endings[Math.min(used, endings.length - 1)] ?? 'example';
    this.endingOf.set(key, ending);
    return ending;
  }

  /** Labels below a domain. A known domain in them is the imitation of its owner. */
  private below(labels: string): string {
    if (labels === '') return '';
    for (const [domain, reserved] of [...this.domains].slice(0, mostRelated)) {
      if (
        labels === domain ||
        labels.startsWith(`${domain}.`) ||
        labels.endsWith(`.${domain}`) ||
        labels.includes(`.${domain}.`)
      ) {
        const at = labels.indexOf(domain);
        const before = labels.slice(0, at);
        const after = labels.slice(at + domain.length);
        return [this.plainBelow(before), reserved, this.plainBelow(after)]
          .filter((part) => part !== '')
          .join('.');
      }
    }
    return this.plainBelow(labels);
  }

  private plainBelow(labels: string): string {
    return labels
      .split('.')
      .filter((label) => label !== '')
      .map((label) => this.innerLabel(label))
      .join('.');
  }

  private innerLabel(label: string): string {
    if (label.split('-').every((word) => genericLabels.has(word)) || /^[a-z]{1,3}\d?$/.test(label))
      return label;
    const stem = this.stemOf.get(label) ?? this.imitation(label);
    return stem === undefined ? this.innerName(label) : (asciiLabel(stem) ?? stem);
  }

  private innerName(name: string): string {
    const known = this.inner.get(name);
    if (known !== undefined) return known;
    const reserved = `host${this.inner.size + 1}`;
    this.inner.set(name, reserved);
    return reserved;
  }
}

const isOfKind = (domain: string): string | undefined =>
  kindsOfHost.find(([, domains]) => domains.has(domain))?.[0];

function ownedOf(domain: string): Owned {
  const host = readHost(domain);
  const [label = domain, ...rest] = (host.kind === 'domain' ? host.unicode : domain).split('.');
  return { label, suffix: rest.join('.') };
}
