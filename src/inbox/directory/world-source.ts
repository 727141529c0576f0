/** Port for the facts of the world: a component that draws a message does not know where files are. */
import { createContext } from 'react';
import type { World } from '../../core/scenario/world/world.ts';

/** A pack may have no world. An unreadable world costs its facts and nothing else. */
export type FoundWorld =
  | { readonly kind: 'found'; readonly world: World }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** Loads the world of the pack with pictures at `assets`; never rejects. */
export type WorldSource = (assets: string) => Promise<FoundWorld>;

/** The source of world facts for everything below; without a provider there is no world. */
export const WorldSourceContext = createContext<WorldSource>(async () => ({ kind: 'none' }));
