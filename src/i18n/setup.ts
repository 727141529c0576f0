/** i18next with the language of the screen; the other language loads when it is asked for. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './language.ts';

const loaders = {
  ja: () => import('./ja.json'),
  en: () => import('./en.json'),
} satisfies Record<Language, () => Promise<unknown>>;

/** Asks for a language's sentences ahead of need; whoever needs them next has them at once. */
export const fetchLanguage = (language: Language): Promise<unknown> => loaders[language]();

/** Starts the interface in a language. */
export async function startLanguage(language: Language): Promise<void> {
  const { default: sentences } = await loaders[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: sentences } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language of everything on screen; nothing the player did is touched. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: sentences } = await loaders[language]();
    i18next.addResourceBundle(language, 'translation', sentences);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The interface's sentences and the language they are in. */
export function useLanguage() {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'ja';
  return { t, language };
}
