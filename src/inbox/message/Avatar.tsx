/**
 * Common Japanese and Latin initials. For these, the regular expression for all Unicode letters, which is slow to
 * build, is not needed.
 */
const usual = /^[\dA-Za-zぁ-ゖァ-ヺ一-鿿]/;

const anyLetter = /[\p{Letter}\p{Number}]/u;

/** A disc with the first letter of a name. Its colour depends on the name alone. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={`avatar tint-${tintOf(name)}`} aria-hidden="true">
      {letterOf(name)}
    </span>
  );
}

/** The first letter of a name in upper case, or a question mark. */
export const letterOf = (name: string): string =>
  (usual.exec(name)?.[0] ?? anyLetter.exec(name)?.[0] ?? '?').toUpperCase();

/** A number from 0 to 5 that depends on the name alone. */
export const tintOf = (name: string): number =>
  [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 6, 0);
