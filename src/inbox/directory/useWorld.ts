import { use, useEffect, useState } from 'react';
import { type FoundWorld, WorldSourceContext } from './world-source.ts';

/** In milliseconds. After this, the screen does without the facts of the world until they arrive. */
const patience = 10_000;

/** The world of the pack with pictures at `assets`; undefined while loading. */
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
      // The chunk did not load, for example after a new version was deployed.
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
