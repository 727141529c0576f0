/** The contacts of an inbox by the domains of their mail addresses and sites. */
import type { KnownOrganization } from '../../scenario/world/organizations.ts';
import type { Contact } from '../../scenario/format/scenario.ts';
import { parseAddress } from '../compose/address.ts';
import { anatomyOf } from './url.ts';

/** Each contact with its registrable domains; none if the contact has neither address nor site. */
export function contactDomains(contacts: readonly Contact[]): readonly KnownOrganization[] {
  return contacts.map(({ name, address, site }) => ({
    name,
    domains: [address === undefined ? undefined : parseAddress(address)?.domain, site].flatMap((text) => {
      const domain = text === undefined ? undefined : anatomyOf(text).registrableDomain;
      return domain === undefined ? [] : [domain];
    }),
  }));
}
