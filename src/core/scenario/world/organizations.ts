/** Whom of the fictional world a name speaks of, and whose a host is. */
import type { Localized } from '../format/text.ts';
import type { World } from './world.ts';

/** The player's company or an organization of the world, as far as names and domains go. */
export interface KnownOrganization {
  readonly name: Localized;
  readonly domains: readonly string[];
}

/** All whose names somebody could write under. */
export function knownOrganizations({ company, organizations }: World): readonly KnownOrganization[] {
  return [company, ...organizations];
}

/** Those whose name stands in a text, in either language. */
export function namedIn<Known extends KnownOrganization>(
  text: Localized,
  known: readonly Known[],
): readonly Known[] {
  return known.filter(
    ({ name }) =>
      squeezed(text.ja).includes(squeezed(name.ja)) || squeezed(text.en).includes(squeezed(name.en)),
  );
}

/** Whether a host is one of the domains or below one of them. */
export function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A text as it is compared: width, case and spaces do not count. */
export const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
