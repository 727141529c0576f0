/** The worlds of packs. Each is read when a directory or lens first needs it. */
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import type { Outcome } from '../core/scenario/read/problem.ts';
import { worldFileOf } from '../core/scenario/world/world-file.ts';
import type { World } from '../core/scenario/world/world.ts';
import type { FoundWorld } from '../inbox/directory/world-source.ts';
import { assetsOf, type Packs } from './content.ts';

/** Returns the world of the pack with pictures at `assets`. */
export type FindWorld = (content: Outcome<ContentIndex> | undefined, assets: string) => Promise<FoundWorld>;

/** Finds worlds. Each is read once; one that could not be read is requested again next time. */
export function worldFinder(packs: Pick<Packs, 'world'>): FindWorld {
  const worlds = new Map<string, Promise<Outcome<World>>>();
  return async (content, assets) => {
    const pack = content?.ok ? content.value.packs.find(({ id }) => assetsOf(id) === assets) : undefined;
    const file = pack && worldFileOf(pack);
    if (file === undefined) return { kind: 'none' };
    const asked = worlds.get(file) ?? packs.world(file);
    worlds.set(file, asked);
    const outcome = await asked;
    if (outcome.ok) return { kind: 'found', world: outcome.value };
    worlds.delete(file);
    return { kind: 'unreadable' };
  };
}
