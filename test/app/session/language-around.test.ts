import { describe, expect, it } from 'vitest';
import { languageAround } from '../../../src/app/session/language-around.ts';

const inLanguage = (lang: unknown): object => ({ document: { documentElement: { lang } } });

/** A window of another origin. */
const stranger: object = new Proxy(
  {},
  {
    get: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  },
);

describe('the language around a frame', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['en-gb', 'en'],
    ['EN', 'en'],
  ])('is that of the page above: %s', (lang, language) => {
    expect(languageAround({ parent: inLanguage(lang), top: inLanguage('fr') })).toBe(language);
  });

  it('is read from objects of another realm', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentWindow;
    other?.document.documentElement.setAttribute('lang', 'ja');
    expect(other?.document).not.toBeInstanceOf(Object);
    expect(languageAround({ parent: other })).toBe('ja');
    frame.remove();
  });

  it('is that of the topmost page if the frame between names no supported language', () => {
    expect(languageAround({ parent: inLanguage(''), top: inLanguage('ja') })).toBe('ja');
    expect(languageAround({ parent: inLanguage('de'), top: inLanguage('en') })).toBe('en');
  });

  it.each([
    ['another origin', stranger],
    ['another language', inLanguage('fr')],
    ['something that is no text', inLanguage(7)],
    ['nothing at all', undefined],
    ['a window without a page', {}],
  ])('is unknown for %s', (_, window) => {
    expect(languageAround({ parent: window, top: window })).toBeUndefined();
  });

  it('is unknown for a page that is in no frame', () => {
    const page: { parent?: unknown; top?: unknown } & object = inLanguage('ja');
    page.parent = page;
    page.top = page;
    expect(languageAround(page)).toBeUndefined();
  });
});
