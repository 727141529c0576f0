/** The site of a contact is the one address a player may trust, so it must be a plain web address. */
import { hostOf } from '../../url/host.ts';
import { cutUrl, schemeName } from '../../url/url-parts.ts';
import type { Flaw } from '../read/problem.ts';
import type { Scenario } from '../format/scenario.ts';
import { shown } from '../read/shown.ts';

/** The host of a plain http or https address in ASCII; undefined for anything else, such as `javascript:`, a user before the host or `\\`. */
export function hostOfSite(site: string): string | undefined {
  const raw = cutUrl(site);
  const isWeb =
    raw.scheme === '' ? raw.slashes === '' : /^https?$/.test(schemeName(raw.scheme)) && raw.slashes === '//';
  const isPlain = raw.userinfo === '' && !/[\s\\]/u.test(site);
  const host = hostOf(raw);
  if (!isWeb || !isPlain || host.kind === 'none' || host.kind === 'invalid') return undefined;
  return host.kind === 'domain' ? host.ascii : host.address;
}

/** A flaw for every contact whose site is not an http or https address, such as one with `javascript:` or `data:`. */
export function siteFlaws(scenario: Scenario): readonly Flaw[] {
  return scenario.directory.flatMap(({ site }, index): readonly Flaw[] =>
    site === undefined || hostOfSite(site) !== undefined
      ? []
      : [
          {
            rule: 'unsafe-address',
            severity: 'error',
            path: ['directory', index, 'site'],
            text: {
              ja: `公式サイト「${shown(site)}」はウェブのアドレスではありません。https:// で始まるアドレスにしてください。`,
              en: `The site “${shown(site)}” is not a web address. Write one that starts with https://.`,
            },
          },
        ],
  );
}
