import { useSentences } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';

/** The way back to the list, whose place the debrief takes. */
export function BackFromDebrief({ onBack }: { readonly onBack: () => void }) {
  const { t } = useSentences('debrief');
  return (
    <button type="button" className="button small plain debrief-back" onClick={onBack}>
      <Icon name="back" size={16} />
      <span>{t('back')}</span>
    </button>
  );
}
