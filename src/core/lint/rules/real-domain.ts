import { hostsMentioned, hostsOfAddress, type Mention } from '../../names/hosts-mentioned.ts';
import { isReservedIp, mayBeShown } from '../../names/reserved-names.ts';
import type { Path } from '../../scenario/read/locate.ts';
import { type TextPlace, textPlaces } from '../../scenario/layout/walk.ts';
import { shown } from '../../scenario/read/shown.ts';
import { canBeRegistered, readHost } from '../../url/host.ts';
import type { Remark, Rule } from '../rule.ts';

/** Fields that hold nothing but the name of a host. */
const hostFields: ReadonlySet<string | number | undefined> = new Set(['host', 'domain', 'server']);
/** Fields that tell where something comes from, and so may name real places. */
const citing: ReadonlySet<string | number> = new Set(['source', 'author', 'licence', '$schema']);

/** Every host and address is a reserved name, so that no scenario points at a real organisation. */
export const realDomain: Rule = {
  name: 'real-domain',
  severity: 'error',
  summary: {
    ja: '実在し得る名前やアドレス、読めないアドレス',
    en: 'A name or address that may belong to somebody, or that no browser can read',
  },
  scope: 'text',
  check: remarksOn,
};

/** One remark for each name in each text. */
function remarksOn(value: unknown, base: Path): readonly Remark[] {
  return textPlaces(value, base)
    .filter(({ path }) => !path.some((step) => citing.has(step)))
    .flatMap((place) => {
      const strays = hostsIn(place).filter(({ host }) => !isHarmless(host));
      const byName = new Map(strays.map((mention) => [nameOf(mention), mention]));
      return [...byName.values()].map((mention) => ({ path: place.path, text: sentence(mention) }));
    });
}

function sentence({ written, host }: Mention) {
  if (host.kind === 'invalid')
    return {
      ja: `「${shown(written)}」はサーバー名として読めず、どのブラウザーでも開けません。書き方を直してください。`,
      en: `“${shown(written)}” cannot be read as the name of a server, so no browser opens it. Correct how it is written.`,
    };
  const name = shown(nameOf({ written, host }));
  return {
    ja: `「${name}」は実在し得る名前です。example.com、example1.co.jp、*.example、192.0.2.1 など、例示用に予約された名前に変えてください。`,
    en: `“${name}” may belong to somebody. Use a name reserved for examples, such as example.com, example1.co.jp, *.example or 192.0.2.1.`,
  };
}

/** What the sentence calls it. */
function nameOf({ written, host }: Mention): string {
  if (host.kind === 'invalid') return written;
  return host.kind === 'domain' ? host.unicode : host.address;
}

function hostsIn({ text, path }: TextPlace): readonly Mention[] {
  const field = path.at(-1);
  if (field === 'url') return hostsOfAddress(text);
  if (field === 'ip' || hostFields.has(field) || ['names', 'domains'].includes(String(path.at(-2)))) {
    const written = text.replace(/^\*\./, '');
    const host = readHost(field === 'ip' && written.includes(':') ? `[${written}]` : written);
    return host.kind === 'none' ? [] : [{ written, host }];
  }
  return hostsMentioned(text);
}

function isHarmless(host: Mention['host']): boolean {
  switch (host.kind) {
    case 'domain':
      return !canBeRegistered(host.ascii) || mayBeShown(host.ascii);
    case 'ipv4':
    case 'ipv6':
      return isReservedIp(host.address);
    case 'invalid':
      return false;
  }
}
