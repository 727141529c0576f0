import './directory.css';
import { contactDomains } from '../../core/email/url/contact-domains.ts';
import { directoryOf, ownerOf } from '../../core/scenario/world/directory.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { FoundWorld } from './world-source.ts';

interface StandingProps {
  /** A registrable domain. */
  readonly domain: string;
  /** Whether it is a From domain that authentication did not confirm. */
  readonly isUnproven?: boolean;
  readonly scenario: Pick<Scenario, 'directory' | 'recipient'>;
  /** Undefined while loading; then nothing is said. */
  readonly found: FoundWorld | undefined;
}

/**
 * Says whether a domain is in the directory or the contacts, and whose it is. Nearly all genuine mail comes from
 * such a domain and few lures do, so this would give the answer away: it is shown after the answer only. Before
 * that, players look it up themselves.
 */
export function Standing({ domain, isUnproven = false, scenario, found }: StandingProps) {
  const { t, language } = useSentences('directory');
  if (found === undefined) return null;
  const { recipient, directory } = scenario;
  const entries = found.kind === 'found' ? directoryOf(found.world, recipient.mailbox ?? 'work') : [];
  const owner = ownerOf(domain, entries);
  const contact = ownerOf(domain, contactDomains(directory));
  return (
    <p className="owner-note">
      {owner !== undefined
        ? t(`standing.${isUnproven ? 'forgeable' : 'directory'}`, { domain, name: pick(owner, language) })
        : contact !== undefined
          ? t(`standing.${isUnproven ? 'forgeableContact' : 'contact'}`, {
              domain,
              name: pick(contact, language),
            })
          : t(found.kind === 'found' ? 'standing.unknown' : 'standing.unlisted', { domain })}
    </p>
  );
}
