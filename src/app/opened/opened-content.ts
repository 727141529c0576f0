/** The packs that the player opened from files: kept by the device, read and checked as all packs are. */
import type { Memory } from '../../device/memory.ts';
import { type OpenedPacks, openedPacks } from '../../device/opened-packs.ts';
import { type Packs, packsFrom } from '../../packs/content.ts';
import { type OpenedPack, openedPackFrom, openedSource } from '../../packs/opened-shelf.ts';
import type { PackSource } from '../../packs/source.ts';

/** Opened packs and the way to play them. */
export interface OpenedContent {
  readonly shelf: OpenedPacks<OpenedPack>;
  readonly packs: Packs;
  /** The address of a picture of such a pack, once a file of the pack was read. */
  readonly picture: PackSource['picture'];
}

const known = new WeakMap<Memory, OpenedContent>();

/** The opened packs of a memory; the same for every caller, because some may be kept by this page alone. */
export function openedContent(memory: Memory): OpenedContent {
  const before = known.get(memory);
  if (before !== undefined) return before;
  const shelf = openedPacks(memory, openedPackFrom);
  const source = openedSource(shelf);
  // The list changes while the page is open, so the index is read each time.
  const packs: Packs = { ...packsFrom(source), index: () => packsFrom(source).index() };
  const content: OpenedContent = { shelf, packs, picture: source.picture };
  known.set(memory, content);
  return content;
}
