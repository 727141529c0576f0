/**
 * The browser's Back button (and Android's Back gesture) closes whatever is on top before it leaves the screen.
 *
 * Each open layer has a depth, and each depth a history entry: created when a layer first opens at that depth,
 * reused by later ones. A layer that is closed in another way leaves its entry behind, because going back by script
 * is slow and could collide with a step of the player. Back skips such entries. In a frame the history belongs to
 * the whole page, so there Back closes layers but the game never moves through the history itself.
 */
import { useEffect, useEffectEvent } from 'react';

type Close = () => void;

/** Registers an open layer and returns a function that unregisters it. */
type Opened = (close: Close) => () => void;

/** Starts listening to the Back button of a page. */
export function createBack(page: Window): Opened {
  const { history, location } = page;
  /** The open layers, bottom first. */
  let open: readonly Close[] = [];
  let depth = depthOf(history.state);
  let place = location.href;
  /** The depth our own `history.go` will arrive at. */
  let awaited: number | undefined;

  /** Adds history entries for Back to consume, at most one per open layer. */
  const deepen = (): void => {
    place = location.href;
    depth = depthOf(history.state);
    while (depth < open.length) {
      try {
        history.pushState({ ...fieldsOf(history.state), depth: depth + 1 }, '');
      } catch {
        // Safari refuses more than 100 entries in 30 seconds. Back then leaves the screen, as without this code.
        return;
      }
      depth += 1;
    }
  };
  const goBackTo = (target: number): void => {
    if (page.parent !== page || target === depth) return;
    awaited = target;
    history.go(target - depth);
  };
  const closeDownTo = (count: number): void => {
    const closing = open.slice(count).toReversed();
    open = open.slice(0, count);
    for (const close of closing) close();
  };
  page.addEventListener('popstate', ({ state }) => {
    const before = depth;
    depth = depthOf(state);
    const isAwaited = awaited === depth;
    awaited = undefined;
    const isElsewhere = place !== location.href;
    place = location.href;
    // Another screen renders itself, and going forward reopens nothing.
    if (isAwaited || isElsewhere || depth >= before) return;
    if (open.length > depth) closeDownTo(depth);
    else {
      // An entry left behind by a layer closed earlier: close the next layer below, or leave the screen.
      const target = open.length - 1;
      closeDownTo(Math.max(0, target));
      goBackTo(target);
    }
  });
  return (close) => {
    open = [...open, close];
    deepen();
    return () => {
      open = open.filter((other) => other !== close);
    };
  };
}

function depthOf(state: unknown): number {
  const { depth } = fieldsOf(state);
  return typeof depth === 'number' ? depth : 0;
}

const fieldsOf = (state: unknown): Readonly<Record<string, unknown>> =>
  typeof state === 'object' && state !== null ? { ...state } : {};

/** The handler of this page, created when the first layer opens. */
let opened: Opened | undefined;

/** While `isOpen`, Back calls `close` instead of leaving the screen. */
export function useBackCloses(isOpen: boolean, close: Close): void {
  const closeNow = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return undefined;
    opened ??= createBack(window);
    return opened(() => closeNow());
  }, [isOpen]);
}
