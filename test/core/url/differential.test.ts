import { URL as StandardUrl } from 'whatwg-url';
import { describe, expect, it } from 'vitest';
import { anatomyOf, type UrlAnatomy } from '../../../src/core/email/url/url.ts';
import { webSchemes } from '../../../src/core/url/url-parts.ts';
import { generatedUrls } from './generated-urls.ts';

interface Reading {
  /** Empty where it is not opened. */
  readonly host: string;
  readonly port: string;
}

const unopened: Reading = { host: '', port: '' };
const usualPorts: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
  'ftp:': '21',
};

/** How an implementation of the URL Standard reads a text; a text without a scheme is typed into an address bar. */
function readingBy(Implementation: typeof URL, { scheme }: UrlAnatomy, text: string): Reading {
  const whole = scheme === '' ? `https://${text.replace(/^[\0- ]+/, '')}` : text;
  if (!Implementation.canParse(whole)) return unopened;
  const { hostname, port, protocol } = new Implementation(whole);
  if (hostname === '') return unopened;
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, ''),
    port: port === '' ? (usualPorts[protocol] ?? '') : port,
  };
}

/** Our reading, with the port normalised: without leading zeros, or the default of the scheme. */
function ourReading({ scheme, host, port }: UrlAnatomy): Reading {
  if (host === '') return unopened;
  return { host, port: port === '' ? (usualPorts[`${scheme || 'https'}:`] ?? '') : String(Number(port)) };
}

const same = (one: Reading, other: Reading): boolean => one.host === other.host && one.port === other.port;

/** The known reasons why our reading may differ from that of the engine. Any other difference is our fault. */
const classes: readonly (readonly [name: string, holds: (given: Given) => boolean])[] = [
  [
    // The tables of Ada in Node 20 are those of Unicode 15; browsers of today read as the reference implementation does.
    'Node lags behind Unicode',
    ({ ours, text, anatomy }) =>
      /[^\0-\x7f]|xn--|%/i.test(text) && same(ours, readingBy(StandardUrl, anatomy, text)),
  ],
  [
    // Only web addresses matter to a player; hosts of `ssh:` and `hxxps:` are read as if they were of the web.
    'scheme of no browser',
    ({ anatomy }) => anatomy.scheme !== '' && anatomy.scheme !== 'file' && !webSchemes.has(anatomy.scheme),
  ],
  [
    // Full-width spaces at both ends are removed, as in an address bar.
    'full-width space at the ends',
    ({ ours, text, anatomy }) =>
      /^[\0- ]*\u3000|\u3000[\0- ]*$/.test(text) &&
      same(ours, readingBy(StandardUrl, anatomy, text.replace(/^[\0- \u3000]+|[\0- \u3000]+$/g, ''))),
  ],
  [
    'a path alone names no host',
    ({ ours, text }) => ours.host === '' && /^[\0- \u3000]*[/\\][^/\\]/.test(text),
  ],
];

interface Given {
  readonly text: string;
  readonly anatomy: UrlAnatomy;
  readonly ours: Reading;
}

describe('100,000 generated addresses', () => {
  it('are read like the engine reads them, or differ for a known reason', () => {
    const unexplained: unknown[] = [];
    const counts = new Map<string, number>();
    for (const text of generatedUrls(100_000, 18)) {
      const anatomy = anatomyOf(text);
      const given = { text, anatomy, ours: ourReading(anatomy) };
      const theirs = readingBy(URL, anatomy, text);
      const name = same(given.ours, theirs) ? 'same' : classes.find(([, holds]) => holds(given))?.[0];
      if (name === undefined) unexplained.push({ text, ours: given.ours, theirs });
      else counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(unexplained).toEqual([]);
    expect(counts.get('same')).toBeGreaterThan(90_000);
  }, 180_000);
});
