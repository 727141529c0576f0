import { besidePack } from '../../beside-pack.ts';
import { pictureFlaw } from '../../picture.ts';
import type { Rule } from '../../rule.ts';

/** A picture is served from the game's own origin, which may be an LMS's, so it must contain no script. */
export const assetUnsafe: Rule = {
  name: 'asset-unsafe',
  severity: 'error',
  summary: {
    ja: '何かを実行したり読み込んだりできる画像や、中身が拡張子と違う画像',
    en: 'A picture that could run or load something, or is not what its ending says',
  },
  scope: 'disk',
  check: ({ pack }, { files = [] }) => {
    if (pack === undefined) return [];
    return [...files].flatMap(([path, file]) => {
      const text = typeof file === 'object' ? pictureFlaw(path, file) : undefined;
      return text === undefined ? [] : [{ file: besidePack(pack.file, path), path: [], text }];
    });
  },
};
