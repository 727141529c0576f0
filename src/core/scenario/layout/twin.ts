/** A message and its twin: the other one of the pair, and their differences. */
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import type { Difference } from '../format/solution.ts';

/** The twin of a message in its scenario, if it has one. */
export function twinOf(message: Message, scenario: Pick<Scenario, 'messages'>): Message | undefined {
  const { twin } = message.solution;
  return twin === undefined ? undefined : scenario.messages.find(({ id }) => id === twin);
}

/** The differences between a message and its twin, seen from the message, whichever of them lists the differences. */
export function differencesFrom(message: Message, twin: Message): readonly Difference[] {
  const { differences } = message.solution;
  if (differences !== undefined) return differences;
  return (twin.solution.differences ?? []).map(({ here, there, text }) => ({
    here: there,
    there: here,
    text,
  }));
}
