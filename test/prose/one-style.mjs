/** Our own textlint rules, for what could be written in two ways. */

const japanese = '[\\u3040-\\u30ff\\u3400-\\u9fff々「」『』（）。、…]';
const japaneseWord = '[\\u3040-\\u30ff\\u3400-\\u9fff々「『（]';
const halfWidth = new RegExp(`(?<=${japanese})[():!?]|[():](?=${japaneseWord})`, 'g');
const wide = new Map([
  ['(', '（'],
  [')', '）'],
  [':', '：'],
  ['!', '！'],
  ['?', '？'],
]);

/** Brackets, colons and marks beside Japanese are full-width; within Latin text, times and addresses they stay as they are. */
const fullWidthMarks = reporting(halfWidth, (found) => `「${found}」は全角の「${wide.get(found)}」にする`);

/** The player's mark is 印 for whoever plays or writes; フラグ is the glossary's word for those who read code. */
const oneWordForFlag = reporting(/フラグ|フラッグ/g, (found) => `「${found}」ではなく「印」と書く`);

/** Words with two spellings, and the one we chose. */
const spellings = new Map([
  ['だれ', '誰'],
  ['けた', '桁'],
  ['まちが', '間違'],
  ['ちが', '違'],
  ['あやし', '怪し'],
  ['便箋', '便せん'],
  ['フォルダ', 'フォルダー'],
]);
const secondSpelling =
  /(?<![なすよみ])だれ|(?<=[\d０-９何数一二三四五六七八九十])けた|まちが(?=[うえいっわ])|ちが(?=[うえいっわ])|あやし(?=[いくげま])|便箋|フォルダ(?!ー)/g;
const oneSpelling = reporting(
  secondSpelling,
  (found) => `「${found}」ではなく「${spellings.get(found)}」と書く`,
);

/** As textlint takes a preset. */
export const oneStyle = {
  rules: {
    'full-width-marks': fullWidthMarks,
    'one-word-for-flag': oneWordForFlag,
    'one-spelling': oneSpelling,
  },
  rulesConfig: { 'full-width-marks': true, 'one-word-for-flag': true, 'one-spelling': true },
};

function reporting(pattern, say) {
  return ({ Syntax, RuleError, report, getSource, locator }) => ({
    [Syntax.Str](node) {
      for (const { 0: found, index } of getSource(node).matchAll(pattern)) {
        report(node, new RuleError(say(found), { padding: locator.at(index) }));
      }
    },
  });
}
