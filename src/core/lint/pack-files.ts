/** Which files of a pack the game reads. No other file of its folder is shipped. */
import type { Pack } from '../scenario/format/pack.ts';
import { picturesShown } from './pictures-shown.ts';
import type { Content, Disk, PackFile } from './rule.ts';

/** The lists of pack.json that name files, each in a folder of the same name. */
export const packLists = ['scenarios', 'drills', 'lessons'] as const;

/** The paths of these files from the folder of the pack, sorted. They include files that are missing. */
export function packFiles(content: Content): readonly string[] {
  const pack = content.pack?.value;
  const files = new Set([
    'pack.json',
    ...(pack?.world === 'own' ? ['world.json'] : []),
    ...(pack === undefined ? [] : packLists.flatMap((list) => listed(pack, list))),
    ...picturesShown(content).map(({ asset }) => `assets/${asset}`),
  ]);
  return [...files].toSorted();
}

const listed = (pack: Pack, list: (typeof packLists)[number]): readonly string[] =>
  (pack[list] ?? []).map((name) => `${list}/${name}`);

/** What the rules may see of a pack's folder, from the files in it. */
export function inFolder(files: ReadonlyMap<string, PackFile>): Disk {
  const pictures = [...files].flatMap(([path, file]): readonly (readonly [string, string])[] =>
    typeof file === 'string'
      ? []
      : [[path.replace('assets/', ''), path.endsWith('.svg') ? (file.text ?? '') : '']],
  );
  return { files, pictures: new Map(pictures) };
}
