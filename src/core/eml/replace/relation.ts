/** How a label of a host name imitates another, so that the label that stands for it can imitate in the same way. */
import { genericLabels } from '../../names/generic-words.ts';
import { skeleton } from '../../email/url/look-alike.ts';

/** A shorter label is too common to be imitated. */
const shortest = 4;

/** The label that imitates `stem` as `label` imitates `base`; undefined if it does not. */
export function imitated(label: string, base: string, stem: string): string | undefined {
  if (base.length < shortest || label === base) return undefined;
  if (label.includes(base)) {
    const at = label.indexOf(base);
    return `${keptWords(label.slice(0, at))}${stem}${keptWords(label.slice(at + base.length))}`;
  }
  const words = label.split('-');
  if (words.length > 1 && words.join('') === base) return `${stem.slice(0, 4)}-${stem.slice(4)}`;
  const typos = words.map((word) => typoOf(word, base, stem));
  if (typos.every((typo) => typo === undefined)) return undefined;
  return words.map((word, index) => typos[index] ?? keptWord(word)).join('-');
}

/** A word that imitates `stem` as `word` imitates `base`. */
function typoOf(word: string, base: string, stem: string): string | undefined {
  if (word.length < shortest) return undefined;
  if (word !== base && skeleton(word) === skeleton(base)) return disguised(word, base, stem);
  if (base.length < 5 || genericLabels.has(word) || !isOneSlip(word, base)) return undefined;
  if (word.length > base.length) return `${stem.slice(0, 3)}${stem.slice(2)}`;
  if (word.length < base.length) return `${stem.slice(0, 2)}${stem.slice(3)}`;
  return `${stem.slice(0, 2)}${stem.charAt(3)}${stem.charAt(2)}${stem.slice(4)}`;
}

/** The same kind of similar characters: foreign letters, digits, or letters that look like another together. */
function disguised(word: string, base: string, stem: string): string {
  const at = [...word].findIndex((character, index) => character !== [...base][index]);
  const character = [...word][at] ?? '';
  const original = [...base][at] ?? '';
  if (word.length === base.length && stem.includes(original)) return stem.replace(original, character);
  if (/[^\u0020-\u007e]/.test(word)) return stem.replace('a', '\u0430');
  return /\d/.test(word) ? stem.replace('o', '0') : stem.replace('m', 'rn');
}

/** Whether one letter more, less or other, or two letters exchanged, make one of the other. */
function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (one.length > other.length) return rest(one, start + 1) === rest(other, start);
  if (one.length < other.length) return rest(one, start) === rest(other, start + 1);
  const isExchanged = one[start] === other[start + 1] && one[start + 1] === other[start];
  return (
    rest(one, start + 1) === rest(other, start + 1) ||
    (isExchanged && rest(one, start + 2) === rest(other, start + 2))
  );
}

/** The words around an imitated name, such as `-security`: those that tell nothing stay. */
const keptWords = (text: string): string => text.split('-').map(keptWord).join('-');
const keptWord = (word: string): string => {
  if (word === '' || genericLabels.has(word) || /^\d$/.test(word)) return word;
  return generic.find((known) => word.startsWith(known)) ?? 'web';
};
const generic = [...genericLabels]
  .filter((word) => word.length > 3)
  .toSorted((one, other) => other.length - one.length);
