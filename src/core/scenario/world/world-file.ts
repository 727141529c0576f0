/** Where the world file of a pack is. */
import type { Pack } from '../format/pack.ts';

/** The path of the shared world, relative to content/. */
export const sharedWorldFile = 'world/world.json';

/** The path of a pack's world, relative to content/; undefined for a pack without a world. */
export function worldFileOf({ id, world }: Pick<Pack, 'id' | 'world'>): string | undefined {
  if (world === undefined) return undefined;
  return world === 'own' ? `packs/${id}/world.json` : sharedWorldFile;
}
