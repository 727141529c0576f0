/** What is known about a message without its text: enough to deal rounds from an index alone. */
import { cues } from '../format/cues.ts';
import type { CatalogueLine } from '../format/pack.ts';
import type { Message } from '../format/message.ts';
import { techniqueOf } from './technique.ts';

/** The catalogue of a scenario, in the order of its messages. */
export function catalogueOf(messages: readonly Message[]): CatalogueLine[] {
  return messages.map((message) => {
    const { id, channel, solution } = message;
    const twin = solution.twin ?? messages.find((other) => other.solution.twin === id)?.id;
    const signs = solution.truth === 'phish' ? solution.clues : solution.decoys;
    const families = signs.flatMap(({ cue }) => (cue === undefined ? [] : [cues[cue].category]));
    return {
      id,
      truth: solution.truth,
      ...(solution.truth === 'phish' && { difficulty: solution.difficulty }),
      channel,
      families: [...new Set(families)],
      technique: techniqueOf(message),
      ...(twin !== undefined && { twin }),
      archetype: solution.archetype,
    };
  });
}
