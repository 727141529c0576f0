import { domainOf } from '../../../email/compose/authentication.ts';
import { writerOf } from '../../../scenario/layout/headline.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { isUnder, knownOrganizations, namedIn } from '../../../scenario/world/organizations.ts';
import type { Rule } from '../../rule.ts';

/** A genuine message in the name of somebody of the world comes from a domain of the world. */
export const worldGenuine: Rule = {
  name: 'world-genuine',
  severity: 'error',
  summary: {
    ja: '共通の世界の組織を名乗るのに、そのドメインから届いていない正規のメール',
    en: 'Genuine mail in the name of the world that is not from its domain',
  },
  scope: 'scenario',
  check: ({ messages }, { world: filed }) => {
    if (filed === undefined) return [];
    const world = filed.value;
    // A service may write for a firm ("Hakuya Printing via Choboya"), so any domain of the world will do.
    const official = knownOrganizations(world).flatMap(({ domains }) => domains);
    return messages.flatMap((message, index) => {
      const { name, address = '', path = [] } = writerOf(message) ?? {};
      const host = domainOf(address);
      if (message.solution.truth !== 'legitimate' || name === undefined || address === '') return [];
      // The account of a chat need not be an address.
      if (host === '' && message.channel === 'chat') return [];
      const named = namedIn(name, knownOrganizations(world));
      if (named.length === 0 || isUnder(host, official)) return [];
      const domains = named.flatMap((organization) => organization.domains);
      return [
        {
          path: ['messages', index, ...path],
          text: {
            ja: `正規のメールですが、「${shown(name.ja)}」の公式ドメインは ${domains.join('、')} です。「${shown(host || address)}」を直してください。`,
            en: `The message is genuine, but the official domain of “${shown(name.en)}” is ${domains.join(', ')}. Correct “${shown(host || address)}”.`,
          },
        },
      ];
    });
  },
};
