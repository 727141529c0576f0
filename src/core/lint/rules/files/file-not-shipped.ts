import { shown } from '../../../scenario/read/shown.ts';
import { packFiles } from '../../pack-files.ts';
import { remarksOf, type Rule } from '../../rule.ts';
import { assetUnused } from './asset-unused.ts';
import { fileNotListed } from './file-not-listed.ts';

const mostNamed = 10;

/** A site or package contains only files that the game reads. The author is told about any other file in the pack's folder. */
export const fileNotShipped: Rule = {
  name: 'file-not-shipped',
  severity: 'warning',
  summary: {
    ja: 'パックのフォルダーにあるそれ以外のもの。サイトにもパッケージにも入らない',
    en: 'Anything else in the folder of the pack, which no site or package carries',
  },
  scope: 'disk',
  check: (content, disk) => {
    const { pack } = content;
    if (pack === undefined || disk.files === undefined) return [];
    const told = [...remarksOf(assetUnused, content, disk), ...remarksOf(fileNotListed, content, disk)].map(
      ({ file }) => file,
    );
    const folder = pack.file.replace(/pack\.json$/, '');
    const known = new Set([...packFiles(content).map((path) => `${folder}${path}`), ...told]);
    const others = [...disk.files.keys()].filter((path) => !known.has(`${folder}${path}`));
    if (others.length === 0) return [];
    const named = others.slice(0, mostNamed).map(shown);
    const more = others.length - named.length;
    return [
      {
        file: pack.file,
        path: [],
        text: {
          ja: `次のファイルは配られません：${named.join('、')}${more > 0 ? `、ほか ${more} 件` : ''}。配られるのは、pack.json に書かれたファイルと、シナリオや講座に出る assets の画像（.svg、.png、.jpg）だけです。`,
          en: `Not shipped: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Only files that pack.json lists are, and pictures in assets (.svg, .png, .jpg) that a scenario or lesson shows.`,
        },
      },
    ];
  },
};
