/** The people that a mail names, and the invented ones that stand for them. */
import { genericLabels, genericNames, organisationWords } from '../../names/generic-words.ts';
import { type InventedPerson, inventedPeople } from '../../names/invented-people.ts';
import type { ReceivedMail } from '../received-mail.ts';

/** A person named in a mail. */
export interface Named {
  /** As written, such as `山田 太郎` or `Taro Yamada`, with one space between the words. */
  readonly name: string;
  readonly isRecipient: boolean;
}

/** In UTF-16 units: how much of the body is searched for names. */
const longestSearched = 60_000;
/** People looked for; a mail that names more is no message to one person. */
const mostPeople = 40;

/** What stands before 様, さん or 殿. A name has at most two words. */
const japaneseForm =
  /(?<![\p{L}\p{N}])([\p{Script=Han}\p{Script=Katakana}ー々]{1,8}(?:[ \u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,6})?|[A-Za-z][A-Za-z.'-]{1,20}(?:[ \u3000][A-Za-z][A-Za-z.'-]{1,20})?)[ \u3000]{0,2}(?:様|さま|殿|さん)(?!\p{Script=Han})/gu;
const englishGreeting =
  /(?<!\p{L})(?:Dear|DEAR|Hi|Hello|Hey|Attn|Attention)[:,]? +(?:(?:Mr|Mrs|Ms|Dr)\.? +)?(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2})/gu;
const englishClosing =
  /(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Cc]heers|[Ww]ishes|[Yy]ours|[Tt]hank you),?\s{1,8}(\p{Lu}[\p{L}'’-]{1,20} \p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}[\p{L}'’.-]{0,20})?)\s*(?:\n|$)/gu;
/** A line of a signature block, as in `担当：山田 太郎`. */
const japaneseSignature =
  /(?:担当者?|氏名|お名前|名前|差出人|発信者)[ \u3000]*[:：][ \u3000]*([\p{Script=Han}々]{1,4}[ \u3000]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,5})(?![\p{L}])/gu;

/** The people in the header, after greetings and before Japanese forms of address, and in signatures. */
export function peopleIn(mail: ReceivedMail, text: string): readonly Named[] {
  const found = new Map<string, Named>();
  const add = (written: string, isRecipient: boolean): void => {
    const name = tidied(written);
    if (found.size < mostPeople && isPerson(name) && !found.has(name)) found.set(name, { name, isRecipient });
  };
  for (const { name } of mail.to) add(name, true);
  for (const { name } of mail.cc) add(name, false);
  for (const { name } of [mail.from, mail.sender, ...mail.replyTo].flatMap((one) => one ?? [])) {
    if (isFullName(tidied(name))) add(name, false);
  }
  const searched = text.slice(0, longestSearched);
  const search = (pattern: RegExp, isRecipient: boolean): void => {
    for (const [, name = ''] of searched.matchAll(pattern)) add(name, isRecipient);
  };
  search(japaneseForm, true);
  search(englishGreeting, true);
  search(englishClosing, false);
  search(japaneseSignature, false);
  return [...found.values()];
}

const tidied = (written: string): string =>
  written
    .replaceAll(/["“”'()（）<>]/g, ' ')
    .replaceAll(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/ ?(?:様|さま|殿|さん)$/, '');

const hasWords = /\p{L}{2}/u;
const isJapanese = (name: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);

/** Whether a name may be a person's: not a word for anybody, not an organisation. */
function isPerson(name: string): boolean {
  if (!hasWords.test(name) || name.length > 50 || name.includes('@')) return false;
  if (genericNames.test(name) || name.search(organisationWords) >= 0) return false;
  const words = name.split(' ');
  return (
    words.length <= 4 &&
    !words.every((word) => genericLabels.has(word.toLowerCase()) || genericNames.test(word))
  );
}

/** Family and given name: of a sender, a single word is a brand more often. */
function isFullName(name: string): boolean {
  const words = name.split(' ');
  if (isJapanese(name)) return words.length === 2 && words.every((word) => word.length <= 4);
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word) && !genericLabels.has(word.toLowerCase()))
  );
}

/** Words of names and what stands for each. */
export interface PeopleMap {
  /** What to write for a word or a whole name, by the word as written. */
  readonly words: ReadonlyMap<string, string>;
  /** What the recipient is called now. */
  readonly recipient: InventedPerson;
}

/** Gives each person an invented name. Nobody keeps a part of the own name by chance. */
export function peopleMapOf(people: readonly Named[]): PeopleMap {
  const real = people.flatMap(({ name }) => [name, ...name.split(' ')]).map((word) => word.toLowerCase());
  const free = inventedPeople.filter(({ ja, en }) =>
    [ja.family, ja.given, en.family, en.given].every(
      (part) => !real.some((word) => word.includes(part.toLowerCase()) || part.toLowerCase() === word),
    ),
  );
  const [recipient = unnamed, ...others] = free;
  const words = new Map<string, string>();
  let next = 0;
  for (const { name, isRecipient } of people) {
    const known = name.split(' ').some((word) => words.has(word));
    const person = isRecipient ? recipient : (others[next % Math.max(1, others.length)] ?? unnamed);
    if (!isRecipient && !known) next += 1;
    for (const [word, reserved] of wordsOf(name, person)) if (!words.has(word)) words.set(word, reserved);
  }
  return { words, recipient };
}

const unnamed: InventedPerson = {
  ja: { family: '仮名', given: '一' },
  en: { family: 'Alias', given: 'Person' },
};

function wordsOf(name: string, { ja, en }: InventedPerson): readonly (readonly [string, string])[] {
  const words = name.split(' ');
  const [first = '', second] = words;
  if (isJapanese(name)) {
    if (second === undefined) return [[first, first.length > 3 ? `${ja.family}${ja.given}` : ja.family]];
    return [
      [`${first} ${second}`, `${ja.family} ${ja.given}`],
      [`${first}\u3000${second}`, `${ja.family}\u3000${ja.given}`],
      [first + second, ja.family + ja.given],
      [first, ja.family],
      [second, ja.given],
    ];
  }
  if (second === undefined) return [[first, en.given]];
  const last = words.at(-1) ?? '';
  return [
    [name, `${en.given} ${en.family}`],
    ...words.slice(0, -1).map((word) => [word, en.given] as const),
    [last, en.family],
  ];
}
