import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useLinks } from '../links.tsx';

/** The magnifier beside every link. It inspects the address without opening it. */
export function LinkTool({ link, text }: { readonly link: string; readonly text: string }) {
  const { t } = useLanguage();
  const { onInspect } = useLinks();
  return (
    <button
      type="button"
      className="link-tool"
      aria-label={t('link.inspect', { text })}
      onClick={({ currentTarget }) => onInspect(link, currentTarget)}
    >
      <Icon name="loupe" size={14} />
    </button>
  );
}
