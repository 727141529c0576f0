/** Which tone an event of a round makes, if any. */
import { answerTo, type Move } from '../core/engine/answer.ts';
import type { Tone } from '../ui/sound.ts';
import type { Game, GameEvent } from './store.ts';

/**
 * A flag sounds the same wherever it is set. Right and wrong sound only when the debrief says so on screen: never before the answer
 * or the player's own reason for it, and never in a round that is explained at its end. `moves` are all of the round so far.
 */
export function toneAfter(
  { messages, rules }: Pick<Game, 'messages' | 'rules'>,
  event: GameEvent,
  moves: readonly Move[],
): Tone | undefined {
  if (event.kind === 'finished') return 'end';
  const move = event.kind === 'moved' ? event.made.at(-1) : undefined;
  if (move?.kind === 'flag') return 'stamp';
  const explains = rules.debrief === 'each' && move?.kind === (rules.reason ? 'reason' : 'submit');
  if (move === undefined || !explains) return undefined;
  const played = messages.find(({ message: { id } }) => id === move.message);
  const { verdict } = answerTo(move.message, moves);
  return played?.message.solution.truth === verdict ? 'found' : 'missed';
}
