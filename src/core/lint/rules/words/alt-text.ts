import type { Path } from '../../../scenario/read/locate.ts';
import type { Block } from '../../../scenario/format/block.ts';
import { shown } from '../../../scenario/read/shown.ts';
import { languages } from '../../../scenario/format/vocabulary.ts';
import { bodiesOf, leafPlaces } from '../../../scenario/layout/walk.ts';
import type { Remark, Rule } from '../../rule.ts';

/** Alternative texts that do not describe the picture. */
const empty =
  /^(?:image|picture|photo|logo|icon|graphic|画像|写真|ロゴ|アイコン|図|.*\.(?:svg|png|jpe?g|gif))$/iu;

/** A picture needs words for those who do not see it. */
export const altText: Rule = {
  name: 'alt-text',
  severity: 'warning',
  summary: {
    ja: '何の画像か分からない `alt`',
    en: "A picture's `alt` that says nothing",
  },
  scope: 'several',
  checks: [
    {
      scope: 'message',
      check: (message, path) => bodiesOf(message, path).flatMap(({ blocks, path: at }) => ofBody(blocks, at)),
    },
    { scope: 'lesson', check: ({ body }) => ofBody(body, ['body']) },
  ],
};

const noWords = {
  ja: 'リンクやロゴの画像に代替テキストがありません。"alt" に、見えない人に伝わる言葉を書いてください。省略できるのは飾りの画像だけです。',
  en: 'A picture that is a link or a slot has no alternative text. Write "alt", for those who do not see it. Only a decoration may go without.',
};

function ofBody(blocks: readonly Block[], path: Path): readonly Remark[] {
  return leafPlaces(blocks, path).flatMap(({ leaf, path: at }) => {
    if (leaf.kind !== 'image' && leaf.kind !== 'remote') return [];
    const { alt, link, slot } = leaf;
    if (alt === undefined)
      return link === undefined && slot === undefined ? [] : [{ path: at, text: noWords }];
    return languages
      .filter((language) => empty.test(alt[language].trim()))
      .map((language) => ({
        path: [...at, 'alt', language],
        text: {
          ja: `代替テキスト「${shown(alt[language])}」では何の画像か分かりません。見えない人に伝わる言葉（会社名や図の内容）にしてください。`,
          en: `The alternative text “${shown(alt[language])}” does not say what the picture shows. Name the company, or what is in it.`,
        },
      }));
  });
}
