/** Telephone and card numbers that may be somebody's. */

const grouped =
  /(?<![A-Za-z\d.-])(?:\+\d{1,3}[- ]?|\(?0)\d{1,4}(?:\)|[- (]|\) )\d{1,4}[- )]\d{3,4}(?![\d-])/g;
const mobile = /(?<![A-Za-z\d.-])0[5789]0\d{8}(?![\d-])/g;
/** Four zeros belong to nobody in Japan; 555-01xx is reserved in North America, Ofcom's ranges for drama in Britain. */
const invented = /0000|000-000|555[- ]?01\d\d|7946[- ]?0\d{3}|01632|7700[- ]?900/;
const card = /(?<![A-Za-z\d.-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d-])/g;

/** The telephone numbers in a text that are not invented. */
export function phonesIn(text: string): readonly string[] {
  return [...(text.match(grouped) ?? []), ...(text.match(mobile) ?? [])].filter(
    (phone) => !invented.test(phone),
  );
}

/** The numbers in a text that pass the check of card numbers. */
export function cardsIn(text: string): readonly string[] {
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
