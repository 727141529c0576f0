import { useEffect, useRef, useState } from 'react';
import { asked, isReloaded } from '../loading/browser.ts';
import type { Route } from './route.ts';

/** What decides whether a new version may be loaded or offered. */
export interface UpdatePlace {
  readonly screen: Route['screen'];
  /** Whether the round on this screen is over; false also where there is none. */
  readonly isOver: boolean;
  /** Whether the device keeps what the player does: without it, a reload loses a round. */
  readonly isKept: () => boolean;
  /** Whether the page is as it was when it opened. */
  readonly isUntouched: () => boolean;
  readonly reload: () => void;
}

/** Screens on which a reload loses nothing. */
const restful: ReadonlySet<Route['screen']> = new Set(['start', 'progress', 'settings', 'diagnosis']);

/**
 * Whether to offer a new version of the game, and what closes the offer. The version is loaded without a question on the way to the
 * start screen and from it, and on a start screen that nobody has touched yet; never while a round is open.
 */
export function useUpdate(
  onNewVersion: (tell: () => void) => void,
  { screen, isOver, isKept, isUntouched, reload }: UpdatePlace,
): { readonly offered: boolean; readonly close: () => void } {
  const [ready, setReady] = useState(false);
  const [closed, setClosed] = useState(false);
  useEffect(() => onNewVersion(() => setReady(true)), [onNewVersion]);
  const before = useRef(screen);
  useEffect(() => {
    const from = before.current;
    before.current = screen;
    const passes = from !== screen && (from === 'start' || screen === 'start');
    if (ready && isKept() && (passes || (screen === 'start' && isUntouched()))) reload();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the functions only ask and act
  }, [ready, screen]);
  return {
    offered: ready && !closed && isKept() && (isOver || restful.has(screen)),
    close: () => setClosed(true),
  };
}

/**
 * Whether nobody has done anything on a page yet. A reloaded page counts as touched, so that a host that alternates between two
 * versions does not cause endless reloads.
 */
export function isUntouched({ navigator, performance }: Browser): boolean {
  return (
    !isReloaded({ performance }) && asked(() => navigator.userActivation?.hasBeenActive === false, false)
  );
}

/** The part of the window that is used. */
interface Browser {
  readonly performance: { readonly getEntriesByType: (type: string) => readonly object[] };
  /** Not every browser says whether anybody has done something. */
  readonly navigator: { readonly userActivation?: { readonly hasBeenActive: boolean } };
}
