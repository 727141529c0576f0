import { useId, useState } from 'react';
import type { Contact } from '../../core/scenario/format/scenario.ts';
import type { MailboxKind } from '../../core/scenario/format/vocabulary.ts';
import type { KnownOrganization } from '../../core/scenario/world/organizations.ts';
import { useSentences } from '../../i18n/setup.ts';
import { useBackCloses } from '../../ui/dialog/back.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ContactList } from './ContactList.tsx';
import { Directory } from './Directory.tsx';
import type { FoundWorld } from './world-source.ts';

interface LookUpProps {
  readonly contacts: readonly Contact[];
  /** Undefined while loading. */
  readonly found: FoundWorld | undefined;
  readonly mailbox: MailboxKind;
  /** Looks up an organisation's domains beside the inspected one; absent if there is no domain. */
  readonly onCompare?: ((known: KnownOrganization) => void) | undefined;
}

/** Contacts and directory beside something else that is being inspected, folded until opened. */
export function LookUp({ contacts, found, mailbox, onCompare }: LookUpProps) {
  const { t } = useSentences('directory');
  const [open, setOpen] = useState(false);
  const listId = useId();
  useBackCloses(open, () => setOpen(false));
  const compare =
    onCompare &&
    ((known: KnownOrganization): void => {
      setOpen(false);
      onCompare(known);
    });
  return (
    <div className="look-up">
      <button
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <Icon name="people" size={16} />
        <span>{t('lookUp')}</span>
      </button>
      <div id={listId} className="look-up-lists" hidden={!open}>
        {open && (
          <>
            <h3 className="lens-heading">{t('contacts')}</h3>
            <ContactList contacts={contacts} onCompare={compare} />
            {found !== undefined && found.kind !== 'none' && <h3 className="lens-heading">{t('title')}</h3>}
            <Directory found={found} mailbox={mailbox} onCompare={compare} />
          </>
        )}
      </div>
    </div>
  );
}
