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

/**
 * All entries, those whose name a sender claims before the others: it contains the name, or begins with the same word in Japanese, as the
 * departments of a company do.
 */
export function claimedFirst<Named extends { readonly name: Localized }>(
  sender: Localized,
  entries: readonly Named[],
): readonly Named[] {
  const word = firstWordOf(sender.ja);
  const isClaimed = ({ name }: Named): boolean =>
    squeezed(sender.ja).includes(squeezed(name.ja)) ||
    squeezed(sender.en).includes(squeezed(name.en)) ||
    (word !== undefined && firstWordOf(name.ja) === word);
  return [...entries.filter(isClaimed), ...entries.filter((entry) => !isClaimed(entry))];
}

/** The first word of a name: its organisation or family name, without department or remark. */
const firstWordOf = (name: string): string | undefined =>
  name
    .normalize('NFKC')
    .split(/[\s,、(【「/・]/)
    .find((word) => word !== '');

/** Whether a host is one of the domains or a subdomain of one. */
export function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A text normalised for comparison: width, case and spaces are ignored. */
export const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
