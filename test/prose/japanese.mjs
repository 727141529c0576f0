/** Checks Japanese style in teaching texts, interface and guides with textlint's rules for technical writing and spacing. */
import { TextlintKernel } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import textPlugin from '@textlint/textlint-plugin-text';
import spacing from 'textlint-rule-preset-ja-spacing';
import technical from 'textlint-rule-preset-ja-technical-writing';
import { oneStyle } from './one-style.mjs';
import { contentPassages, guides, interfacePassages } from './texts.ts';

/** Rules that are off or have options because they are wrong about our texts; all others follow their presets. */
const tuned = {
  // Titles and labels are not sentences; explanations are, and have this rule (below).
  'ja-no-mixed-period': false,
  // 「かもしれません」 is what we know: a mail seldom proves what happened to its sender.
  'ja-no-weak-phrase': false,
  // 「一つずつ」「二度と」 are words, not counts.
  'arabic-kanji-numbers': false,
  // Lists of the guides are made of sentences too.
  'no-mix-dearu-desumasu': { preferInHeader: '', preferInBody: 'ですます', preferInList: '', strict: false },
  // 「本物にも偽物にも」「正規かフィッシングか」 are how Japanese says both and either; 「早めに専門家に頼む」 has an adverb,
  // 「詐欺師が作った請求書が届く」 a clause with a subject of its own.
  'no-doubled-joshi': {
    min_interval: 1,
    allow: ['も', 'にも', 'でも', 'ても', 'か', 'や', 'と', 'ば', 'に', 'が'],
  },
  // 「命令を実行する」 is what a computer does.
  'ja-no-redundant-expression': { dictOptions: { dict6: { disabled: true } } },
  // The name of a firm or an authority is one word.
  'max-kanji-continuous-len': { max: 6, allow: ['箔屋印刷株式会社', '個人情報保護委員会'] },
  // The mails that are quoted shout, and a heading may ask.
  'no-exclamation-question-mark': { allowFullWidthExclamation: true, allowFullWidthQuestion: true },
  'sentence-length': { max: 120 },
  // d′ and c of signal detection, and the letter that is doubled in a forged address.
  'ja-unnatural-alphabet': { allow: ['/[A-Z]/', 'c', 'o'] },
  // Addresses and names of headers are set off by a space, so that one sees where they end.
  'ja-space-between-half-and-full-width': false,
  // Names are written 「山田 葵」.
  'ja-no-space-between-full-width': false,
  // 「SPF / DKIM」: a column of names, as mail programs show them.
  'ja-no-space-around-slash': false,
  // The guides set code and links off by a space, which is easier to read among keys of JSON.
  'ja-space-around-code': false,
  'ja-space-around-link': false,
};
/** The guides list the names of fields and rules by the dozen, and break lines before a bracket. */
const listing = { 'max-ten': false, 'sentence-length': false, 'ja-no-space-around-parentheses': false };
const fullSentences = { 'ja-no-mixed-period': { periodMark: '。', allowPeriodMarks: ['」', '）', ')'] } };
const presets = [technical, spacing, oneStyle];
const plugins = [
  { pluginId: 'text', plugin: textPlugin.default ?? textPlugin },
  { pluginId: 'markdown', plugin: markdownPlugin.default ?? markdownPlugin },
];
const kernel = new TextlintKernel();

/** The time for a document grows with the square of its length, and each document has a fixed cost, so passages are grouped. */
const atOnce = 50;

const content = contentPassages('ja');
const short = [...content.filter(({ full }) => !full), ...interfacePassages('ja')];
let found = 0;
for (const part of partsOf(content.filter(({ full }) => full)))
  found += await lint(part, '.txt', { ...tuned, ...fullSentences });
for (const part of partsOf(short)) found += await lint(part, '.txt', tuned);
for (const guide of guides('ja')) found += await lint([guide], '.md', { ...tuned, ...listing });
process.exitCode = found === 0 ? 0 : 1;

function partsOf(passages) {
  return Array.from({ length: Math.ceil(passages.length / atOnce) }, (_, index) =>
    passages.slice(index * atOnce, (index + 1) * atOnce),
  );
}

/** Reports on passages as one document, and returns the number of remarks. */
async function lint(passages, ext, options) {
  const starts = [];
  let line = 1;
  for (const { text } of passages) {
    starts.push(line);
    line += text.split('\n').length + 1;
  }
  const text = passages.map((passage) => passage.text).join('\n\n');
  const { messages } = await kernel.lintText(text, { ext, plugins, rules: rulesWith(options) });
  const remarks = messages.map((message) => {
    const index = starts.findLastIndex((start) => start <= message.line);
    return { ...message, passage: passages[index], within: message.line - starts[index] };
  });
  for (const { passage, within, column, ruleId, message } of remarks) {
    const quoted = passage.text.split('\n')[within];
    console.log(
      `${passage.file}:${passage.line + (ext === '.md' ? within : 0)} ${ruleId}: ${message.split('\n')[0]}`,
    );
    console.log(`  ${quoted.slice(Math.max(column - 25, 0), column + 25)}`);
  }
  return remarks.length;
}

function rulesWith(options) {
  return presets.flatMap(({ rules, rulesConfig }) =>
    Object.entries(rules).flatMap(([ruleId, rule]) => {
      const chosen = options[ruleId] ?? rulesConfig[ruleId];
      return chosen === false ? [] : [{ ruleId, rule, options: chosen }];
    }),
  );
}
