/** The last exchanges with the LMS, store or host, short enough to show on the diagnosis page and to copy. */
import type { Clock, Exchange } from './port.ts';

/** Exchanges that are kept; the oldest go first. */
const most = 300;
/** Characters of each call and answer. */
const longest = 200;

/** A log of calls and their answers. */
export interface Conversation {
  readonly note: (call: string, answer: string) => void;
  readonly all: () => readonly Exchange[];
}

/** An empty log. */
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

/** The text, cut to the longest length; a cut text ends with its full length in brackets. */
export function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length})`;
}
