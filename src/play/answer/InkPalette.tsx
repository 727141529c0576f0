import { useId } from 'react';
import { type Ink, inks } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { InkSeal } from '../../inbox/InkSeal.tsx';

interface InkPaletteProps {
  readonly ink: Ink;
  readonly onChoose: (ink: Ink) => void;
}

/** The ink of the next stamp: doubt or trust. */
export function InkPalette({ ink, onChoose }: InkPaletteProps) {
  const { t } = useLanguage();
  const name = useId();
  return (
    <div className="ink-palette" role="radiogroup" aria-label={t('ink.palette')}>
      <span aria-hidden="true">{t('ink.palette')}</span>
      {inks.map((each) => (
        <label key={each} className={`pick ${each}`} title={t(`ink.${each}.use`)}>
          <input type="radio" name={name} checked={each === ink} onChange={() => onChoose(each)} />
          <InkSeal ink={each} />
          <span>{t(`ink.${each}.name`)}</span>
        </label>
      ))}
    </div>
  );
}
