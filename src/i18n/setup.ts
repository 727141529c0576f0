/** i18next, started in the language of the screen. The other language and rarely needed parts load on use. */
import i18next from 'i18next';
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { loadOnce } from '../loading/load-once.ts';
import failureEn from './en/failure.json';
import failureJa from './ja/failure.json';
import { isLanguage, type Language } from './language.ts';

type Sentences = Readonly<Record<Language, () => Promise<{ readonly default: object }>>>;

/** Parts of the interface whose sentences load on use. keys.d.ts lists the same parts. */
const onUse = {
  coach: { ja: () => import('./ja/coach.json'), en: () => import('./en/coach.json') },
  debrief: { ja: () => import('./ja/debrief.json'), en: () => import('./en/debrief.json') },
  plan: { ja: () => import('./ja/plan.json'), en: () => import('./en/plan.json') },
  result: { ja: () => import('./ja/result.json'), en: () => import('./en/result.json') },
  round: { ja: () => import('./ja/round.json'), en: () => import('./en/round.json') },
  site: { ja: () => import('./ja/site.json'), en: () => import('./en/site.json') },
  teach: { ja: () => import('./ja/teach.json'), en: () => import('./en/teach.json') },
  channels: { ja: () => import('./ja/channels.json'), en: () => import('./en/channels.json') },
  directory: { ja: () => import('./ja/directory.json'), en: () => import('./en/directory.json') },
  drill: { ja: () => import('./ja/drill.json'), en: () => import('./en/drill.json') },
  file: { ja: () => import('./ja/file.json'), en: () => import('./en/file.json') },
  hero: { ja: () => import('./ja/hero.json'), en: () => import('./en/hero.json') },
  headers: { ja: () => import('./ja/headers.json'), en: () => import('./en/headers.json') },
  lens: { ja: () => import('./ja/lens.json'), en: () => import('./en/lens.json') },
  lms: { ja: () => import('./ja/lms.json'), en: () => import('./en/lms.json') },
  import: { ja: () => import('./ja/import.json'), en: () => import('./en/import.json') },
  give: { ja: () => import('./ja/give.json'), en: () => import('./en/give.json') },
  opened: { ja: () => import('./ja/opened.json'), en: () => import('./en/opened.json') },
  progress: { ja: () => import('./ja/progress.json'), en: () => import('./en/progress.json') },
  start: { ja: () => import('./ja/start.json'), en: () => import('./en/start.json') },
  settings: { ja: () => import('./ja/settings.json'), en: () => import('./en/settings.json') },
  studio: { ja: () => import('./ja/studio.json'), en: () => import('./en/studio.json') },
  verify: { ja: () => import('./ja/verify.json'), en: () => import('./en/verify.json') },
} as const satisfies Readonly<Record<string, Sentences>>;

type PartOnUse = keyof typeof onUse;
type Part = 'translation' | PartOnUse;

const loaders: Readonly<Record<Part, Sentences>> = {
  translation: { ja: () => import('./ja/common.json'), en: () => import('./en/common.json') },
  ...onUse,
};

/** Both languages, in the first script: the words for a failed load must not have to be loaded. */
const builtIn = { ja: { failure: failureJa }, en: { failure: failureEn } } as const;

/** Prefetches a language. Whoever needs the sentences handles a failure. */
export const fetchLanguage = (language: Language): Promise<unknown> =>
  loaders.translation[language]().catch(() => undefined);

/** Makes the words for a failed load available before anything has loaded. */
export async function startWords(language: Language): Promise<void> {
  if (i18next.isInitialized) await i18next.changeLanguage(language);
  else {
    await i18next.init({
      lng: language,
      fallbackLng: false,
      resources: builtIn,
      interpolation: { escapeValue: false },
      showSupportNotice: false,
    });
  }
  tellLanguage(language);
}

/** The build speaks too, and has no page. */
function tellLanguage(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** Starts the interface in a language. Rejects if its sentences do not load. */
export async function startLanguage(language: Language): Promise<void> {
  await startWords(language);
  await arrival('translation', language);
}

/** Loads the interface's sentences in a language beside the one on screen. Rejects if they do not load. */
export const loadLanguage = (language: Language): Promise<void> => arrival('translation', language);

/** Switches everything on screen to a language. The player's work is not touched. */
export async function changeLanguage(language: Language): Promise<void> {
  const inUse = Object.keys(loaders)
    .filter(isPart)
    .filter((part) => i18next.hasResourceBundle(i18next.language, part));
  await Promise.all(inUse.map((part) => arrival(part, language)));
  await i18next.changeLanguage(language);
  tellLanguage(language);
}

const isPart = (name: string): name is Part => Object.hasOwn(loaders, name);

/** The interface's sentences in a language, once they are loaded. */
export const sentencesIn = (language: Language) => translate(language, 'translation');

/** The interface's sentences and the current language. */
export function useLanguage() {
  const language = useSpokenLanguage();
  const t = useMemo(() => sentencesIn(language), [language]);
  return { t, language };
}

/** The words for a failed load. */
export function useFailureWords() {
  const language = useSpokenLanguage();
  return useMemo(() => translate(language, 'failure'), [language]);
}

/** The sentences of one part. They load on first render, so a `Loaded` must be above. */
export function useSentences<Name extends PartOnUse>(part: Name) {
  const language = useSpokenLanguage();
  // Always call `use()`: React matches hooks by order when it replays a suspended render.
  use(arrival(part, language));
  const t = useMemo(() => translate(language, part), [language, part]);
  return { t, language };
}

/** Loads the sentences of a part before they are needed. A failure is ignored: whoever needs them asks again. */
export async function fetchSentences(part: PartOnUse): Promise<void> {
  const language = spokenLanguage();
  try {
    const { default: sentences } = await loaders[part][language]();
    i18next.addResourceBundle(language, part, sentences);
  } catch {
    // Offline, say: `useSentences` tells the player.
  }
}

/** A cache: i18next works out each sentence on every call, which is noticeable at every flag on a slow phone. */
const known = new Map<string, unknown>();

/** The translating function of a part. It caches sentences without placeholders. */
function translate<Name extends Part | 'failure'>(language: Language, part: Name) {
  return new Proxy(i18next.getFixedT(language, part), {
    apply: (t, self, given: readonly unknown[]): unknown => {
      const [key] = given;
      if (given.length > 1 || typeof key !== 'string') return Reflect.apply(t, self, given);
      const name = `${language}/${part}/${key}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      const sentence: unknown = Reflect.apply(t, self, given);
      // A key returned unchanged means that the sentence has not loaded yet.
      if (sentence !== key) known.set(name, sentence);
      return sentence;
    },
  });
}

/** Another language than the interface's for what is below, such as a message that is shown in both. */
export const LanguageContext = createContext<Language | undefined>(undefined);

/** Re-renders on a change of language. This is the only part of react-i18next we need. */
function useSpokenLanguage(): Language {
  const spoken = useSyncExternalStore(followLanguage, spokenLanguage, spokenLanguage);
  return use(LanguageContext) ?? spoken;
}

/** Loads the interface's sentences in a language on first render, so a `Loaded` must be above. */
export function useSpoken(language: Language): void {
  use(arrival('translation', language));
}

function followLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

const spokenLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'ja');

const arrivals = new Map<string, () => Promise<void>>();

/** React reads `status` and does not suspend, so a change of language blanks nothing. */
const arrived = Object.assign(Promise.resolve(), { status: 'fulfilled' as const, value: undefined });

/**
 * Fulfilled once the sentences are loaded. Returns the same promise every time; after a failure, a new one once it
 * is asked for again.
 */
function arrival(part: Part, language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, part)) return arrived;
  const key = `${language}/${part}`;
  const asked = arrivals.get(key);
  if (asked !== undefined) return asked();
  const first = loadOnce(async () => {
    const { default: sentences } = await loaders[part][language]();
    i18next.addResourceBundle(language, part, sentences);
  });
  arrivals.set(key, first);
  return first();
}
