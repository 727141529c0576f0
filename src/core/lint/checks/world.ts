/** The entries of a world must not contradict each other. */
import { readHost } from '../../url/host.ts';
import { isUnder } from '../../scenario/world/organizations.ts';
import { hostOfSite } from '../../scenario/world/official-site.ts';
import type { Localized } from '../../scenario/format/text.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Remark, Rule } from '../rule.ts';
import { shown } from '../../scenario/read/shown.ts';
import type { Organization, World } from '../../scenario/world/world.ts';

/** No two organizations share an id or domain, and every address and site lies below a domain of its owner. */
export const worldDisagrees: Rule = {
  name: 'world-disagrees',
  severity: 'error',
  summary: {
    ja: '組織どうしで重なる id やドメイン、組織のドメインではないアドレス（`world.json`）',
    en: 'In `world.json`: an id or domain of two organisations, or an address outside the domains of its owner',
  },
  scope: 'world',
  check: ({ organizations, company }) => [
    ...organizationRemarks(organizations, company),
    ...companyRemarks(company),
  ],
};

function companyRemarks({ domains, portal, addresses = [], people }: World['company']): readonly Remark[] {
  return [
    ...straySite(portal, domains, ['company', 'portal']),
    ...addresses.flatMap((address, index) => strayAddress(address, domains, ['company', 'addresses', index])),
    ...people.flatMap(({ address }, index) =>
      strayAddress(address, domains, ['company', 'people', index, 'address']),
    ),
  ];
}

function organizationRemarks(
  organizations: readonly Organization[],
  company: World['company'],
): readonly Remark[] {
  const owners = new Map(company.domains.map((domain) => [domain, 'company']));
  const ids = new Set<string>();
  return organizations.flatMap((organization, index): readonly Remark[] => {
    const at = ['organizations', index];
    const taken = ids.has(organization.id) ? [{ path: [...at, 'id'], text: repeated(organization.id) }] : [];
    ids.add(organization.id);
    const shared = organization.domains.flatMap((domain, place) => {
      const owner = owners.get(domain);
      owners.set(domain, organization.id);
      return owner === undefined ? [] : [{ path: [...at, 'domains', place], text: ownedBy(domain, owner) }];
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

function strayAddress(address: string, domains: readonly string[], path: Path): readonly Remark[] {
  const [, written = ''] = /^[^\s@]+@([^\s@]+)$/.exec(address) ?? [];
  const host = readHost(written);
  return host.kind === 'domain' && isUnder(host.ascii, domains)
    ? []
    : [{ path: path, text: stray(address, domains) }];
}

function straySite(site: string, domains: readonly string[], path: Path): readonly Remark[] {
  const host = hostOfSite(site);
  return host !== undefined && isUnder(host, domains) ? [] : [{ path: path, text: stray(site, domains) }];
}

const repeated = (id: string): Localized => ({
  ja: `id「${shown(id)}」はすでに使われています。別の名前にしてください。`,
  en: `The id “${shown(id)}” is already taken. Choose another name.`,
});

const ownedBy = (domain: string, owner: string): Localized => ({
  ja: `ドメイン「${shown(domain)}」は「${shown(owner)}」のものです。1つの組織にだけ書いてください。`,
  en: `The domain “${shown(domain)}” belongs to “${shown(owner)}”. Give it to one organization only.`,
});

const stray = (address: string, domains: readonly string[]): Localized => ({
  ja: `アドレス「${shown(address)}」はこの組織のドメイン(${domains.join('、')})のものではありません。`,
  en: `The address “${shown(address)}” is not below a domain of this organization (${domains.join(', ')}).`,
});
