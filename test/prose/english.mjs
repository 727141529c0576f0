/** Checks English spelling (British, with -ise) and some style in teaching texts, interface and guides. */
import { readFileSync } from 'node:fs';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { contentPassages, guides, interfacePassages, namesInContent } from './texts.ts';

const spelling = nspell(dictionary);
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const wordsIn = (text) => text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
const known = new Set([read('words.txt').replace(/^#.*/gm, ''), ...namesInContent()].flatMap(wordsIn));

/** Careless spellings, with the right ones. */
const style = [
  { wrong: /\b([a-z]+) \1\b/gi, right: 'the word once', unless: /^(?:had|that) / },
  { wrong: /[A-Za-z]'[a-z]/g, right: 'the apostrophe ’' },
  { wrong: /"/g, right: 'the quotation marks “ ”' },
  { wrong: /\S {2,}\S/g, right: 'one space' },
  { wrong: /\w [,;:!?.](?=\s|$)/g, right: 'no space before the sign' },
  { wrong: /\.\.\.|—| - /g, right: '… or –' },
  {
    wrong: /\b(?:to|please|and|must|can) (?:login|signin|logout)\b(?!\.\w)/gi,
    right: 'log in, sign in, log out: two words as a verb',
  },
  { wrong: /\b(?:utili[sz]e|leverage|in order to|prior to|anyways|gotten)\b/gi, right: 'a plainer word' },
];

const told = [...contentPassages('en'), ...interfacePassages('en')];
const guided = guides('en').map((guide) => ({ ...guide, text: withoutCode(guide.text) }));
const remarks = [
  ...[...told, ...guided].flatMap(misspellings),
  // The guides speak to people who read JSON, so their quotation marks are those of code.
  ...told.flatMap((passage) => style.flatMap((rule) => breaches(passage, rule))),
];
for (const { file, line, text } of remarks) console.log(`${file}:${line} ${text}`);
process.exitCode = remarks.length === 0 ? 0 : 1;

/** Keeps the lines, so that remarks name the right one. */
function withoutCode(text) {
  return text
    .replace(/^ *```[\s\S]*?^ *```/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ');
}

function misspellings({ file, line, text }) {
  return text.split('\n').flatMap((row, index) => {
    // Addresses, file names and numbers are not words.
    const plain = row.replace(/\S*[@/_\\]\S*|\S*\w\.\w\S*|(?<!\w)\.\w+|\S*\d\S*/g, (it) =>
      ' '.repeat(it.length),
    );
    return [...plain.matchAll(/[A-Za-z][A-Za-z'’-]*[A-Za-z]/g)]
      .filter(({ 0: word, index: at }) => !isWord(word, plain.slice(0, at)))
      .map(({ 0: word }) => ({
        file,
        line: line + (file.endsWith('.md') ? index : 0),
        text: `spelling: “${word}”${suggested(word)}`,
      }));
  });
}

function isWord(written, before) {
  return (
    known.has(written) ||
    written.split('-').every((part) => {
      const word = part.replaceAll('’', "'").replace(/'s?$/, '');
      // A capital within a sentence or a word marks a name.
      const isName =
        /[a-z][A-Z]|^[A-Z]{2,}/.test(word) || (/^[A-Z]/.test(word) && /[\w,;)”’&-]\s*$/.test(before));
      return word.length < 2 || isName || known.has(word) || spelling.correct(word);
    })
  );
}

function suggested(word) {
  const [first] = spelling.suggest(word);
  return first === undefined
    ? '; a name goes into test/prose/words.txt'
    : `; perhaps “${first}”? A name goes into test/prose/words.txt`;
}

function breaches({ file, line, text }, { wrong, right, unless }) {
  return [...text.matchAll(wrong)]
    .filter(([found]) => unless?.test(found) !== true)
    .map(({ 0: found }) => ({ file, line, text: `style: “${found}”; write ${right}` }));
}
