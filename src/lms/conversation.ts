/** The last exchanges with the other side, short enough to show and to copy. */
import type { Clock, Exchange } from './port.ts';

const most = 300;
const longest = 200;

export interface Conversation {
  readonly note: (call: string, answer: string) => void;
  readonly all: () => readonly Exchange[];
}

export function createConversation(clock: Pick<Clock, 'now'>): Conversation {
  const exchanges: Exchange[] = [];
  return {
    note: (call, answer) => {
      exchanges.push({ at: clock.now(), call: shortened(call), answer: shortened(answer) });
      if (exchanges.length > most) exchanges.shift();
    },
    all: () => [...exchanges],
  };
}

/** A text for a person to read: cut, and said so. */
export function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length})`;
}
