/**
 * Random numbers that are the same on every machine. The seed is a text: xmur3 spreads it, sfc32 draws (both public
 * domain; sfc32 is PractRand's small fast counter generator). Uses integers only, so no machine rounds differently.
 */

/** A source of random numbers. Each call continues where the last one ended. */
export interface Random {
  /** A whole number from 0 up to but excluding `below`, which is 1 to 2³². */
  readonly below: (below: number) => number;
  /**
   * One of the items, each with a probability proportional to its integer weight; undefined if no weight is above
   * 0.
   */
  readonly weighted: <Item>(items: readonly Item[], weightOf: (item: Item) => number) => Item | undefined;
  /** The items in random order; every order is equally likely. */
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
}

/** The source for a seed. */
export function randomFrom(seed: string): Random {
  const next = sfc32(xmur3(seed));
  // Numbers past the last whole multiple of `below` are drawn again; otherwise small results would be more likely.
  const below: Random['below'] = (limit) => {
    const fair = Math.floor(range / limit) * limit;
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % limit;
  };
  return {
    below,
    weighted: (items, weightOf) => {
      const total = items.reduce((sum, item) => sum + weightOf(item), 0);
      if (total <= 0) return undefined;
      let left = below(total);
      return items.find((item) => {
        left -= weightOf(item);
        return left < 0;
      });
    },
    shuffled: (items) => {
      const left = [...items];
      return items.flatMap(() => left.splice(below(left.length), 1));
    },
  };
}

const range = 2 ** 32;

/** A generator of 32-bit numbers from a text. */
function xmur3(text: string): () => number {
  let hash = 1_779_033_703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
}

function sfc32(seed: () => number): () => number {
  let [a, b, c, d] = [seed(), seed(), seed(), seed()];
  const next = (): number => {
    const drawn = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + drawn) | 0;
    return drawn >>> 0;
  };
  // Seeds that differ in one letter need some draws to diverge.
  for (let step = 0; step < 15; step += 1) next();
  return next;
}
