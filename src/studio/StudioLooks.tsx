import { otherLanguage } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';
import type { StudioProps } from './studio-props.ts';

/** The theme and the language of the studio. */
export function StudioLooks({
  theme,
  onTheme,
  onLanguage,
}: Pick<StudioProps, 'theme' | 'onTheme' | 'onLanguage'>) {
  const { t, language } = useSentences('studio');
  const next = theme === 'auto' ? 'light' : theme === 'light' ? 'dark' : 'auto';
  return (
    <>
      <button
        type="button"
        className="studio-button"
        title={t('looks.next', { theme: t(`looks.${next}`) })}
        onClick={() => onTheme(next)}
      >
        {t(`looks.${theme}`)}
      </button>
      <button
        type="button"
        className="studio-button"
        lang={otherLanguage(language)}
        translate="no"
        onClick={() => onLanguage(otherLanguage(language))}
      >
        {language === 'ja' ? 'English' : '日本語'}
      </button>
    </>
  );
}
