/** Where the facts of the world come from: who draws a message does not know where files lie. */
import { createContext } from 'react';
import type { World } from '../../core/scenario/world/world.ts';

/** A pack may stand in no world; one that could not be read costs its facts and nothing else. */
export type FoundWorld =
  | { readonly kind: 'found'; readonly world: World }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** The world of the pack whose pictures lie at `assets`; never rejects. */
export type WorldSource = (assets: string) => Promise<FoundWorld>;

export const WorldSourceContext = createContext<WorldSource>(async () => ({ kind: 'none' }));
