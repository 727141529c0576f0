import './directory.css';
import { contactDomains } from '../../core/email/url/contact-domains.ts';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import type { KnownOrganization } from '../../core/scenario/world/organizations.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { breakable } from '../../ui/breakable.tsx';
import { CompareButton } from './CompareButton.tsx';

interface ContactListProps {
  readonly contacts: readonly Contact[];
  readonly onCompare?: ((known: KnownOrganization) => void) | undefined;
}

/** The recipient's contacts, with every way to reach them. */
export function ContactList({ contacts, onCompare }: ContactListProps) {
  const { language } = useLanguage();
  const known = onCompare === undefined ? [] : contactDomains(contacts);
  return (
    <ul className="contacts">
      {contacts.map(({ id, name, role, address, phone, site }, at) => (
        <li key={id}>
          <strong>{pick(name, language)}</strong>
          <span className="soft">{pick(role, language)}</span>
          {[address, phone, site].map(
            (way) =>
              way !== undefined && (
                <code key={way} translate="no">
                  {breakable(way)}
                </code>
              ),
          )}
          <CompareButton known={known[at]} onCompare={onCompare} />
        </li>
      ))}
    </ul>
  );
}
