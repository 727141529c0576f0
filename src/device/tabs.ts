/** The other tabs of the game on this device. */
import { isFields } from '../core/scenario/read/from-outside.ts';

/** A change made in another tab. */
export type Change = { readonly kind: 'round'; readonly key: string } | { readonly kind: 'everything' };

/** Messages between tabs of the game. */
export interface Tabs {
  /** Tells the other tabs about a change. */
  readonly tell: (change: Change) => void;
  /** Subscribes to changes; returns the function that unsubscribes. */
  readonly follow: (listener: (change: Change) => void) => () => void;
  /** Notifies the subscribers of this tab, as if another tab had sent the change. */
  readonly hear: (change: Change) => void;
}

/**
 * Opens the channel between tabs. `first` is called before any subscriber. If the browser refuses a channel, each
 * tab is on its own.
 */
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
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin; it is always same-origin
        channel?.postMessage(change);
      } catch {
        // The browser closed the channel. Other tabs will read the change when they are next opened.
      }
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hear,
  };
}

/** Undefined if the browser has no BroadcastChannel or refuses one: Firefox throws when all cookies are blocked. */
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
