import { describe, expect, it } from 'vitest';
import { roundLinkIn } from '../../src/results/round-link.ts';

const link = 'https://training.example/game/?lang=ja&mode=training&packs=office,toolbox&length=5&seed=abc#/';
const settings = 'mode=training&packs=office,toolbox&length=5&seed=abc';

describe('the link of a round', () => {
  it.each([
    ['as it is', link],
    ['without the language', link.replace('lang=ja&', '')],
    ['in angle brackets', `<${link}>`],
    ['in a Japanese sentence', `今週のラウンド：「${link}」です。`],
    ['at the end of an English sentence', `Please play (${link}).`],
    ['after another link', `https://training.example/ and ${link}`],
    ['in full width', link.replaceAll('?', '？').replaceAll('&', '＆').replaceAll('=', '＝')],
    ['with invisible characters', `\u200b${link.replaceAll('&', '&\u200b')}\u2060`],
    ['copied out of HTML', link.replaceAll('&', '&amp;')],
    ['with what trackers add', link.replace('&seed', '&utm_source=mail&seed').replace('#/', '&fbclid=x#/')],
    ['quoted in a mail', `> ${link}`],
    ['without its protocol', link.replace('https://', '')],
  ])('is read %s', (_, text) => {
    const read = roundLinkIn(text);
    expect(read?.settings).toBe(settings);
    expect(read?.link).toMatch(
      /^(https:\/\/)?training\.example\/game\/\?(lang=ja&)?mode=training&packs=office,toolbox&length=5&seed=abc(#\/)?$/,
    );
  });

  it('keeps the language in the link, but not in the settings', () => {
    expect(roundLinkIn(link)).toEqual({ link, settings });
  });

  it('may have the settings in its hash', () => {
    expect(roundLinkIn('see https://a.example/?utm_source=x&lang=en#/round?mode=daily&x=1&seed=7.')).toEqual({
      link: 'https://a.example/?lang=en#/round?mode=daily&seed=7',
      settings: 'mode=daily&seed=7',
    });
  });

  it('can name a round file', () => {
    expect(roundLinkIn('https://a.example/?round=spring')).toEqual({
      link: 'https://a.example/?round=spring',
      settings: 'round=spring',
    });
  });

  it.each([
    '',
    'https://a.example/',
    'https://a.example/?lang=ja',
    'https://a.example/?utm_source=x',
    'ラウンド？',
    '?',
    '?&=&',
  ])('is not in %j', (text) => {
    expect(roundLinkIn(text)).toBeUndefined();
  });
});
