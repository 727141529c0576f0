/** A finished round → its record. */
import type { Move } from '../engine/answer.ts';
import { ownId, type Round } from '../round/played-message.ts';
import { roundSoFar } from '../round/round-so-far.ts';
import { recordOf } from './record-of.ts';
import { roundId } from './round-id.ts';
import type { RoundRecord } from './round-record.ts';

/** The record of a round. Playing the round again gives another record. */
export function finishedRound(round: Round, moves: readonly Move[]): RoundRecord {
  const { answered, result } = roundSoFar(round, moves);
  const { seed, rules } = round;
  const { mode, passMark } = rules;
  return recordOf({
    id: roundId(moves),
    mode,
    ...(seed !== undefined && { seed }),
    ...(passMark !== undefined && { passMark }),
    score: result.score,
    played: answered.map(({ played, assessment }) => ({
      pack: played.pack.id,
      scenario: played.scenario.id,
      id: ownId(played),
      message: played.message,
      assessment,
    })),
    moves,
  });
}
