/** Sorts by ids alone, in a fixed order that looks random, so that the order in the file gives nothing away. */
export function shuffled<Thing extends { readonly id: string }>(things: readonly Thing[]): readonly Thing[] {
  return things.toSorted((a, b) => weight(a.id) - weight(b.id) || (a.id < b.id ? -1 : 1));
}

const weight = (id: string): number =>
  [...id].reduce((sum, character) => (sum * 33 + (character.codePointAt(0) ?? 0)) % 1_009, 7);
