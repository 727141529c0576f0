/** Where the world of a pack lies. */
import type { Pack } from '../format/pack.ts';

/** The path below content/ of the world that packs share. */
export const sharedWorldFile = 'world/world.json';

/** The path below content/ of a pack's world; undefined for a pack that stands in none. */
export function worldFileOf({ id, world }: Pick<Pack, 'id' | 'world'>): string | undefined {
  if (world === undefined) return undefined;
  return world === 'own' ? `packs/${id}/world.json` : sharedWorldFile;
}
