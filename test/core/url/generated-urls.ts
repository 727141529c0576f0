/** Addresses made by a grammar, by mutation of known ones and from them, the same for the same seed. */
import { innocent, japanese, tricky } from '../email/url-table.ts';

const corpus = [...japanese, ...tricky, ...innocent].map(([url]) => url);

/** Numbers from 0 up to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The words of a line. */
const words = (text: string): readonly string[] => text.split(' ');

const schemes = [
  words(
    'https:// https:// https:// https:// http:// HTTPS:// ftp:// ws:// wss:// file:// file:/// https: https:/ https:\\\\',
  ),
  words(
    'http:/\\ https:/// ht\ttps:// file:\\\\ file:/ file: // ｈttps:// https：// \u00a0https:// \u3000https:// hxxps:// ssh://',
  ),
  ['', ' https://'],
].flat();
const users = ['', '', '', '', ...words('user@ user:pass@ good.example@ good.example%2F@ @ a@b@ さくら@ ＠')];
const labels = [
  words(
    'example good evil www a A-B _dmarc -a a- x--y EXAMPLE 123 1 0x7f 09 さくら 例え ｓａｋｕｒａ カ一ド bücher straße STRAẞE',
  ),
  words(
    'σίγμας москва 한국 ıstanbul İ xn--skura-4ve xn-- xn--a xn--zz xn--a- XN--SKURA-4VE xn--y8jl1n xn--さ xn--80ak6aa92e',
  ),
  words(
    'אבג אa אב1 1אב عرب ع1٢ ᏣᎳᎩ ꮳꮃꭹ क्\u200dष a\u200db ب\u200cب a\u200cb नी\u200cकम a\u00adb a\u200bb \u202eelpmaxe',
  ),
  words(
    'a\u2066b a\u2060b a\ufeffb a\ufe0fb \u0301a a\u0301 %65vil evil%2Eexample %E3%81%95 %ff % %2 %00 %20 %zz a%2fb %EF%BC%8E',
  ),
  words(
    '{a} `a` a"b a\'b a|b a^b a<b a[b a*b a$b a!b a~b a+b a,b a;b a=b a&b a(b) a\u0000b a\u0007b a\tb a\nb a\u007fb \ud800',
  ),
  words('㏂ ℡ ﷺ ① ⒈ \u3000 \u00a0'),
  ['a b', 'a'.repeat(64), 'さ'.repeat(80)],
].flat();
const dots = words('. . . . . 。 ． ｡ .. %2e %E3%80%82 ․ /. .\t');
const ends = ['', ...words('example example co.jp jp テスト com test. example. 1 0x1')];
const wholeHosts = [
  words(
    '192.0.2.7 192.0.2.7. 3221225991 0xC0000207 0300.0.2.7 192.519 256.0.2.7 1.2.3.4.5 １９２.0.2.7 0x 0x.0 1..2 1.2.3.',
  ),
  words(
    '4294967296 4294967295 00000000000300.0.2.7 08.0.0.1 1.2.3.0xg 0.0.0.0x [::1] [2001:db8::7] [2001:0DB8:0:0:0:0:0:7]',
  ),
  words(
    '[::ffff:192.0.2.7] [1.2.3.4::] [::1.2.3.04] [1::2::3] [1:2:3:4:5:6:7:8] [1:2:3:4:5:6:7:8:9] [1:2:3:4:5:6:7::] [::',
  ),
  words(
    '[::2:3:4:5:6:7:8] [0:0:1:0:0:0:1:0] [:1] [fe80::1%25eth0] [::1]x x[::1] [] [::g] [::12345] %5B::1%5D [0::0:0] [::1 ]',
  ),
  ['', '.', '..', '...'],
].flat();
const ports = [
  '',
  '',
  '',
  '',
  ...words(': :80 :443 :8080 :0 :65535 :65536 :99999 :000080 :80a :-1 :８０ :8\t0 ::'),
];
const tails = [
  words(
    '/ /path \\path ?q=1 #top /a?b#c ?@good.example #@good.example \\@good.example/ /@good.example ?user=a@good.example',
  ),
  words('/%2e%2e/ /さくら \u3000 /?u=https://evil.example/'),
  ['', '', ' ', '/ ', '\n'],
].flat();
/** What a mutation inserts. */
const pieces = [
  words(
    '@ : / \\ ? # . % [ ] 。 xn-- %2f \t \n \u3000 \u00a0 \u202e \u200d \u200c \u00ad \u0301 ß א 1 a さ ＠ ： ／ \ud83d 😀 0x - _ \u0000',
  ),
  [' '],
].flat();

/** So many addresses. */
export function* generatedUrls(count: number, seed: number): Generator<string> {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const name = (): string =>
    Array.from({ length: 1 + below(3) }, () => one(labels) + one(dots)).join('') + one(ends);
  const made = (): string =>
    one(schemes) + one(users) + (random() < 0.25 ? one(wholeHosts) : name()) + one(ports) + one(tails);
  const mutated = (url: string): string => {
    const characters = [...url];
    for (let step = 0; step <= below(3); step += 1) {
      const at = below(characters.length + 1);
      switch (below(4)) {
        case 0:
          characters.splice(at, 0, one(pieces));
          break;
        case 1:
          characters.splice(at, 1);
          break;
        case 2:
          characters.splice(at, 1, one(pieces));
          break;
        default:
          characters.splice(at, 0, String.fromCodePoint(0xa0 + below(0x1ff0)));
      }
    }
    return characters.join('');
  };
  for (let index = 0; index < count; index += 1) {
    const kind = below(10);
    if (kind < 5) yield made();
    else if (kind < 7) yield mutated(made());
    else if (kind < 9) yield mutated(one(corpus));
    else yield one(corpus);
  }
}
