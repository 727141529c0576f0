import { besidePack } from '../../beside-pack.ts';
import { picturesShown } from '../../pictures-shown.ts';
import type { Rule } from '../../rule.ts';

/** A picture that nothing shows only makes the pack larger. */
export const assetUnused: Rule = {
  name: 'asset-unused',
  severity: 'warning',
  summary: {
    ja: 'どこにも使われていない画像',
    en: 'A picture that nothing shows',
  },
  scope: 'disk',
  check: (content, { pictures }) => {
    const { pack } = content;
    if (pack === undefined || pictures === undefined) return [];
    const named = new Set(picturesShown(content).map(({ asset }) => asset));
    return [...pictures.keys()]
      .filter((name) => !named.has(name))
      .map((name) => ({
        file: besidePack(pack.file, `assets/${name}`),
        path: [],
        text: {
          ja: `画像「${name}」はどこにも使われていません。本文の "image" で使うか、削除してください。`,
          en: `Nothing shows the picture “${name}”. Use it in an "image" block, or delete it.`,
        },
      }));
  },
};
