/** The order in which a screen displays a text with direction marks, as far as file names use them (UAX #9). */

type Mark = 'RLO' | 'embed' | 'isolate' | 'PDF' | 'PDI';

/** Embeddings without override keep Latin and Japanese text in order, so they only open a level. */
const marks: Readonly<Partial<Record<string, Mark>>> = {
  '\u202a': 'embed',
  '\u202b': 'embed',
  '\u202d': 'embed',
  '\u202e': 'RLO',
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate',
  '\u202c': 'PDF',
  '\u2069': 'PDI',
};

/** UAX #9, BD2: deeper levels are ignored. */
const deepest = 125;

interface Level {
  readonly kind: 'RLO' | 'embed' | 'isolate';
  readonly shown: string[];
}

/** A direction mark, or a character with its combining accents, which move with it. */
const glyphs = /[\u202a-\u202e\u2066-\u2069]|[^]\p{M}*/gu;

const mirrored = new Map(
  ['()', '[]', '{}', '<>', '「」', '【】', '\uff08\uff09'].flatMap((pair) => [
    [pair.charAt(0), pair.charAt(1)] as const,
    [pair.charAt(1), pair.charAt(0)] as const,
  ]),
);

/** The text as displayed: text after a right-to-left override is reversed, and the marks are removed. */
export function asShown(text: string): string {
  const outermost: Level = { kind: 'isolate', shown: [] };
  const open: Level[] = [outermost];
  let ignored = 0;
  const innermost = (): Level => open.at(-1) ?? outermost;
  const close = (): void => {
    const level = open.pop();
    if (level !== undefined) innermost().shown.push(inOrder(level));
  };
  for (const [glyph] of text.matchAll(glyphs)) {
    const mark = marks[glyph];
    switch (mark) {
      case undefined:
        innermost().shown.push(glyph);
        break;
      case 'RLO':
      case 'embed':
      case 'isolate':
        if (open.length > deepest) ignored += 1;
        else open.push({ kind: mark, shown: [] });
        break;
      case 'PDF':
        if (ignored > 0) ignored -= 1;
        else if (open.length > 1 && innermost().kind !== 'isolate') close();
        break;
      case 'PDI':
        // Closes its isolate and everything open inside it. Without an open isolate it has no effect.
        if (ignored > 0) ignored -= 1;
        else if (open.slice(1).some(({ kind }) => kind === 'isolate')) {
          while (innermost().kind !== 'isolate') close();
          close();
        }
        break;
    }
  }
  while (open.length > 1) close();
  return outermost.shown.join('');
}

function inOrder({ kind, shown }: Level): string {
  return kind === 'RLO'
    ? shown
        .toReversed()
        .map((glyph) => mirrored.get(glyph) ?? glyph)
        .join('')
    : shown.join('');
}
