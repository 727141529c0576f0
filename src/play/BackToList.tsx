import { useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/setup.ts';
import { useBackCloses } from '../ui/dialog/back.ts';
import { Icon } from '../ui/Icon.tsx';

interface BackToListProps {
  readonly onBack: () => void;
  /** Present if the message was opened from the result, which the Back button then returns to. */
  readonly onBackToResult: (() => void) | undefined;
}

/**
 * The way back to the list, where the message covers the list; the style sheet hides it elsewhere. The browser's
 * Back button does the same.
 */
export function BackToList({ onBack, onBackToResult }: BackToListProps) {
  const { t } = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const [alone, setAlone] = useState(false);
  // After every render, because another skin has another width.
  useLayoutEffect(() => {
    const look = (): void => {
      if (button.current !== null) setAlone(getComputedStyle(button.current).display !== 'none');
    };
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  });
  useBackCloses(alone || onBackToResult !== undefined, onBackToResult ?? onBack);
  return (
    <button type="button" ref={button} className="button small back" onClick={onBack}>
      <Icon name="back" size={16} />
      <span>{t('inbox.back')}</span>
    </button>
  );
}
