import { besidePack } from '../../beside-pack.ts';
import { packFiles, packLists } from '../../pack-files.ts';
import type { Rule } from '../../rule.ts';

/** A file that pack.json forgot is never played. */
export const fileNotListed: Rule = {
  name: 'file-not-listed',
  severity: 'warning',
  summary: {
    ja: '`scenarios/`、`drills/`、`lessons/` にあるのに `pack.json` に書かれていないファイル',
    en: 'A file in `scenarios/`, `drills/` or `lessons/` that `pack.json` does not list',
  },
  scope: 'disk',
  check: (content, { files }) => {
    const { pack } = content;
    if (pack === undefined || files === undefined) return [];
    const listed = new Set(packFiles(content));
    return [...files.keys()]
      .filter((path) => !listed.has(path))
      .flatMap((path) => {
        const list = packLists.find((folder) => isIn(folder, path));
        return list === undefined
          ? []
          : [
              {
                file: besidePack(pack.file, path),
                path: [],
                text: {
                  ja: `このファイルは pack.json の "${list}" に書かれていないため、使われません。書き加えるか、削除してください。`,
                  en: `This file is not listed in "${list}" of pack.json, so it is never used. List it, or delete it.`,
                },
              },
            ];
      });
  },
};

const isIn = (folder: string, path: string): boolean =>
  path.startsWith(`${folder}/`) && /^[^/]+\.json$/.test(path.slice(folder.length + 1));
