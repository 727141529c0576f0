/** A disc with the first letter of a name, in a tint that depends on the name alone. */
export function Avatar({ name }: { readonly name: string }) {
  const letter = [...name.replace(/[^\p{Letter}\p{Number}]/gu, '')][0] ?? '?';
  const tint = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 6, 0);
  return (
    <span className={`avatar tint-${tint}`} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
