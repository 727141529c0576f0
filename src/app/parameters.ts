/** What the query string of the page may say; what it says wrongly is named, and the game goes on. */
import { isLanguage, type Language } from '../i18n/language.ts';

export interface Parameters {
  readonly language?: Language;
  readonly mistakes: readonly Mistake[];
}

export type Mistake =
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: string; readonly allowed: string };

export function parametersOf(query: string): Parameters {
  const mistakes: Mistake[] = [];
  let language: Language | undefined;
  for (const [name, value] of new URLSearchParams(query)) {
    if (name !== 'lang') mistakes.push({ kind: 'unknown', name: short(name) });
    else if (isLanguage(value)) language = value;
    else mistakes.push({ kind: 'value', name, value: short(value), allowed: 'ja, en' });
  }
  return { ...(language && { language }), mistakes };
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
