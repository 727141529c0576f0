import type { Localized } from '../../core/scenario/format/text.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';

/**
 * Common Japanese and Latin initials. For these, the regular expression for all Unicode letters, which is slow to
 * build, is not needed.
 */
const usual = /^[\dA-Za-zぁ-ゖァ-ヺ一-鿿]/;

const anyLetter = /[\p{Letter}\p{Number}]/u;

/** A disc with the first letter of a name. Its colour depends on whom the name claims, in both languages the same, and on nothing else. */
export function Avatar({ name }: { readonly name: Localized }) {
  const { language } = useLanguage();
  return (
    <span className={`avatar tint-${tintOf(name.ja)}`} aria-hidden="true">
      {letterOf(pick(name, language))}
    </span>
  );
}

/** The first letter of a name in upper case, or a question mark. */
export const letterOf = (name: string): string =>
  (usual.exec(name)?.[0] ?? anyLetter.exec(name)?.[0] ?? '?').toUpperCase();

/** What ends the first word of a name: its organisation or family name, without department or remark. */
const wordEnd = /[\s,、（(【「/／]/;

/** A number from 0 to 7 that depends on the first word of a name alone, so that a department keeps the colour. */
export const tintOf = (name: string): number =>
  [...(name.split(wordEnd).find((word) => word !== '') ?? name)].reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 8,
    0,
  );
