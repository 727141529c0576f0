import { readHost } from '../../url/host.ts';
import { ownershipOf } from '../../email/url/ownership.ts';
import { anatomyOf } from '../../email/url/url.ts';
import { shown } from '../../scenario/read/shown.ts';
import { type TextPlace, textPlaces } from '../../scenario/layout/walk.ts';
import { isReservedIp, mayBeShown } from '../../names/reserved-names.ts';
import type { Rule } from '../rule.ts';

/** Fields that hold nothing but the name of a host. */
const hostFields: ReadonlySet<string | number | undefined> = new Set(['host', 'domain', 'server']);
/** Fields that tell where something comes from, and so may name real places. */
const citing: ReadonlySet<string | number> = new Set(['source', 'author', 'licence', '$schema']);

/** Every host and address must be one that belongs to nobody, so that no fiction points at somebody's door. */
export const realDomain: Rule = {
  name: 'real-domain',
  severity: 'error',
  summary: {
    ja: '実在し得る名前やアドレス',
    en: 'A name or address that may belong to somebody',
  },
  scope: 'file',
  check: (value) =>
    [...textPlaces(value)]
      .filter(({ path }) => !path.some((step) => citing.has(step)))
      .flatMap((place) =>
        [...new Set(hostsIn(place))]
          .filter((host) => !isHarmless(host))
          .map((host) => ({ path: place.path, text: sentence(shown(host)) })),
      ),
};

const sentence = (host: string) => ({
  ja: `「${host}」は実在し得る名前です。example.com、example1.co.jp、*.example、192.0.2.1 など、例示用に予約された名前に変えてください。`,
  en: `“${host}” may belong to somebody. Use a name reserved for examples, such as example.com, example1.co.jp, *.example or 192.0.2.1.`,
});

/** No scheme is longer; the bound keeps the search linear in a text of letters alone. */
const afterScheme = /[a-z][a-z0-9+.-]{0,30}:[/\\]{2}[^\s「」『』()（）<>"”、。]+/giu;
const mailbox = /@([\p{L}\p{N}](?:[\p{L}\p{N}-]|\.(?=[\p{L}\p{N}]))*)/gu;
const bare =
  /(?<![\p{L}\p{N}@_.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+(?![\p{L}\p{N}_-])/giu;
const ipv4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;

function hostsIn({ text, path }: TextPlace): readonly string[] {
  const field = path.at(-1);
  if (hostFields.has(field) || path.at(-2) === 'names') return [text.replace(/^\*\./, '')];
  if (field === 'url') return [hostOfUrl(text)].filter((host) => host !== '');
  const urls = text.match(afterScheme) ?? [];
  const rest = text.replace(afterScheme, ' ');
  const names = [...rest.matchAll(bare)].map(([name]) => name);
  return [
    ...urls.map(hostOfUrl),
    ...[...rest.matchAll(mailbox)].map(([, host = '']) => host),
    ...names.filter((name) => !isFileName(name) && isOwned(name.toLowerCase())),
    ...(text.match(ipv4) ?? []),
    ...(field === 'ip' ? [text] : []),
  ].filter((host) => host !== '');
}

/** A public suffix by itself, as in a folder named `ad.jp`, belongs to nobody. */
function isOwned(name: string): boolean {
  const { suffixIsKnown, registrableDomain } = ownershipOf(name);
  return suffixIsKnown && registrableDomain !== undefined;
}

function hostOfUrl(url: string): string {
  const { host, ip } = anatomyOf(url);
  return ip ?? host;
}

/** Endings of file names that are top-level domains too: `photo.zip` in a text names a file. */
const fileEnding = /\.(?:zip|mov|md|sh|py|rs|pl|ps|ai|cab|app|doc|js|one)$/i;
const isFileName = (name: string): boolean => fileEnding.test(name);

function isHarmless(written: string): boolean {
  const host = readHost(written.includes(':') && !written.startsWith('[') ? `[${written}]` : written);
  switch (host.kind) {
    case 'domain':
      return mayBeShown(host.ascii);
    case 'ipv4':
    case 'ipv6':
      return isReservedIp(host.address);
    case 'none':
    case 'invalid':
      return true;
  }
}
