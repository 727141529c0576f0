import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, type JsonValue, memberOf } from '../../../src/core/draft/json.ts';
import { withStyle } from '../../../src/core/draft/style-run.ts';

const runsOf = (line: JsonValue): readonly JsonValue[] => (isList(line) ? line : [line]);

function textOf(run: JsonValue): string {
  const text = typeof run === 'string' ? run : memberOf(run, 'text');
  return typeof text === 'string' ? text : '';
}

const wordsOf = (line: JsonValue): string => runsOf(line).map(textOf).join('');

/** For each unit of a line, the link it leads to. */
const linksOf = (line: JsonValue): readonly (JsonValue | undefined)[] =>
  runsOf(line).flatMap((run) => Array.from(textOf(run), () => memberOf(run, 'link')));

describe('words of a line', () => {
  it('become a link, and the rest stays plain', () => {
    expect(withStyle('詳しくはこちらです。', { run: 0, start: 4, end: 7 }, { link: 'main' })).toEqual([
      '詳しくは',
      { text: 'こちら', link: 'main' },
      'です。',
    ]);
  });

  it('lose their link, and the line is one text again', () => {
    const line = ['See ', { text: 'here', link: 'main' }, '.'];
    expect(withStyle(line, { run: 1, start: 0, end: 4 }, { link: null })).toBe('See here.');
  });

  it('keep the style they had beside a new one', () => {
    const line = [{ text: 'Pay now', bold: true }];
    expect(withStyle(line, { run: 0, start: 4, end: 7 }, { link: 'pay' })).toEqual([
      { text: 'Pay ', bold: true },
      { text: 'now', bold: true, link: 'pay' },
    ]);
  });

  it('that are not there change nothing', () => {
    expect(withStyle('short', { run: 0, start: 2, end: 9 }, { bold: true })).toBeUndefined();
    expect(withStyle('short', { run: 1, start: 0, end: 1 }, { bold: true })).toBeUndefined();
  });

  it('are styled alone: the words of the line stay, and no other unit gets the link', () => {
    const run = fc.oneof(
      fc.string({ minLength: 1, maxLength: 8, unit: 'binary-ascii' }),
      fc.record({
        text: fc.string({ minLength: 1, maxLength: 8, unit: 'binary-ascii' }),
        bold: fc.constant(true),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (line, r, a, b) => {
          const at = r % line.length;
          const picked = line[at] ?? '';
          const text = typeof picked === 'string' ? picked : picked.text;
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const styled = withStyle(line, { run: at, start, end }, { link: 'x' });
          expect(styled).toBeDefined();
          expect(wordsOf(styled ?? null)).toBe(wordsOf(line));
          const before = wordsOf(line.slice(0, at)).length;
          expect(linksOf(styled ?? null)).toEqual(
            Array.from(wordsOf(line), (_, unit) =>
              unit >= before + start && unit < before + end ? 'x' : undefined,
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
