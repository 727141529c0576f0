import { useSentences } from '../i18n/setup.ts';

interface ProblemChipsProps {
  readonly errors: number;
  readonly warnings: number;
  /** Whether it says so where there is no problem. */
  readonly isSilent?: boolean;
}

/** How many problems must be mended and how many may stay: by colour, word and number. */
export function ProblemChips({ errors, warnings, isSilent = false }: ProblemChipsProps) {
  const { t } = useSentences('studio');
  if (errors + warnings === 0)
    return isSilent ? null : <span className="studio-chip good">{t('chip.none')}</span>;
  return (
    <span className="studio-chips">
      {errors > 0 && <span className="studio-chip error">{t('chip.error', { count: errors })}</span>}
      {warnings > 0 && <span className="studio-chip warning">{t('chip.warning', { count: warnings })}</span>}
    </span>
  );
}
