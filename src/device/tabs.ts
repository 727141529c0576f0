/** The other tabs of the game on this device. */
import { isFields } from '../core/scenario/read/from-outside.ts';

/** What another tab has changed. */
export type Change = { readonly kind: 'round'; readonly key: string } | { readonly kind: 'everything' };

export interface Tabs {
  /** Tells the other tabs. */
  readonly tell: (change: Change) => void;
  /** Calls a listener for every change until the returned function is called. */
  readonly follow: (listener: (change: Change) => void) => () => void;
  /** Calls the listeners of this tab, as if another tab had told it. */
  readonly hear: (change: Change) => void;
}

/** `first` hears of a change before whoever follows. Where the browser refuses a channel, each tab is on its own. */
export function tabsOf(name: string, first: (change: Change) => void): Tabs {
  const listeners = new Set([first]);
  const hear = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const channel = channelOf(name);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const change = changeFrom(data);
    if (change !== undefined) hear(change);
  });
  return {
    tell: (change) => {
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it reaches pages of this origin alone
        channel?.postMessage(change);
      } catch {
        // Closed by the browser: the other tabs read it when they are next opened.
      }
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hear,
  };
}

/** Undefined where the browser has none, or refuses one: Firefox throws where all cookies are blocked. */
function channelOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

function changeFrom(value: unknown): Change | undefined {
  if (!isFields(value)) return undefined;
  const { kind, key } = value;
  if (kind === 'everything') return { kind };
  return kind === 'round' && typeof key === 'string' ? { kind, key } : undefined;
}
