import './other-tab.css';
import { useSentences } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

interface OtherTabProps {
  /** Whether the other tab has changed the draft, so that this tab's changes are not saved. */
  readonly hasChanged: boolean;
  /** Opens what the other tab has written, without this tab's changes. */
  readonly onTheirs: () => void;
  /** Keeps this tab's draft under a name of its own. */
  readonly onCopy: () => void;
}

/** Says that the draft is open in another tab, and asks what to do once both have changed it. */
export function OtherTab({ hasChanged, onTheirs, onCopy }: OtherTabProps) {
  const { t } = useSentences('studio');
  if (!hasChanged) {
    return (
      <p className="studio-other-tab" role="status">
        {t('otherTab.open')}
      </p>
    );
  }
  return (
    <Dialog title={t('otherTab.title')} closeLabel={t('otherTab.copy')} onClose={onCopy}>
      <p>{t('otherTab.changed')}</p>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onCopy}>
          {t('otherTab.copy')}
        </button>
        <button type="button" className="button" onClick={onTheirs}>
          {t('otherTab.theirs')}
        </button>
      </div>
    </Dialog>
  );
}
