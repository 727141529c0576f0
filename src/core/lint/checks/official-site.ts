import { shown } from '../../scenario/read/shown.ts';
import { hostOfSite } from '../../scenario/world/official-site.ts';
import type { Rule } from '../rule.ts';

/** The site of a contact is the one address a player may trust, so it is a plain web address, never `javascript:` or `data:`. */
export const unsafeAddress: Rule = {
  name: 'unsafe-address',
  severity: 'error',
  summary: { ja: 'ウェブのアドレスではない公式サイト', en: 'The site of a contact that is no web address' },
  scope: 'scenario',
  check: ({ directory }) =>
    directory.flatMap(({ site }, index) =>
      site === undefined || hostOfSite(site) !== undefined
        ? []
        : [
            {
              path: ['directory', index, 'site'],
              text: {
                ja: `公式サイト「${shown(site)}」はウェブのアドレスではありません。https:// で始まるアドレスにしてください。`,
                en: `The site “${shown(site)}” is not a web address. Write one that starts with https://.`,
              },
            },
          ],
    ),
};
