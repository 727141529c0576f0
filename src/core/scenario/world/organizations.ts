/** Finds organisations of the fictional world by name or host. */
import type { Localized } from '../format/text.ts';
import type { World } from './world.ts';

/** The player's company or another organisation of the world, with its names and domains. */
export interface KnownOrganization {
  readonly name: Localized;
  readonly domains: readonly string[];
}

/** The company and all organisations. */
export function knownOrganizations({ company, organizations }: World): readonly KnownOrganization[] {
  return [company, ...organizations];
}

/** Those whose name occurs in a text, in either language. */
export function namedIn<Known extends KnownOrganization>(
  text: Localized,
  known: readonly Known[],
): readonly Known[] {
  return known.filter(
    ({ name }) =>
      squeezed(text.ja).includes(squeezed(name.ja)) || squeezed(text.en).includes(squeezed(name.en)),
  );
}

/** Whether a host is one of the domains or a subdomain of one. */
export function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A text normalised for comparison: width, case and spaces are ignored. */
export const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
