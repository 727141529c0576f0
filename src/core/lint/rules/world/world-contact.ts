import { domainOf } from '../../../email/compose/authentication.ts';
import { hostOfSite } from '../../../scenario/world/official-site.ts';
import { isUnder, namedIn } from '../../../scenario/world/organizations.ts';
import type { Contact } from '../../../scenario/format/scenario.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { phoneKey } from '../../../scenario/world/search-key.ts';
import type { World } from '../../../scenario/world/world.ts';
import type { Remark, Rule } from '../../rule.ts';

/** Players may trust contacts, so an organisation of the world among them has the domains and the number of the world. */
export const worldContact: Rule = {
  name: 'world-contact',
  severity: 'error',
  summary: {
    ja: '世界の組織や社員なのに、公式ドメインや電話番号が違う連絡先',
    en: 'A contact of the world under another domain or with another number than its own',
  },
  scope: 'scenario',
  check: ({ directory }, { world: filed }) => {
    if (filed === undefined) return [];
    const world = filed.value;
    return directory.flatMap((contact, index) =>
      [...strayHosts(contact, world), ...strayPhone(contact, world)].map(({ path, text }) => ({
        path: ['directory', index, ...path],
        text,
      })),
    );
  },
};

function strayHosts({ name, address, site }: Contact, { company, organizations }: World): readonly Remark[] {
  const named = namedIn(name, [company, ...organizations]);
  const domains = named.flatMap((organization) => organization.domains);
  if (named.length === 0) return [];
  const hosts = [
    ...(address === undefined ? [] : [{ key: 'address', written: address, host: domainOf(address) }]),
    ...(site === undefined ? [] : [{ key: 'site', written: site, host: hostOfSite(site) ?? '' }]),
  ];
  return hosts
    .filter(({ host }) => !isUnder(host, domains))
    .map(({ key, written, host }) => ({
      path: [key],
      text: {
        ja: `「${shown(name.ja)}」の公式ドメインは ${domains.join('、')} です。「${shown(host || written)}」を直してください。`,
        en: `The official domain of “${shown(name.en)}” is ${domains.join(', ')}. Correct “${shown(host || written)}”.`,
      },
    }));
}

function strayPhone({ name, address, phone }: Contact, { company, organizations }: World): readonly Remark[] {
  const colleagues = company.people.filter((person) => person.address === address);
  const owners = colleagues.length > 0 ? colleagues : namedIn(name, organizations);
  const numbers = owners.flatMap((owner) => owner.phone ?? []);
  const isSame = (number: string): boolean =>
    number === phone || (phoneKey(number) ?? '') === phoneKey(phone ?? '');
  if (phone === undefined || numbers.length === 0 || numbers.some(isSame)) return [];
  return [
    {
      path: ['phone'],
      text: {
        ja: `「${shown(name.ja)}」の電話番号は、world.json では ${numbers.join('、')} です。「${shown(phone)}」を直してください。`,
        en: `In world.json the number of “${shown(name.en)}” is ${numbers.join(', ')}. Correct “${shown(phone)}”.`,
      },
    },
  ];
}
