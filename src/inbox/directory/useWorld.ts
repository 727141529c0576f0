import { use, useEffect, useState } from 'react';
import { type FoundWorld, WorldSourceContext } from './world-source.ts';

/** After so many milliseconds the facts of the world are given up, until they come after all. */
const patience = 10_000;

/** The world of the pack whose pictures lie at `assets`; undefined while it is on its way. */
export function useWorld(assets: string): FoundWorld | undefined {
  const source = use(WorldSourceContext);
  const [found, setFound] = useState<FoundWorld>();
  useEffect(() => {
    let current = true;
    const take = (next: FoundWorld): void => {
      if (current) setFound(next);
    };
    const timer = setTimeout(() => take({ kind: 'unreadable' }), patience);
    void source(assets)
      // A chunk that does not come, such as after a new version was put on the server.
      .catch((): FoundWorld => ({ kind: 'unreadable' }))
      .then((next) => {
        clearTimeout(timer);
        take(next);
      });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [source, assets]);
  return found;
}
