import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import type { WorldSource } from '../inbox/directory/world-source.ts';
import { askAgain, loadOnce } from '../loading/load-once.ts';
import type { Packs } from '../packs/content.ts';
import { whenIdle } from '../ui/idle.ts';
import { shelvedDrills, shelvedLessons } from './pages/shelved-lessons.ts';
import type { Route } from './route.ts';

/**
 * The index of packs, and their lessons, drills and worlds. If they cannot be read, the screens do without them. They are asked for once
 * `isDrawn` says that the screen has what it shows first: a list needs none of them.
 */
export function useShelves(packs: Packs, route: Route, isDrawn: boolean) {
  const { index } = packs;
  const [content, setContent] = useState<ContentIndex>();
  useEffect(() => {
    if (!isDrawn) return undefined;
    return whenIdle(
      () =>
        void index().then(
          (read) => read.ok && setContent(read.value),
          // The screen that is drawn from the index says that it is missing.
          () => undefined,
        ),
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- asked again at every screen, which costs nothing once it is there
  }, [index, route, isDrawn]);
  const drills = useMemo(() => (content === undefined ? [] : shelvedDrills(content)), [content]);
  const lessons = useMemo(() => (content === undefined ? [] : shelvedLessons(content)), [content]);
  const findWorld = useMemo(
    () => loadOnce(async () => (await import('../packs/pack-world.ts')).worldFinder(packs)),
    [packs],
  );
  const worlds = useCallback<WorldSource>(
    async (assets) => {
      try {
        const [worldOf, read] = await Promise.all([findWorld(), index()]);
        return read.ok ? await worldOf(read, assets) : { kind: 'unreadable' };
      } catch {
        // A part of the game did not load. The player reads the same sentence as for a missing world file.
        askAgain();
        return { kind: 'unreadable' };
      }
    },
    [findWorld, index],
  );
  return { content, lessons, drills, worlds };
}
