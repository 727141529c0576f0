import { domainOf } from '../../email/authentication.ts';
import { anatomyOf } from '../../email/url.ts';
import { shown } from '../../scenario/shown.ts';
import { isUnder, namedIn } from '../known-organizations.ts';
import { inScenarios, type Rule } from '../rule.ts';

/** The directory is what players may trust, so an organization of the world stands in it under its own domains. */
export const worldContact: Rule = {
  name: 'world-contact',
  severity: 'error',
  check: inScenarios(({ directory }, { surroundings }) => {
    const world = surroundings?.world;
    if (world === undefined) return [];
    return directory.flatMap(({ name, address, site }, index) => {
      const named = namedIn(name, world);
      const domains = named.flatMap((organization) => organization.domains);
      if (named.length === 0) return [];
      const hosts = [
        { key: 'address', host: address === undefined ? '' : domainOf(address) },
        { key: 'site', host: site === undefined ? '' : anatomyOf(site).host },
      ];
      return hosts
        .filter(({ host }) => host !== '' && !isUnder(host, domains))
        .map(({ key, host }) => ({
          path: ['directory', index, key],
          text: {
            ja: `「${shown(name.ja)}」の公式ドメインは ${domains.join('、')} です。「${shown(host)}」を直してください。`,
            en: `The official domain of “${shown(name.en)}” is ${domains.join(', ')}. Correct “${shown(host)}”.`,
          },
        }));
    });
  }),
};
