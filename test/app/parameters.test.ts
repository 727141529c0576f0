import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostAddressMistakes, parametersOf } from '../../src/app/parameters.ts';

describe('the query string', () => {
  it('may be empty', () => {
    expect(parametersOf('')).toEqual({ mistakes: [], foreign: [] });
  });

  it.each([
    ['ja', 'ja'],
    ['en', 'en'],
    ['EN', 'en'],
    ['ja-JP', 'ja'],
    ['JA_jp', 'ja'],
    ['ja-Hira-JP-u-ca-japanese', 'ja'],
    ['en-gb', 'en'],
  ])('sets the language %s', (tag, language) => {
    expect(parametersOf(`?lang=${tag}`)).toEqual({ language, mistakes: [], foreign: [] });
  });

  it('names a language that does not exist, and those that do', () => {
    expect(parametersOf('?lang=fr')).toEqual({
      foreign: [],
      mistakes: [{ kind: 'value', name: 'lang', value: 'fr', allowed: 'ja, en' }],
    });
  });

  it('keeps a foreign name for the diagnosis, shortened to one line', () => {
    expect(parametersOf(`?${'x'.repeat(5_000)}=1`)).toEqual({
      mistakes: [],
      foreign: [`${'x'.repeat(40)}…`],
    });
  });

  it.each([
    'aicc_sid=1&aicc_url=x',
    'utm_source=mail&utm_medium=x&fbclid=abc',
    '_=1700000000',
    'cid=22&token=abc',
    'AICC_SID=1',
    'gclid=1&gclid=2',
    'score=100&=&',
  ])('ignores foreign parameters: %s', (query) => {
    const { mistakes, route, foreign } = parametersOf(`?lang=en&${query}`);
    expect(mistakes).toEqual([]);
    expect(route).toBeUndefined();
    expect(foreign.length).toBeGreaterThan(0);
  });

  it('uses valid values and names invalid ones', () => {
    expect(parametersOf('?lang=en&teach=x&score=100')).toMatchObject({
      language: 'en',
      mistakes: [{ kind: 'value', name: 'teach' }],
      foreign: ['score'],
    });
  });

  it.each(['mode=training&length=3&lang=en?utm_source=mail', 'lang=en&length=3&mode=training?gclid=1&x=y'])(
    'reads %s, whose end another program appended as if it were the first',
    (query) => {
      const { language, route, mistakes } = parametersOf(`?${query}`);
      expect(language).toBe('en');
      expect(new Map(route?.screen === 'round' ? route.parameters : [])).toEqual(
        new Map([
          ['mode', 'training'],
          ['length', '3'],
        ]),
      );
      expect(mistakes).toEqual([]);
    },
  );

  it.each(['&amp;', '&AMP;', '&amp;amp;'])('reads %s as &', (and) => {
    expect(parametersOf(`?${['mode=training', 'length=3', 'packs=office', 'lang=en'].join(and)}`)).toEqual({
      language: 'en',
      route: {
        screen: 'round',
        parameters: [
          ['mode', 'training'],
          ['length', '3'],
          ['packs', 'office'],
        ],
      },
      mistakes: [],
      foreign: [],
    });
  });

  it('uses the last valid value of a name that is given twice', () => {
    expect(parametersOf('?lang=ja&lang=en&lang=fr')).toMatchObject({
      language: 'en',
      mistakes: [{ name: 'lang', value: 'fr' }],
    });
  });

  it('has no parameters in a query that is too long for any server', () => {
    const query = `?lang=en&${'&amp;'.repeat(20_000)}`;
    expect(parametersOf(query)).toEqual({ mistakes: [], foreign: [] });
  });

  it.each(['__proto__', 'constructor', 'LANG', ' lang', 'toString'])('treats %s as unknown', (name) => {
    const { language, mistakes, foreign } = parametersOf(`?${encodeURIComponent(name)}=en`);
    expect(language).toBeUndefined();
    expect(mistakes).toEqual([]);
    expect(foreign).toEqual([name]);
  });

  it('never throws, and reports at most one short mistake for each parameter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const { language, mistakes } = parametersOf(query);
        expect([undefined, 'ja', 'en']).toContain(language);
        expect(mistakes.length).toBeLessThanOrEqual([...new URLSearchParams(query)].length);
        for (const mistake of mistakes) expect(JSON.stringify(mistake).length).toBeLessThanOrEqual(600);
        expect(mistakes.length).toBeLessThanOrEqual(mostAddressMistakes + 1);
      }),
    );
  });

  it('limits the sentences about wrong values and the number of foreign names', () => {
    const wrong = Array.from({ length: 800 }, (_, index) => `lang=x${index}`).join('&');
    const names = Array.from({ length: 800 }, (_, index) => `x${index}=1`).join('&');
    const { mistakes, foreign } = parametersOf(`?lang=en&${wrong}&${names}`);
    expect(mistakes).toHaveLength(mostAddressMistakes + 1);
    expect(mistakes.at(-1)).toEqual({ kind: 'more', count: 800 - mostAddressMistakes });
    expect(foreign).toHaveLength(20);
  });

  it('asks for a round by its settings or its file, even with wrong values, which the round itself reports', () => {
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

  it('asks for one explained message, which takes precedence over a round', () => {
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
