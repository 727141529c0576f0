/** The round that a package, or the page around the frame, assigns. Only this round is recorded. */
import { type AskedRound, parametersFor } from '../../core/round/round-settings.ts';

/**
 * Whether a round has all settings of the assigned one. The seed may differ, since it only says which messages are dealt, and so may the
 * weights that practice takes from the learner's own record. Both rounds are compared as read, not by the spelling of their addresses.
 */
export function isAssigned(asked: AskedRound, assigned: AskedRound): boolean {
  const weighed = assigned.weights !== undefined || assigned.mode !== 'practice';
  return ruleText(asked, weighed) === ruleText(assigned, weighed);
}

function ruleText(round: AskedRound, weighed: boolean): string {
  const { seed: _, weights, ...asked } = round;
  const rules: AskedRound = {
    ...asked,
    mode: asked.mode ?? 'training',
    ...(asked.packs && { packs: listed(asked.packs) }),
    ...(asked.difficulty && { difficulty: listed(asked.difficulty) }),
    ...(asked.channels && { channels: listed(asked.channels) }),
    ...(weighed && weights && { weights }),
  };
  return JSON.stringify(parametersFor(rules));
}

/** A list without duplicates, in one order: the order in an address means nothing. */
const listed = <Item extends string>(items: readonly Item[]): Item[] => [...new Set(items)].toSorted();
