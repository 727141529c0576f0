import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/app/parameters.ts';

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
        for (const { name } of mistakes) expect(name.length).toBeLessThanOrEqual(41);
      }),
    );
  });
});
