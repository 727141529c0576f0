/** What a world says of an organization must fit the rest of it. */
import { readHost } from '../../url/host.ts';
import { isUnder } from '../world/organizations.ts';
import { hostOfSite } from './official-site.ts';
import type { Flaw } from '../read/problem.ts';
import { shown } from '../read/shown.ts';
import type { Organization, World } from '../world/world.ts';

/** A flaw for every id or domain that two organizations share, and every address or site outside the domains of its owner. */
export function worldFlaws({ organizations, company }: World): readonly Flaw[] {
  return [...organizationFlaws(organizations, company), ...companyFlaws(company)];
}

function companyFlaws({ domains, portal, addresses = [], people }: World['company']): readonly Flaw[] {
  return [
    ...straySite(portal, domains, ['company', 'portal']),
    ...addresses.flatMap((address, index) => strayAddress(address, domains, ['company', 'addresses', index])),
    ...people.flatMap(({ address }, index) =>
      strayAddress(address, domains, ['company', 'people', index, 'address']),
    ),
  ];
}

function organizationFlaws(
  organizations: readonly Organization[],
  company: World['company'],
): readonly Flaw[] {
  const owners = new Map(company.domains.map((domain) => [domain, 'company']));
  const ids = new Set<string>();
  return organizations.flatMap((organization, index): readonly Flaw[] => {
    const at = ['organizations', index];
    const taken = ids.has(organization.id) ? [flaw([...at, 'id'], repeated(organization.id))] : [];
    ids.add(organization.id);
    const shared = organization.domains.flatMap((domain, place) => {
      const owner = owners.get(domain);
      owners.set(domain, organization.id);
      return owner === undefined ? [] : [flaw([...at, 'domains', place], ownedBy(domain, owner))];
    });
    const { addresses, domains, site } = organization;
    return [
      ...taken,
      ...shared,
      ...addresses.flatMap((address, place) => strayAddress(address, domains, [...at, 'addresses', place])),
      ...(site === undefined ? [] : straySite(site, domains, [...at, 'site'])),
    ];
  });
}

function strayAddress(address: string, domains: readonly string[], path: Flaw['path']): readonly Flaw[] {
  const [, written = ''] = /^[^\s@]+@([^\s@]+)$/.exec(address) ?? [];
  const host = readHost(written);
  return host.kind === 'domain' && isUnder(host.ascii, domains) ? [] : [flaw(path, stray(address, domains))];
}

function straySite(site: string, domains: readonly string[], path: Flaw['path']): readonly Flaw[] {
  const host = hostOfSite(site);
  return host !== undefined && isUnder(host, domains) ? [] : [flaw(path, stray(site, domains))];
}

const flaw = (path: Flaw['path'], text: Flaw['text']): Flaw => ({
  rule: 'world-disagrees',
  severity: 'error',
  path,
  text,
});

const repeated = (id: string): Flaw['text'] => ({
  ja: `id「${shown(id)}」はすでに使われています。別の名前にしてください。`,
  en: `The id “${shown(id)}” is already taken. Choose another name.`,
});

const ownedBy = (domain: string, owner: string): Flaw['text'] => ({
  ja: `ドメイン「${shown(domain)}」は「${shown(owner)}」のものです。1つの組織にだけ書いてください。`,
  en: `The domain “${shown(domain)}” belongs to “${shown(owner)}”. Give it to one organization only.`,
});

const stray = (address: string, domains: readonly string[]): Flaw['text'] => ({
  ja: `アドレス「${shown(address)}」はこの組織のドメイン(${domains.join('、')})のものではありません。`,
  en: `The address “${shown(address)}” is not below a domain of this organization (${domains.join(', ')}).`,
});
