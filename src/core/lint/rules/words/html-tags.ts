import { languages } from '../../../scenario/format/vocabulary.ts';
import { localizedPlaces } from '../../localized-places.ts';
import type { Rule } from '../../rule.ts';

/** Tags that people write by habit. The name must end at a blank, a slash or the bracket, so that `<b@example.com>` is none. */
const tag =
  /<\/?(?:a|b|i|u|p|br|hr|em|strong|span|div|font|center|img|table|tr|td|th|ul|ol|li|h[1-6])(?:\s[^<>]{0,200})?\/?>/i;

/** A body is data, never HTML: a tag would be shown as it stands. */
export const htmlTags: Rule = {
  name: 'html-tags',
  severity: 'warning',
  summary: {
    ja: '文の中の HTML のタグ（そのまま文字として表示される）',
    en: 'An HTML tag in a text, which is shown as it stands',
  },
  scope: 'text',
  check: (value, base) =>
    [...localizedPlaces(value, base)].flatMap(({ text, path }) =>
      languages.flatMap((language) => {
        const found = tag.exec(text[language])?.[0];
        if (found === undefined) return [];
        return [
          {
            path: [...path, language],
            text: {
              ja: `「${found}」はそのまま文字として表示されます。太字やリンクは { "text": …, "bold": true } のように書いてください。`,
              en: `“${found}” is shown as it stands. Write bold words or links as { "text": …, "bold": true }.`,
            },
          },
        ];
      }),
    ),
};
