/** What a mail has and a message of today's format has no place for. */
import type { Localized } from '../../scenario/format/text.ts';

const sentences = {
  picture: {
    ja: 'メールに入っていた画像は代わりの文字で置きました。画像ファイルを足して「image」に直せます。',
    en: 'Pictures inside the mail became their alternative text. Add a picture file and write an “image” block to show them.',
  },
  nesting: {
    ja: '5重以上に入れ子になった枠・段組み・引用は、4重までにまとめました。',
    en: 'Boxes, columns and quotes more than four deep were reduced to four.',
  },
  columns: {
    ja: '5列以上の段組みは縦に並べました。',
    en: 'More than four columns were put below one another.',
  },
  table: {
    ja: '表の8列・60行を超える部分は省きました。',
    en: 'What is beyond 8 columns or 60 rows of a table was left out.',
  },
  hidden: {
    ja: 'フォーム、スクリプト、埋め込みページ、HTML と違うテキスト部分は、記録（as.received.json）だけに残しました。',
    en: 'Forms, scripts, embedded pages and a plain part that says something else are kept in as.received.json alone.',
  },
  delivery: {
    ja: '経由したサーバーの記録（Received）がないので、配送情報の残りは書き足してください。',
    en: 'The mail names no server on its way (Received), so the rest of the delivery is yours to write.',
  },
  cut: {
    ja: '長すぎる部分（200 個を超える部品、60 個を超えるリンクなど）は省きました。',
    en: 'What is too long was left out: more than 200 blocks, 60 links and the like.',
  },
} as const satisfies Record<string, Localized>;

/** A kind of loss. */
export type Loss = keyof typeof sentences;

const losses: readonly Loss[] = ['picture', 'nesting', 'columns', 'table', 'hidden', 'cut', 'delivery'];

/** What was lost, in words. */
export const lossText = (loss: Loss): Localized => sentences[loss];

/** Each loss once, in the order of this file. */
export function draftLosses(all: readonly Loss[]): readonly Loss[] {
  const found = new Set(all);
  return losses.filter((loss) => found.has(loss));
}
