import './key-help.css';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

/** The keys in their groups, as printed on a keyboard. */
const keys = [
  { name: 'next', keys: 'J / K' },
  { name: 'parts', keys: 'Tab, ← →, Enter' },
  { name: 'details', keys: 'I, U' },
  { name: 'ink', keys: 'X' },
  { name: 'seals', keys: '1 … 6' },
  { name: 'tools', keys: 'R D A F C O E' },
  { name: 'stamp', keys: 'Enter, Ctrl + Enter' },
  { name: 'steps', keys: '← →' },
  { name: 'goOn', keys: 'Enter, Ctrl + Enter' },
  { name: 'help', keys: '?' },
] as const;

/** All keys of the game. */
export default function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t: tApp } = useLanguage();
  const { t } = useSentences('coach');
  return (
    <Dialog title={t('keys.title')} closeLabel={tApp('app.close')} onClose={onClose}>
      <dl className="key-help">
        {keys.map(({ name, keys: printed }) => (
          <div key={name}>
            <dt translate="no">{printed}</dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('keys.off')}</p>
    </Dialog>
  );
}
