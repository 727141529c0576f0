/** Which tone an event of a round makes, if any. */
import { answerTo, type Move } from '../core/engine/answer.ts';
import type { Tone } from '../ui/sound/sound.ts';
import type { Game, GameEvent } from './store.ts';

/**
 * The tone for an event, if any. A flag always sounds the same. `found` and `missed` are played only when the
 * debrief shows the result: never before the answer or the player's reason, and never in a round that is explained
 * at its end. `moves` are all moves so far.
 */
export function toneAfter(
  { messages, rules }: Pick<Game, 'messages' | 'rules'>,
  event: GameEvent,
  moves: readonly Move[],
): Tone | undefined {
  if (event.kind === 'finished') return 'end';
  const move = event.kind === 'moved' ? event.made.at(-1) : undefined;
  if (move?.kind === 'flag') return 'stamp';
  if (move === undefined || rules.debrief !== 'each') return undefined;
  const { verdict, flags } = answerTo(move.message, moves);
  // Without a flag nobody is asked for a reason.
  if (move.kind !== (rules.reason && flags.size > 0 ? 'reason' : 'submit')) return undefined;
  const played = messages.find(({ message: { id } }) => id === move.message);
  return played?.message.solution.truth === verdict ? 'found' : 'missed';
}
