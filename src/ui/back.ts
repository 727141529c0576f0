/**
 * The browser's Back button (on Android the gesture too) closes what lies on top before it leaves the screen. Each thing open is a
 * depth, and each depth an entry of the history, made when the first thing was opened that deep and used again by the next one there.
 * What is closed otherwise leaves its entry behind, since going back by script is slow and could meet another step of the player; Back
 * passes such entries over. In a frame the history is the whole page's: there Back closes as well, but the game never moves it.
 */
import { useEffect, useEffectEvent } from 'react';

type Close = () => void;

/** Takes what was opened; gives back how to say that it is closed. */
type Opened = (close: Close) => () => void;

/** Begins to listen to the Back button of a page. */
export function createBack(page: Window): Opened {
  const { history, location } = page;
  /** From the bottom to the top. */
  let open: readonly Close[] = [];
  let depth = depthOf(history.state);
  let place = location.href;
  /** Where a step back of our own leads. */
  let awaited: number | undefined;

  /** Makes the entries that Back will use up; never more than things are open. */
  const deepen = (): void => {
    place = location.href;
    depth = depthOf(history.state);
    while (depth < open.length) {
      try {
        history.pushState({ ...fieldsOf(history.state), depth: depth + 1 }, '');
      } catch {
        // Safari refuses a hundred in half a minute; Back then leaves the screen, as it would without any of this.
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
    // Another screen draws itself anew, and forward opens nothing again.
    if (isAwaited || isElsewhere || depth >= before) return;
    if (open.length > depth) closeDownTo(depth);
    else {
      // An entry that something closed has left: what the player wants gone is the next thing below, or the screen.
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

/** The one of this page, from the first thing opened on. */
let opened: Opened | undefined;

/** While something is open, Back closes it by `close` instead of leaving. */
export function useBackCloses(isOpen: boolean, close: Close): void {
  const closeNow = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return undefined;
    opened ??= createBack(window);
    return opened(() => closeNow());
  }, [isOpen]);
}
