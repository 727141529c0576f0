/** Normalises texts and numbers for searching, so that another notation finds the same entry. */

/** Old forms of kanji, each followed by the current form. Names are written with either. */
const oldForms = new Map(
  [
    ...'髙高﨑崎嵜崎德徳濵浜濱浜邊辺邉辺齋斎齊斉澤沢廣広櫻桜國国會会學学圓円眞真惠恵實実龍竜嶋島嶌島槇槙瀧滝壽寿榮栄藏蔵豐豊與与彌弥禮礼驛駅鐵鉄靑青黑黒萬万亞亜條条縣県區区號号體体',
  ]
    .map((character, index, all) => [character, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

/** Small, historical and homophone kana, each followed by the plain kana. */
const plainKana = new Map(
  [...'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけゐいゑえぢじづず']
    .map((character, index, all) => [character, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

/** Spaces, long-vowel marks, separators and invisible characters, which people may leave out. */
const optional = /[\s\p{Cf}\p{Pd}ー−─~〜・·'’"“”,、。]+/gu;

/**
 * A text for comparison: ignores width, case, accents, kind of kana, long-vowel marks, hyphens, spaces and old
 * forms of kanji.
 */
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

/** The digits of a telephone number as dialled in Japan; undefined if the text is not one. */
export function phoneKey(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*(?:(?:tel|phone|電話(?:番号)?|℡|☎|📞)\s*\.?:?)?/iu, '')
    .trim();
  if (!/^[\d\s()[\]+./*\p{Pd}ー−・~〜]+$/u.test(written)) return undefined;
  const digits = written.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  // A few digits separated by full stops are an IP address.
  const fewest = written.includes('.') ? 9 : 3;
  if (digits.length < fewest) return undefined;
  // No number in Japan begins with 81, so this is the country without its plus sign.
  return digits.replace(/^(?:(?:\+|00|010)81(?=[1-9])|81(?=[1-9]\d{8}))/, '0').replaceAll('+', '');
}

/** A whole telephone number with other words around it, as in a signature. */
const wholePhone = /(?:\+|(?<!\d)0)[\d\s()\p{Pd}ー−]{8,20}\d/u;

/** The key of the first whole telephone number in a text; undefined if there is none. */
export function phoneKeyIn(text: string): string | undefined {
  const [found] = wholePhone.exec(text.normalize('NFKC').replace(/\p{Cf}/gu, '')) ?? [];
  return found === undefined ? undefined : phoneKey(found);
}
