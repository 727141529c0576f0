import { cardsIn, phonesIn } from '../../names/personal-numbers.ts';
import { shown } from '../../scenario/read/shown.ts';
import { textPlaces } from '../../scenario/layout/walk.ts';
import type { Rule } from '../rule.ts';

/** Fields that tell where something comes from, and so may name real places. */
const citing: ReadonlySet<string | number> = new Set(['source', 'author', 'licence', '$schema', 'url']);

/** No telephone or card number may be a real person's. */
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
        ...phonesIn(narrow(text)).map((phone) => ({ path, text: phoneSentence(shown(phone)) })),
        ...cardsIn(narrow(text)).map((number) => ({ path, text: cardSentence(shown(number)) })),
      ]),
};

/** Full-width digits and hyphens are read like plain ones. */
const narrow = (text: string): string => text.normalize('NFKC').replaceAll(/(?<=\d)[‐‑‒–—―−ー](?=\d)/g, '-');

const phoneSentence = (phone: string) => ({
  ja: `電話番号「${phone}」は実在し得ます。03-0000-0000 や 0120-000-000 のように 0 を並べた番号にしてください。`,
  en: `The telephone number “${phone}” may be somebody's. Use zeros, as in 03-0000-0000 or 0120-000-000, or 555-0100.`,
});

const cardSentence = (number: string) => ({
  ja: `「${number}」は本物のカード番号になり得ます。末尾の1桁を変えるか、**** で伏せてください。`,
  en: `“${number}” may be a real card number. Change its last digit, or hide it with ****.`,
});
