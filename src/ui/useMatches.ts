import { useCallback, useSyncExternalStore } from 'react';
import { asked } from '../loading/browser.ts';

/** Whether a media query matches now; follows the window when a phone is turned or the page is zoomed. False where the browser refuses. */
export function useMatches(query: string): boolean {
  const follow = useCallback(
    (onChange: () => void): (() => void) => {
      const list = asked(() => matchMedia(query), undefined);
      list?.addEventListener('change', onChange);
      return () => list?.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    follow,
    () => asked(() => matchMedia(query).matches, false),
    () => false,
  );
}
