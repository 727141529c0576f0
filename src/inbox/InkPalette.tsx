import { createContext, use, useId, useRef } from 'react';
import { type Ink, inks } from '../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../i18n/setup.ts';
import { isForLayerOf, useKeys } from '../ui/useKeys.ts';
import { InkSeal } from './InkSeal.tsx';

/** The ink that X leads to. */
export const otherInk = (ink: Ink): Ink => (ink === 'doubt' ? 'trust' : 'doubt');

interface InkInHand {
  readonly ink: Ink;
  readonly onChoose: (ink: Ink) => void;
}

/** The ink in hand, for palettes in dialogs; undefined once the answer is given. */
export const InkContext = createContext<InkInHand | undefined>(undefined);

/** The ink of the next stamp: doubt or trust. */
export function InkPalette({ ink, onChoose }: InkInHand) {
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

/** The palette in a dialog in which parts can be flagged, since the dialog covers the dock. X swaps the ink there too. */
export function DialogInks() {
  const inHand = use(InkContext);
  const holder = useRef<HTMLDivElement>(null);
  useKeys((event) => {
    if (inHand === undefined || event.key.toLowerCase() !== 'x' || !isForLayerOf(holder.current, event)) {
      return false;
    }
    inHand.onChoose(otherInk(inHand.ink));
    return true;
  });
  return inHand === undefined ? null : (
    <div ref={holder}>
      <InkPalette {...inHand} />
    </div>
  );
}
