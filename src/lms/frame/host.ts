/** The page around the game's frame: who it is, what it says, and what may be said to it. */
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

/** The window as far as a host concerns it. */
export interface FrameWorld {
  /** The window above; the same as `page` where there is none. */
  readonly parent: { readonly postMessage: (message: object, target: string) => void };
  readonly page: unknown;
  readonly listen: (handler: (delivered: Delivered) => void) => () => void;
  /** Origins that may be told results, such as `https://lms.example`; the game's own is always one. */
  readonly hosts: readonly string[];
  readonly clock: Clock;
}

export interface Host {
  /** Tells anybody; only for what the whole world may know. */
  readonly announce: (message: Extract<GameMessage, { type: 'ready' | 'resize' }>) => void;
  /** Tells the allowed host; before one has spoken it is not said to anybody. */
  readonly tell: (message: GameMessage) => void;
  readonly onMessage: (listener: (message: HostMessage) => void) => () => void;
  readonly stop: () => void;
}

/** Messages a second that are looked at; what exceeds it is a flood. */
const most = 50;

/** Undefined where the game is in no frame. */
export function findHost({ parent, page, listen, hosts, clock }: FrameWorld): Host | undefined {
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
