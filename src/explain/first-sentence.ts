/** The first sentence of an explanation, for places with room for one; the whole text where it is one sentence. */
import type { Language } from '../i18n/language.ts';

export function firstSentence(text: string, language: Language): string {
  return language === 'ja'
    ? firstInJapanese(text)
    : (/^.+?[.!?][’”)]?(?=\s+[“‘(]?[A-Z])/su.exec(text)?.[0] ?? text);
}

const opening = '「『（(';
const closing = '」』）)';

/** A full stop within quotation marks or brackets ends a sentence of theirs alone. */
function firstInJapanese(text: string): string {
  let depth = 0;
  let length = 0;
  for (const letter of text) {
    length += letter.length;
    if (opening.includes(letter)) depth += 1;
    else if (closing.includes(letter)) depth -= 1;
    else if (letter === '。' && depth === 0) return text.slice(0, length);
  }
  return text;
}
