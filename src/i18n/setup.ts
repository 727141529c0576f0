/** i18next with the language of the screen; the other language, and what is seldom needed, loads when it is asked for. */
import i18next from 'i18next';
import { use, useMemo, useSyncExternalStore } from 'react';
import { loadOnce } from '../loading/load-once.ts';
import failureEn from './en/failure.json';
import failureJa from './ja/failure.json';
import { isLanguage, type Language } from './language.ts';

type Sentences = Readonly<Record<Language, () => Promise<{ readonly default: object }>>>;

/** The parts of the interface that bring their own sentences; keys.d.ts names the same. */
const onUse = {
  coach: { ja: () => import('./ja/coach.json'), en: () => import('./en/coach.json') },
  plan: { ja: () => import('./ja/plan.json'), en: () => import('./en/plan.json') },
  round: { ja: () => import('./ja/round.json'), en: () => import('./en/round.json') },
  site: { ja: () => import('./ja/site.json'), en: () => import('./en/site.json') },
  teach: { ja: () => import('./ja/teach.json'), en: () => import('./en/teach.json') },
  channels: { ja: () => import('./ja/channels.json'), en: () => import('./en/channels.json') },
  directory: { ja: () => import('./ja/directory.json'), en: () => import('./en/directory.json') },
  drill: { ja: () => import('./ja/drill.json'), en: () => import('./en/drill.json') },
  file: { ja: () => import('./ja/file.json'), en: () => import('./en/file.json') },
  headers: { ja: () => import('./ja/headers.json'), en: () => import('./en/headers.json') },
  lens: { ja: () => import('./ja/lens.json'), en: () => import('./en/lens.json') },
  lms: { ja: () => import('./ja/lms.json'), en: () => import('./en/lms.json') },
  progress: { ja: () => import('./ja/progress.json'), en: () => import('./en/progress.json') },
  settings: { ja: () => import('./ja/settings.json'), en: () => import('./en/settings.json') },
  verify: { ja: () => import('./ja/verify.json'), en: () => import('./en/verify.json') },
} as const satisfies Readonly<Record<string, Sentences>>;

type PartOnUse = keyof typeof onUse;
type Part = 'translation' | PartOnUse;

const loaders: Readonly<Record<Part, Sentences>> = {
  translation: { ja: () => import('./ja/common.json'), en: () => import('./en/common.json') },
  ...onUse,
};

/** In both languages and in the page's first script: the words for what cannot be loaded must not have to be loaded. */
const builtIn = { ja: { failure: failureJa }, en: { failure: failureEn } } as const;

/** Asks for a language's sentences ahead of need. A failure is told to whoever needs them. */
export const fetchLanguage = (language: Language): Promise<unknown> =>
  loaders.translation[language]().catch(() => undefined);

/** Gives the interface the few words it has before anything is loaded: those for what cannot be loaded. */
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
  document.documentElement.lang = language;
}

/** Starts the interface in a language. */
export async function startLanguage(language: Language): Promise<void> {
  await startWords(language);
  await arrival('translation', language);
}

/** Changes the language of everything on screen; nothing the player did is touched. */
export async function changeLanguage(language: Language): Promise<void> {
  const inUse = Object.keys(loaders)
    .filter(isPart)
    .filter((part) => i18next.hasResourceBundle(i18next.language, part));
  await Promise.all(inUse.map((part) => arrival(part, language)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

const isPart = (name: string): name is Part => Object.hasOwn(loaders, name);

/** The interface's sentences and the language they are in. */
export function useLanguage() {
  const language = useSpokenLanguage();
  const t = useMemo(() => translate(language, 'translation'), [language]);
  return { t, language };
}

/** The words for what cannot be loaded. */
export function useFailureWords() {
  const language = useSpokenLanguage();
  return useMemo(() => translate(language, 'failure'), [language]);
}

/** The sentences of one part of the interface, which load when it is first drawn: it needs a `Loaded` around it. */
export function useSentences<Name extends PartOnUse>(part: Name) {
  const language = useSpokenLanguage();
  // Always called, also where nothing is to be waited for: React matches hooks by order when it draws again after a wait.
  use(arrival(part, language));
  const t = useMemo(() => translate(language, part), [language, part]);
  return { t, language };
}

/** What was translated before: i18next works out each sentence anew, which at every flag on a slow phone is felt. */
const known = new Map<string, unknown>();

/** The translating function of a part, which remembers the sentences that have nothing to fill in. */
function translate<Name extends Part | 'failure'>(language: Language, part: Name) {
  return new Proxy(i18next.getFixedT(language, part), {
    apply: (t, self, given: readonly unknown[]): unknown => {
      const [key] = given;
      if (given.length > 1 || typeof key !== 'string') return Reflect.apply(t, self, given);
      const name = `${language}/${part}/${key}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      const sentence: unknown = Reflect.apply(t, self, given);
      // A key that comes back as it is has no sentence yet.
      if (sentence !== key) known.set(name, sentence);
      return sentence;
    },
  });
}

/** Draws again at every change of language; a small part of what react-i18next does, and all that is needed of it. */
const useSpokenLanguage = (): Language =>
  useSyncExternalStore(followLanguage, spokenLanguage, spokenLanguage);

function followLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

const spokenLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'ja');

const arrivals = new Map<string, () => Promise<void>>();

/** React reads the status and need not wait a turn, so that a change of language draws nothing away. */
const arrived = Object.assign(Promise.resolve(), { status: 'fulfilled' as const, value: undefined });

/** Settles once the sentences are there; the same promise whenever it is asked for, until it has failed and is asked for again. */
function arrival(part: Part, language: Language): Promise<void> {
  const key = `${language}/${part}`;
  const asked = arrivals.get(key);
  if (asked !== undefined) return asked();
  if (i18next.hasResourceBundle(language, part)) return arrived;
  const first = loadOnce(async () => {
    const { default: sentences } = await loaders[part][language]();
    i18next.addResourceBundle(language, part, sentences);
  });
  arrivals.set(key, first);
  return first();
}
