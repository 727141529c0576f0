/** Texts of a draft in both languages, of which one may be missing. */
import { isList, type JsonValue, memberOf } from '../../core/draft/json.ts';
import type { Language } from '../../core/scenario/format/vocabulary.ts';

/** A text as far as it is written. */
export type Written = Readonly<Record<Language, string>>;

/** A text of the format; a language that is missing is empty. Styled texts give their plain words. */
export const writtenIn = (value: JsonValue | undefined): Written => ({
  ja: wordsOf(memberOf(value, 'ja')),
  en: wordsOf(memberOf(value, 'en')),
});

/** The text in a language, otherwise in the other one. */
export const eitherOf = ({ ja, en }: Written, language: Language): string =>
  language === 'ja' ? ja || en : en || ja;

function wordsOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || typeof value !== 'object' || value === null) return '';
  if (isList(value)) return value.map(wordsOf).join('');
  const text = memberOf(value, 'text');
  return typeof text === 'string' ? text : '';
}

/** A text of an object; empty where it is none. */
export function wordIn(value: JsonValue | undefined, key: string): string {
  const word = memberOf(value, key);
  return typeof word === 'string' ? word : '';
}
