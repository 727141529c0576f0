import { shown } from '../../scenario/read/shown.ts';
import { textPlaces } from '../../scenario/layout/walk.ts';
import type { Rule } from '../rule.ts';

/** Fields that tell where something comes from, and so may name real places. */
const citing: ReadonlySet<string | number> = new Set(['source', 'author', 'licence', '$schema', 'url']);

const grouped =
  /(?<![A-Za-z\d.-])(?:\+\d{1,3}[- ]?|\(?0)\d{1,4}(?:\)|[- (]|\) )\d{1,4}[- )]\d{3,4}(?![\d-])/g;
const mobile = /(?<![A-Za-z\d.-])0[5789]0\d{8}(?![\d-])/g;
/** Four zeros belong to nobody in Japan; 555-01xx is reserved in North America, Ofcom's ranges for drama in Britain. */
const invented = /0000|000-000|555[- ]?01\d\d|7946[- ]?0\d{3}|01632|7700[- ]?900/;
const card = /(?<![A-Za-z\d.-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d-])/g;

/** A telephone or card number that may be somebody's has no place in fiction. */
export const personalNumber: Rule = {
  name: 'personal-number',
  severity: 'error',
  summary: {
    ja: '実在し得る電話番号・カード番号',
    en: 'A telephone or card number that may be somebody’s',
  },
  scope: 'text',
  check: (value, base) =>
    textPlaces(value, base)
      .filter(({ path }) => !path.some((step) => citing.has(step)))
      .flatMap(({ text, path }) => [
        ...phonesIn(text).map((phone) => ({ path, text: phoneSentence(shown(phone)) })),
        ...cardsIn(text).map((number) => ({ path, text: cardSentence(shown(number)) })),
      ]),
};

function phonesIn(text: string): readonly string[] {
  return [...(text.match(grouped) ?? []), ...(text.match(mobile) ?? [])].filter(
    (phone) => !invented.test(phone),
  );
}

function cardsIn(text: string): readonly string[] {
  return (text.match(card) ?? []).filter((number) => {
    const digits = number.replace(/\D/g, '');
    return digits.length >= 13 && digits.length <= 19 && /[1-9]/.test(digits) && passesLuhn(digits);
  });
}

/** ISO/IEC 7812-1, annex B: the check digit of card numbers. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

const phoneSentence = (phone: string) => ({
  ja: `電話番号「${phone}」は実在し得ます。03-0000-0000 や 0120-000-000 のように 0 を並べた番号にしてください。`,
  en: `The telephone number “${phone}” may be somebody's. Use zeros, as in 03-0000-0000 or 0120-000-000, or 555-0100.`,
});

const cardSentence = (number: string) => ({
  ja: `「${number}」は本物のカード番号になり得ます。末尾の1桁を変えるか、**** で伏せてください。`,
  en: `“${number}” may be a real card number. Change its last digit, or hide it with ****.`,
});
