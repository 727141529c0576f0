import { createContext, use } from 'react';
import type { LaidPageLeaf } from '../../core/scenario/layout/blocks.ts';
import { useLanguage } from '../../i18n/setup.ts';

/** What happens when the main control of a mock page is tried: nothing leaves the page, the teachable moment comes. */
export const TryContext = createContext<(() => void) | undefined>(undefined);

/** Stands beside the main control of every block of a page, on a lure and a genuine page alike. */
export function TryButton({ kind }: { readonly kind: 'form' | LaidPageLeaf['kind'] }) {
  const { t } = useLanguage();
  const onTry = use(TryContext);
  return (
    onTry && (
      <button type="button" className="button small" translate="yes" onClick={onTry}>
        {t(`page.try.${kind}`)}
      </button>
    )
  );
}
