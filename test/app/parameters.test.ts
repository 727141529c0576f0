import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostMistakes, parametersOf } from '../../src/app/parameters.ts';

describe('the query string', () => {
  it('may be empty', () => {
    expect(parametersOf('')).toEqual({ mistakes: [] });
  });

  it.each(['ja', 'en'])('sets the language %s', (language) => {
    expect(parametersOf(`?lang=${language}`)).toEqual({ language, mistakes: [] });
  });

  it('names a language that does not exist, and those that do', () => {
    expect(parametersOf('?lang=fr')).toEqual({
      mistakes: [{ kind: 'value', name: 'lang', value: 'fr', allowed: 'ja, en' }],
    });
  });

  it('names what it does not know, cut to what fits a line', () => {
    const [mistake] = parametersOf(`?${'x'.repeat(5_000)}=1`).mistakes;
    expect(mistake).toEqual({ kind: 'unknown', name: `${'x'.repeat(40)}…` });
  });

  it('heeds the good and names the bad beside it', () => {
    expect(parametersOf('?lang=en&score=100')).toEqual({
      language: 'en',
      mistakes: [{ kind: 'unknown', name: 'score' }],
    });
  });

  it.each(['__proto__', 'constructor', 'LANG', ' lang', 'toString'])('takes %s for unknown', (name) => {
    const { language, mistakes } = parametersOf(`?${encodeURIComponent(name)}=en`);
    expect(language).toBeUndefined();
    expect(mistakes).toHaveLength(1);
  });

  it('never throws, and tells at most one short mistake a parameter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const { language, mistakes } = parametersOf(query);
        expect([undefined, 'ja', 'en']).toContain(language);
        expect(mistakes.length).toBeLessThanOrEqual([...new URLSearchParams(query)].length);
        for (const mistake of mistakes) expect(JSON.stringify(mistake).length).toBeLessThanOrEqual(600);
        expect(mistakes.length).toBeLessThanOrEqual(mostMistakes + 1);
      }),
    );
  });

  it('tells a flood of unknown names in a few sentences', () => {
    const flood = Array.from({ length: 800 }, (_, index) => `x${index}=1`).join('&');
    const { mistakes } = parametersOf(`?lang=en&${flood}`);
    expect(mistakes).toHaveLength(mostMistakes + 1);
    expect(mistakes.at(-1)).toEqual({ kind: 'more', count: 800 - mostMistakes });
  });

  it('asks for a round by its settings or its file, wrong values and all, since the round names those', () => {
    const { route, mistakes } = parametersOf('?lang=en&mode=exam&packs=a,b&round=spring');
    expect(mistakes).toEqual([]);
    expect(route).toEqual({
      screen: 'round',
      parameters: [
        ['mode', 'exam'],
        ['packs', 'a,b'],
        ['round', 'spring'],
      ],
    });
  });

  it('asks for one message explained, which goes before a round', () => {
    expect(parametersOf('?teach=sakura-2019/june-2019/lure-4&mode=daily').route).toEqual({
      screen: 'teach',
      pack: 'sakura-2019',
      scenario: 'june-2019',
      message: 'lure-4',
    });
  });

  it.each(['', 'a/b', '../../x/y', 'a/b/c/d', 'https://example.net'])('names teach=%s as wrong', (value) => {
    const { route, mistakes } = parametersOf(`?teach=${encodeURIComponent(value)}`);
    expect(route).toBeUndefined();
    expect(mistakes).toMatchObject([{ kind: 'value', name: 'teach', allowed: 'pack/scenario/message' }]);
  });
});
