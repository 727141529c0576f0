/** The page around the game's frame: checks what it sends and decides what it may be told. */
import type { Clock } from '../port.ts';
import {
  type GameMessage,
  type HostMessage,
  hostMessageFrom,
  resizeDialects,
  sealed,
} from './frame-messages.ts';

/** A message as the browser delivers it. */
export interface Delivered {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** What is needed of the game's window. */
export interface FrameWorld {
  /** The parent window; the same as `page` if the game is in no frame. */
  readonly parent: { readonly postMessage: (message: object, target: string) => void };
  readonly page: unknown;
  readonly listen: (handler: (delivered: Delivered) => void) => () => void;
  /** Origins that may receive results, such as `https://lms.example`; the game's own origin is always one of them. */
  readonly hosts: readonly string[];
  readonly clock: Clock;
}

/** The page around the frame. */
export interface HostPage {
  /** Posts to any host; only for what everybody may know. */
  readonly announce: (message: Extract<GameMessage, { type: 'ready' | 'resize' }>) => void;
  /** Posts to the allowed host. Before an allowed host has sent a message, nothing is posted. */
  readonly tell: (message: GameMessage) => void;
  readonly onMessage: (listener: (message: HostMessage) => void) => () => void;
  readonly stop: () => void;
}

/** The most messages that are read in one second; the others are ignored. */
const most = 50;

/** The host; undefined if the game is in no frame. */
export function findHost({ parent, page, listen, hosts, clock }: FrameWorld): HostPage | undefined {
  if (parent === page) return undefined;
  const listeners = new Set<(message: HostMessage) => void>();
  let origin: string | undefined;
  let second = 0;
  let seen = 0;
  const isFlood = (): boolean => {
    const now = Math.floor(clock.counted() / 1000);
    if (now !== second) {
      second = now;
      seen = 0;
    }
    seen += 1;
    return seen > most;
  };
  const stop = listen(({ source, origin: from, data }) => {
    if (source !== parent || !hosts.includes(from) || isFlood()) return;
    const message = hostMessageFrom(data);
    if (message === undefined) return;
    origin = from;
    for (const listener of listeners) listener(message);
  });
  return {
    announce: (message) => {
      parent.postMessage(sealed(message), '*');
      if (message.type === 'resize')
        for (const dialect of resizeDialects(message.height)) parent.postMessage(dialect, '*');
    },
    tell: (message) => {
      if (origin !== undefined) parent.postMessage(sealed(message), origin);
    },
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
  };
}
