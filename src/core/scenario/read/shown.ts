/** Quotes parts of an untrusted file in our own sentences so that they can neither flood nor disguise them. */

const longestShown = 60;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text as a sentence may quote it: at most 60 characters, invisible characters spelled out as U+ numbers. */
export function shown(text: string): string {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return short.replace(unseen, codePoint);
}

/** The number of a character, such as U+202E. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A JSON path as people write it: `messages[2].subject.ja`. */
export function shownPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? shown(step) : `.${shown(step)}`;
    })
    .join('');
}
