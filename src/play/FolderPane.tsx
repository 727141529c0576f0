import { useLanguage } from '../i18n/setup.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Folder } from './store.ts';

interface FolderPaneProps {
  readonly folder: Folder;
  readonly counts: Readonly<Record<Folder, number>>;
  readonly onFolder: (folder: Folder) => void;
  /** Absent while no inbox with contacts is open. */
  readonly onReference: (() => void) | undefined;
}

const folders = [
  { folder: 'inbox', icon: 'inbox' },
  { folder: 'reported', icon: 'report' },
  { folder: 'deleted', icon: 'trash' },
] as const;

/** The folders, and the recipient's means of checking a message. */
export function FolderPane({ folder, counts, onFolder, onReference }: FolderPaneProps) {
  const { t } = useLanguage();
  return (
    <nav className="folders" aria-label={t('inbox.folders')}>
      <ul>
        {folders.map((entry) => (
          <li key={entry.folder}>
            <button
              type="button"
              aria-current={folder === entry.folder}
              onClick={() => onFolder(entry.folder)}
            >
              <Icon name={entry.icon} />
              <span>{t(`folder.${entry.folder}`)}</span>
              <span className="count" translate="no">
                {counts[entry.folder]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onReference && (
        <button type="button" onClick={onReference}>
          <Icon name="people" />
          <span>{t('reference.title')}</span>
        </button>
      )}
    </nav>
  );
}
