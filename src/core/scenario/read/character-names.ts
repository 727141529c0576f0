/** Names of invisible or look-alike characters, for sentences that must mention them. */
import type { Localized } from '../format/text.ts';
import { codePoint } from './shown.ts';

/** Controls, blanks other than the plain ones, and marks that only hide, join or turn text (Unicode's default ignorables). */
// oxlint-disable-next-line no-control-regex -- it looks for control characters
export const invisible = /[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** Names of characters and ranges; the first match counts. */
const names: readonly (readonly [from: number, to: number, name: Localized])[] = [
  [0x00, 0x00, { ja: 'NUL文字', en: 'NUL' }],
  [0x01, 0x1f, { ja: '制御文字', en: 'a control character' }],
  [0x7f, 0x9f, { ja: '制御文字', en: 'a control character' }],
  [0xa0, 0xa0, { ja: 'ノーブレークスペース', en: 'no-break space' }],
  [0xad, 0xad, { ja: 'ソフトハイフン', en: 'soft hyphen' }],
  [0x061c, 0x061c, { ja: '書字方向の制御文字', en: 'a direction mark' }],
  [0x115f, 0x1160, { ja: 'ハングルフィラー', en: 'Hangul filler' }],
  [0x2000, 0x200a, { ja: '幅の異なる空白', en: 'a space of another width' }],
  [0x200b, 0x200b, { ja: 'ゼロ幅スペース', en: 'zero-width space' }],
  [0x200c, 0x200c, { ja: 'ゼロ幅非接合子', en: 'zero-width non-joiner' }],
  [0x200d, 0x200d, { ja: 'ゼロ幅接合子', en: 'zero-width joiner' }],
  [0x200e, 0x200f, { ja: '書字方向の制御文字', en: 'a direction mark' }],
  [0x2028, 0x2028, { ja: '行区切り文字', en: 'line separator' }],
  [0x2029, 0x2029, { ja: '段落区切り文字', en: 'paragraph separator' }],
  [0x202a, 0x202e, { ja: '書字方向の制御文字', en: 'a direction mark' }],
  [0x202f, 0x202f, { ja: '幅の狭いノーブレークスペース', en: 'narrow no-break space' }],
  [0x205f, 0x205f, { ja: '幅の異なる空白', en: 'a space of another width' }],
  [0x2060, 0x2060, { ja: '単語結合子', en: 'word joiner' }],
  [0x2066, 0x2069, { ja: '書字方向の制御文字', en: 'a direction mark' }],
  [0x3000, 0x3000, { ja: '全角スペース', en: 'full-width space' }],
  [0x3164, 0x3164, { ja: 'ハングルフィラー', en: 'Hangul filler' }],
  [0xd800, 0xdfff, { ja: '壊れた文字の片割れ', en: 'half of a broken character' }],
  [0xfe00, 0xfe0f, { ja: '異体字セレクター', en: 'variation selector' }],
  [0xfeff, 0xfeff, { ja: 'BOM（バイト順マーク）', en: 'byte-order mark' }],
  [0xffa0, 0xffa0, { ja: 'ハングルフィラー', en: 'Hangul filler' }],
  [0xe0000, 0xe007f, { ja: 'タグ文字', en: 'a tag character' }],
  [0xe0100, 0xe01ef, { ja: '異体字セレクター', en: 'variation selector' }],
];

const unnamed: Localized = { ja: '見えない文字', en: 'a character without a shape' };

/** The number and name of an invisible character: `U+200B (zero-width space)`. */
export function characterName(character: string): Localized {
  const code = character.codePointAt(0) ?? 0;
  const name = names.find(([from, to]) => from <= code && code <= to)?.[2] ?? unnamed;
  const number = codePoint(character);
  return { ja: `${number}（${name.ja}）`, en: `${number} (${name.en})` };
}

/** Whether an invisible character takes up space like a blank. */
export const isBlank = (character: string): boolean => /\p{Zs}/u.test(character);
