/** Packs that the player opened from files, beside the shipped ones. Their code and files load only when one is used. */
import { contentRoot } from './ahead.ts';
import type { Packs } from './content.ts';

const prefix = 'opened-';
/** In characters, as the address allows. */
const longestId = 60;

/** The id under which a pack from a file is played: never that of a shipped pack, so that their rounds stay apart. */
export const openedId = (pack: string): string => (prefix + pack).slice(0, longestId);

/** Whether a pack of this id came from a file. */
export const isOpened = (pack: string): boolean => pack.startsWith(prefix);

/** Whether a path from the page is one of such a pack's files. */
export const isOpenedFile = (path: string): boolean => path.startsWith(`${contentRoot}packs/${prefix}`);

/** The shipped packs and those from files. The index is that of the shipped ones, so rounds are dealt from these alone. */
export interface AllPacks extends Packs {
  /** The same files with the index of the packs from files. */
  readonly fromFiles: Packs;
}

/** Joins both. Each pack is read where its id says. */
export function withOpened(shipped: Packs, opened: () => Promise<Packs>): AllPacks {
  const of = (pack: string): Promise<Packs> => (isOpened(pack) ? opened() : Promise.resolve(shipped));
  const both: Packs = {
    ...shipped,
    pack: async (pack) => (await of(pack)).pack(pack),
    scenario: async (pack, scenario) => (await of(pack)).scenario(pack, scenario),
    drill: async (pack, drill) => (await of(pack)).drill(pack, drill),
    lesson: async (pack, lesson) => (await of(pack)).lesson(pack, lesson),
    world: async (file) => (await of(file.split('/')[1] ?? '')).world(file),
    fetchAhead: (pack, scenario) => {
      if (!isOpened(pack)) shipped.fetchAhead(pack, scenario);
    },
  };
  return { ...both, fromFiles: { ...both, index: async () => (await opened()).index() } };
}
