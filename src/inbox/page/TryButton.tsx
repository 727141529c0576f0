import { createContext, use } from 'react';
import type { PageBlockKind } from '../../core/scenario/layout/block-kinds.ts';
import { useLanguage } from '../../i18n/setup.ts';

/** Called when a player tries the main control of a mock page. Nothing is sent; the teachable moment follows. */
export const TryContext = createContext<(() => void) | undefined>(undefined);

/** The button beside the main control of every block of a page, the same on lures and genuine pages. */
export function TryButton({ kind }: { readonly kind: 'form' | Exclude<PageBlockKind, 'window'> }) {
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
