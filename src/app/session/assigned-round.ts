/** The round that a package, or the page around the frame, assigns: of all that can be played there, only it is recorded. */
import { type AskedRound, parametersFor } from '../../core/round/round-settings.ts';

/**
 * Whether a round is the assigned one: whatever is asked of it is what was assigned. Its seed may be another, since it only says which
 * messages are dealt by the same settings; so may what practice weighs by the learner's own record. How the address spells it does not
 * matter, as both are compared as they were read.
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

/** A list whose order means nothing. */
const listed = <Item extends string>(items: readonly Item[]): Item[] => [...new Set(items)].toSorted();
