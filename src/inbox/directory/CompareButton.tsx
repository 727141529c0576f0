import type { KnownOrganization } from '../../core/scenario/world/organizations.ts';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';

interface CompareButtonProps {
  /** Undefined, or without a domain: there is nothing to compare with. */
  readonly known: KnownOrganization | undefined;
  readonly onCompare: ((known: KnownOrganization) => void) | undefined;
}

/** Puts an entry's domains beside the address in the lens. */
export function CompareButton({ known, onCompare }: CompareButtonProps) {
  const { t, language } = useSentences('directory');
  if (onCompare === undefined || known === undefined || known.domains.length === 0) return null;
  return (
    <button
      type="button"
      className="button small"
      aria-label={t('compareWith', { name: pick(known.name, language) })}
      onClick={() => onCompare(known)}
    >
      {t('compare')}
    </button>
  );
}
