import './directory.css';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';

/** The recipient's contacts, with every way to reach them. */
export function ContactList({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { language } = useLanguage();
  return (
    <ul className="contacts">
      {contacts.map(({ id, name, role, address, phone, site }) => (
        <li key={id}>
          <strong>{pick(name, language)}</strong>
          <span className="soft">{pick(role, language)}</span>
          {[address, phone, site].map(
            (way) =>
              way !== undefined && (
                <code key={way} translate="no">
                  {way}
                </code>
              ),
          )}
        </li>
      ))}
    </ul>
  );
}
