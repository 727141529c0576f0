/** Guesses which word was meant by a misspelt one. */

const longestWord = 40;

/**
 * The word nearest to `misspelt`, if they differ by at most two edits and a third of the word's length; otherwise
 * undefined.
 */
export function nearest(misspelt: string, words: Iterable<string>): string | undefined {
  if (misspelt.length > longestWord) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const word of words) {
    const distance = editDistance(misspelt.toLowerCase(), word.toLowerCase());
    const bound = Math.min(2, Math.floor(Math.max(misspelt.length, word.length) / 3));
    if (distance <= bound && (best === undefined || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/**
 * The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment
 * distance).
 */
function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
