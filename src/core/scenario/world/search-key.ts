/** Texts and numbers as they are compared in a search, so that whoever types them in another notation finds the same. */

/** Old forms of kanji beside those in use, in pairs; names are written with either. */
const oldForms = new Map(
  [
    ...'髙高﨑崎嵜崎德徳濵浜濱浜邊辺邉辺齋斎齊斉澤沢廣広櫻桜國国會会學学圓円眞真惠恵實実龍竜嶋島嶌島槇槙瀧滝壽寿榮栄藏蔵豐豊與与彌弥禮礼驛駅鐵鉄靑青黑黒萬万亞亜條条縣県區区號号體体',
  ]
    .map((character, index, all) => [character, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

/** Small, old and twin kana beside the plain ones of the same sound, in pairs. */
const plainKana = new Map(
  [...'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけゐいゑえぢじづず']
    .map((character, index, all) => [character, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

/** Spaces, marks that lengthen, part or join, and what nobody sees: people write them or leave them out. */
const optional = /[\s\p{Cf}\p{Pd}ー−─~〜・·'’"“”,、。]+/gu;

/** The text without what does not count: width, case, accents, kind of kana, long marks, hyphens, spaces, old forms of kanji. */
export function searchKey(text: string): string {
  const plain = text
    .replaceAll('\u309b', '\u3099')
    .replaceAll('\u309c', '\u309a')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('(株)', '株式会社')
    .replaceAll('(有)', '有限会社')
    .replace(optional, '')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return [...plain].map((one) => oldForms.get(one) ?? plainKana.get(one) ?? one).join('');
}

/** The digits of a telephone number as dialled in Japan; undefined for a text that is none. */
export function phoneKey(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*(?:(?:tel|phone|電話(?:番号)?|℡|☎|📞)\s*\.?:?)?/iu, '')
    .trim();
  if (!/^[\d\s()[\]+./*\p{Pd}ー−・~〜]+$/u.test(written)) return undefined;
  const digits = written.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  // Few digits between full stops are an address of the net.
  const fewest = written.includes('.') ? 9 : 3;
  if (digits.length < fewest) return undefined;
  return digits.replace(/^(?:\+|00|010)81(?=[1-9])/, '0').replaceAll('+', '');
}
