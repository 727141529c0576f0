/**
 * Characters that look like others: foreign letters, similar kana and kanji, width variants, marks, and invisible
 * characters.
 */

/** A script or class of characters. */
export type Script =
  | 'Latin'
  | 'Greek'
  | 'Cyrillic'
  | 'Armenian'
  | 'Hiragana'
  | 'Katakana'
  | 'Han'
  | 'Hangul'
  | 'Bopomofo'
  | 'FullWidth'
  | 'Mark'
  | 'Other';

/** A character that looks like another one. */
export interface LookAlike {
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly character: string;
  readonly looksLike: string;
  /** The script that the character really belongs to. */
  readonly script: Script;
}

/** Letters of other alphabets, each followed by the Latin letter it looks like. */
const alphabets = {
  Cyrillic: 'аaвbеeкkмmнhоoрpсcтtуyхxіiїiѕsјjԁdԛqԝwһhӏlґrаaӓaёeпnгrАAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJԌGԚQԜWҮYЗ3',
  Greek: 'αaβbγyεeηnιiκkνvοoρpτtυuχxωwςcΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϲcϳj',
  Armenian: 'օoսuոnհhցgզqյjաuԼLՍUՏSՕOլlոnքp',
  Latin:
    'ıiɑaɡgɩiʀrȧaàaáaâaäaãaåaèeéeêeëeìiíiîiïiòoóoôoöoõoøoùuúuûuüuñnçcýyÿyſsƚlŀlłlđdħhĸkɴnȯoọoạaẹeịiụuṃmṇnṣsṭtḷlķkņnļl',
} as const satisfies Partial<Record<Script, string>>;

/** Kanji that look like katakana, in pairs. They are suspicious only among katakana, because each is a common kanji. */
const kanjiAsKatakana = pairs('二ニ口ロ工エ力カ一ー八ハ夕タ卜ト丿ノ三ミ千チ才オ匕ヒ又ヌ厶ム');
const numerals = new Set('一二三八千');
/**
 * Katakana that look like kanji, in pairs. They are suspicious only between kanji. ノ, カ and ヶ are omitted, since
 * they occur between kanji in correct Japanese.
 */
const katakanaAsKanji = pairs('ニ二ロ口エ工ー一タ夕ト卜ハ八');
/** Hiragana and katakana of the same shape, in pairs. */
const hiraganaAsKatakana = pairs('へヘべベぺペりリ');
const katakanaAsHiragana = pairs('ヘへベべペぺリり');
/** Rare kanji used in place of common ones to evade filters, in pairs. */
const rareKanji = pairs('埸場曰日巿市');
/** Kanji so similar that only the meaning of the word tells them apart. They count only in a skeleton. */
const twins = pairs('末未士土専專税稅己已巳已入人');
/** Marks that look like the long-vowel mark between katakana. */
const longMarks = new Set([
  '-',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2015',
  '\u2212',
  '\u2500',
  '\uff0d',
  '\uff70',
]);
/** Marks that look like the katakana middle dot. */
const middleDots = new Set(['\u00b7', '\u2022', '\u2219', '\u22c5', '\u0387', '\uff65']);

function pairs(text: string): ReadonlyMap<string, string> {
  const characters = [...text];
  return new Map(
    characters.flatMap((character, index) =>
      index % 2 === 0 ? [[character, characters[index + 1] ?? ''] as const] : [],
    ),
  );
}

const letters: ReadonlyMap<string, string> = new Map(
  Object.values(alphabets).flatMap((text) => [...pairs(text)]),
);

/** Letters that look Latin only inside a Latin word: москва is a word, not a disguise. */
const faint = new Set('вкмнтгпӓёαβγεηικτχως');

const scriptTests: readonly (readonly [Script, RegExp])[] = [
  ['FullWidth', /[\uff01-\uff5e]/],
  ['Latin', /\p{Script=Latin}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /[\p{Script=Katakana}\u30fc]/u],
  ['Han', /[\p{Script=Han}]/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Bopomofo', /\p{Script=Bopomofo}/u],
  ['Other', /\p{Letter}/u],
];

function scriptOf(character: string): Script {
  return scriptTests.find(([, test]) => test.test(character))?.[0] ?? 'Mark';
}

/** The scripts of the letters of a text. Digits and punctuation have none; full-width letters count as Latin. */
export function scriptsOf(text: string): ReadonlySet<Script> {
  const scripts = new Set<Script>();
  for (const character of text.normalize('NFKC')) {
    const script = scriptOf(character);
    if (script !== 'Mark' && script !== 'FullWidth') scripts.add(script);
  }
  return scripts;
}

/** Scripts that one language uses together (UTS 39, 5.2, "highly restrictive"). */
const together: readonly ReadonlySet<Script>[] = [
  new Set<Script>(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set<Script>(['Latin', 'Han', 'Hangul']),
  new Set<Script>(['Latin', 'Han', 'Bopomofo']),
];

/** Whether a label mixes scripts that no language uses together. Kana, kanji and ASCII together are not a mix. */
export function isMixedScript(label: string): boolean {
  const scripts = [...scriptsOf(label)];
  return scripts.length > 1 && !together.some((set) => scripts.every((script) => set.has(script)));
}

/** Every character of the text that looks like another one in its context, in order. */
export function lookAlikes(text: string): readonly LookAlike[] {
  const characters = [...text];
  const words = wordFacts(characters);
  const found: LookAlike[] = [];
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const looksLike = looksLikeAt(characters, index, words[index] ?? plainWord);
    if (looksLike !== undefined) found.push({ at, character, looksLike, script: scriptOf(character) });
    at += character.length;
  }
  return found;
}

interface WordFacts {
  /** Contains ASCII Latin letters beside foreign ones. */
  readonly latin: boolean;
  /** Every letter looks like a Latin letter, so the whole word looks Latin. */
  readonly disguised: boolean;
}

const plainWord: WordFacts = { latin: false, disguised: false };
const alphabetic = new Set<Script>(['Latin', 'Greek', 'Cyrillic', 'Armenian', 'FullWidth']);

/** For each character, the kind of alphabetic word it belongs to. */
function wordFacts(characters: readonly string[]): readonly WordFacts[] {
  const facts: WordFacts[] = [];
  for (let start = 0; start < characters.length;) {
    let end = start;
    while (end < characters.length && isAlphabetic(characters[end])) end += 1;
    const word = characters.slice(start, Math.max(end, start + 1));
    const fact = end === start ? plainWord : factsOfWord(word);
    for (let at = start; at < start + word.length; at += 1) facts.push(fact);
    start += word.length;
  }
  return facts;
}

function isAlphabetic(character: string | undefined): boolean {
  return character !== undefined && alphabetic.has(scriptOf(character)) && /\p{Letter}/u.test(character);
}

function factsOfWord(word: readonly string[]): WordFacts {
  return {
    latin: word.some((character) => /[A-Za-z]/.test(character)),
    disguised: word.length > 1 && word.every((character) => letters.has(character) && !faint.has(character)),
  };
}

function looksLikeAt(characters: readonly string[], index: number, word: WordFacts): string | undefined {
  const character = characters[index] ?? '';
  // oxlint-disable-next-line no-control-regex -- ASCII other than the hyphen looks like itself
  if (/[\u0000-\u007f]/.test(character) && character !== '-') return undefined;
  const before = neighbour(characters[index - 1]);
  const after = neighbour(characters[index + 1]);
  const amongKatakana = before !== after ? [before, after].every(katakanaOrEnd) : before === 'Katakana';
  const betweenKatakana = before === 'Katakana' && (after === 'Katakana' || after === 'end');
  if (longMarks.has(character)) return betweenKatakana ? 'ー' : undefined;
  if (middleDots.has(character))
    return before !== 'end' && japanese.has(before) && japanese.has(after) ? '・' : undefined;
  if (scriptOf(character) === 'FullWidth') return word.latin ? character.normalize('NFKC') : undefined;
  const letter = letters.get(character);
  if (letter !== undefined) return isForeignHere(character, word) ? letter : undefined;
  if (rareKanji.has(character))
    return character === '曰' && characters[index + 1] === 'く' ? undefined : rareKanji.get(character);
  // A number before a counter in katakana is correct Japanese: 三カ所.
  const counts = numerals.has(character) && before !== 'Katakana';
  if (amongKatakana && !counts && kanjiAsKatakana.has(character)) return kanjiAsKatakana.get(character);
  if (before === 'Katakana' && after === 'Katakana' && hiraganaAsKatakana.has(character))
    return hiraganaAsKatakana.get(character);
  if (before === 'Han' && after === 'Han' && katakanaAsKanji.has(character))
    return katakanaAsKanji.get(character);
  const alone = (before === 'Hiragana' || before === 'Han') && after !== 'Katakana';
  // 以下ヘアクセス: the particle へ before a word in katakana.
  const particle = before === 'Han' && characters.slice(index + 1, index + 4).join('') === 'アクセ';
  return alone || particle ? katakanaAsHiragana.get(character) : undefined;
}

/**
 * An accented Latin letter may be correct French. A foreign letter counts in a Latin word, or if the whole word is
 * a disguise.
 */
function isForeignHere(character: string, word: WordFacts): boolean {
  return scriptOf(character) === 'Latin'
    ? /[ıɑɡɩʀſɴĸ]/.test(character) && word.latin
    : word.latin || word.disguised;
}

type Neighbour = 'Katakana' | 'Hiragana' | 'Han' | 'other' | 'end';
const japanese = new Set<Neighbour>(['Katakana', 'Hiragana', 'Han']);

function neighbour(character: string | undefined): Neighbour {
  if (character === undefined) return 'end';
  const script = scriptOf(character);
  if (script === 'Katakana' || script === 'Hiragana' || script === 'Han') return script;
  return /[\p{Letter}\p{Number}]/u.test(character) ? 'other' : 'end';
}

function katakanaOrEnd(place: Neighbour): boolean {
  return place === 'Katakana' || place === 'end';
}

const canonical: ReadonlyMap<string, string> = new Map([
  ...letters,
  ...kanjiAsKatakana,
  ...katakanaAsHiragana,
  ...rareKanji,
  ...twins,
  ...[...longMarks].map((mark) => [mark, 'ー'] as const),
  ...[...middleDots].map((mark) => [mark, '・'] as const),
  ['0', 'o'],
  ['1', 'l'],
  ['5', 's'],
  ['|', 'l'],
]);

/**
 * UTF-16 units of the longest name: DNS holds 253 octets (RFC 1035, 2.3.4), Punycode spends at least one on each
 * character, and a character has at most two units.
 */
const longestName = 2 * 253;

/**
 * Reduces a name so that similar-looking names become equal. For comparison only, never for display. A text longer than any
 * name is returned as it is: nothing can be named so.
 */
export function skeleton(text: string): string {
  if (text.length > longestName) return text;
  const folded = [...text.normalize('NFKC').replace(invisible, '')]
    .map((character) => canonical.get(character) ?? character)
    .join('')
    .toLowerCase();
  return [...folded]
    .map((character) => canonical.get(character) ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Zero-width, joining, variation, bidirectional and other format characters. */
const invisible =
  /\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;

/** The text with every invisible or bidirectional character spelled out, as in ⟨U+202E⟩. */
export function visible(text: string): string {
  return text.replace(
    invisible,
    (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
