import { picturesShown } from '../../pictures-shown.ts';
import type { Localized } from '../../../scenario/format/text.ts';
import type { Rule } from '../../rule.ts';

/** Every picture that a message shows exists. */
export const assetMissing: Rule = {
  name: 'asset-missing',
  severity: 'error',
  summary: {
    ja: '使われているのに `assets/` にない画像',
    en: 'A picture that is shown and is not in `assets/`',
  },
  scope: 'disk',
  check: (content, { files }) => {
    if (files === undefined) return [];
    return picturesShown(content)
      .filter(({ asset }) => typeof files.get(`assets/${asset}`) !== 'object')
      .map(({ file, path, asset }) => {
        const link = ['assets', `assets/${asset}`].find((name) => files.get(name) === 'link');
        return { file, path, text: link === undefined ? notThere(asset) : isLink(link) };
      });
  },
};

const notThere = (asset: string): Localized => ({
  ja: `画像「${asset}」がパックの assets フォルダーにありません。置くか、名前を直してください。`,
  en: `The picture “${asset}” is not in the pack's assets folder. Put it there, or correct the name.`,
});

const isLink = (link: string): Localized => ({
  ja: `「${link}」はシンボリックリンクなので、この画像は配られません。リンクの代わりに、リンク先そのものを置いてください。`,
  en: `“${link}” is a symbolic link, so this picture is not shipped. Put what it leads to in its place.`,
});
