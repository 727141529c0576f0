import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMixedScript,
  lookAlikes,
  scriptsOf,
  skeleton,
  visible,
} from '../../../../src/core/email/url/look-alike.ts';

const pairsOf = (text: string): string =>
  lookAlikes(text)
    .map(({ character, looksLike }) => character + looksLike)
    .join(' ');

describe('lookAlikes', () => {
  it.each([
    ['Аmazon', 'АA'],
    ['Соіnbаѕе', 'СC оo іi аa ѕs еe'],
    ['аррӏе', 'аa рp рp ӏl еe'],
    ['hanamօri', 'օo'],
    ['カ一ド', '一ー'],
    ['カ-ド', '-ー'],
    ['メ−ル', '−ー'],
    ['エ二タ', '二ニ'],
    ['口グイン', '口ロ'],
    ['以下ヘアクセスの上', 'ヘへ'],
    ['こちらヘ', 'ヘへ'],
    ['電気·ガス', '·・'],
    ['確認していただけない埸合', '埸場'],
    ['曰本', '曰日'],
    ['ａmazon', 'ａa'],
  ])('finds the false letters of %s', (text, expected) => {
    expect(pairsOf(text)).toBe(expected);
  });

  it.each([
    'いつもご利用いただき、誠にありがとうございます。',
    'カード番号は一切お聞きしません。二月八日、土曜日の夕方に入口でお待ちします。',
    'ホームページのトップへ戻る',
    '三カ所、一ノ瀬さん、山ノ内町',
    'ＥＴＣカードのご利用',
    'Москва и Санкт-Петербург',
    'Ελλάδα',
    'café résumé Zürich',
    'e-mail, T-shirt, 03-0000-0000',
    '曰く',
    'データの入力・確認',
  ])('finds nothing in ordinary text: %s', (text) => {
    expect(pairsOf(text)).toBe('');
  });

  it('gives the place and the name of each character', () => {
    expect(lookAlikes('😀Аmazon')).toEqual([{ at: 2, character: 'А', looksLike: 'A', script: 'Cyrillic' }]);
  });
});

describe('isMixedScript', () => {
  it.each(['さくらweb', 'カード決済', 'example', '한국web', 'москва', 'ｗｅｂ'])('allows %s', (label) => {
    expect(isMixedScript(label)).toBe(false);
  });
  it.each(['аmazon', 'gοοgle', 'さくрa', 'ひら한국'])('finds mixed scripts in %s', (label) => {
    expect(isMixedScript(label)).toBe(true);
  });
  it('knows the scripts of a text', () => {
    expect([...scriptsOf('さくら桜サクラ sakura 1-2')]).toEqual(['Hiragana', 'Han', 'Katakana', 'Latin']);
  });
});

describe('skeleton', () => {
  it.each([
    ['аmazon', 'amazon'],
    ['hanarnori', 'hanamori'],
    ['g00gle', 'google'],
    ['カ一ド', 'カード'],
    ['カ-ド', 'カード'],
    ['場合', '埸合'],
    ['週末', '週未'],
    ['ＡＢＣ', 'abc'],
    ['sa\u200bkura', 'sakura'],
  ])('is the same for %j and %j', (left, right) => {
    expect(skeleton(left)).toBe(skeleton(right));
  });
  it('differs for different words', () => {
    expect(skeleton('sakura')).not.toBe(skeleton('hanamori'));
  });
  it('reduces the longest name that DNS can hold, and leaves a longer text as it is', () => {
    const longest = '𝐀'.repeat(253);
    expect(skeleton(longest)).toBe('a'.repeat(253));
    expect(skeleton(`${longest}0`)).toBe(`${longest}0`);
    const many = 'ア0'.repeat(500_000);
    expect(skeleton(many)).toBe(many);
  });
});

describe('visible', () => {
  it('writes out invisible characters', () => {
    expect(visible('見積\u202efdp.exe')).toBe('見積⟨U+202E⟩fdp.exe');
    expect(visible('アカウ\u2061ント')).toBe('アカウ⟨U+2061⟩ント');
    expect(visible('ふつうの text 123')).toBe('ふつうの text 123');
  });
});

it('accepts any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { at, character } of lookAlikes(text))
        expect(text.slice(at, at + character.length)).toBe(character);
      expect(visible(text).length).toBeGreaterThanOrEqual(text.length);
      expect(visible(visible(text))).toBe(visible(text));
      expect(typeof skeleton(text) + typeof isMixedScript(text)).toBe('stringboolean');
    }),
  );
  expect(lookAlikes('а'.repeat(20_000)).length).toBe(20_000);
});

it.each(['а', 'a', 'カ', 'ー', 'аb ', '\u202e'])(
  'reads 200,000 characters of %j in one word or many',
  (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    expect(lookAlikes(text).length).toBeLessThanOrEqual(text.length);
  },
);
