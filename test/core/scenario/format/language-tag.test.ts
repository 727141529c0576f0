import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../src/core/scenario/format/language-tag.ts';

describe('a language tag', () => {
  it.each([
    'ja',
    'JA',
    'ja-JP',
    'ja_JP',
    'ja-jp',
    'jpn',
    'JPN',
    'jp',
    'ja-Hira',
    'ja-Latn-hepburn',
    'ja_JP.UTF-8',
    'Japanese',
    '日本語',
    ' ja ',
    'ja\u200b',
    '\u200eja-JP',
    'en;q=0, ja',
    'en ; q=0.000,ja;q=0.5',
    'ｊａ',
    'fr-CA,ja-JP,en-US',
    'de;q=0.9, ja;q=0.8',
    ['fr', 'ja-JP', 'en'],
  ])('means Japanese as %j', (tag) => {
    expect(languageOf(tag)).toBe('ja');
  });

  it.each(['en', 'EN', 'en-US', 'en_US', 'eng', 'en-GB-oxendict', 'English', ['zh-Hans', 'en-GB', 'ja']])(
    'means English as %j',
    (tag) => {
      expect(languageOf(tag)).toBe('en');
    },
  );

  it.each([
    '',
    'fr',
    'jam',
    'enm',
    'constructor',
    '__proto__',
    'x-ja',
    'j',
    [],
    [1],
    null,
    undefined,
    1,
    {},
    'a,'.repeat(1_000),
  ])('means no supported language as %j', (tag) => {
    expect(languageOf(tag)).toBeUndefined();
  });
});
