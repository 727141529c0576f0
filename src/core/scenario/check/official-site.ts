/** The site of a contact is the one address a player may trust, so it must be a plain web address. */
import type { Flaw } from '../read/problem.ts';
import type { Scenario } from '../format/scenario.ts';
import { shown } from '../read/shown.ts';

const webAddress = /^(?:https?:\/\/)?([\p{Letter}\p{Number}.-]+)(?::\d{1,5})?(?:\/\S*)?$/u;

/** The host of a plain http or https address in lower case; undefined for anything else, such as `javascript:` or `data:`. */
export const hostOfSite = (site: string): string | undefined => webAddress.exec(site)?.[1]?.toLowerCase();

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
