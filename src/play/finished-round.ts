/** A round played to its end → its assessments, result and record. */
import type { Answer } from '../core/engine/answer.ts';
import { type Assessment, assess, scoringOf } from '../core/engine/assess.ts';
import { type Result, tally } from '../core/engine/tally.ts';
import { recordOf } from '../core/record/record-of.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Message } from '../core/scenario/format/message.ts';
import { ownId } from '../core/round/played-message.ts';
import type { Game } from './store.ts';

export interface FinishedRound {
  readonly assessed: readonly { readonly message: Message; readonly assessment: Assessment }[];
  readonly result: Result;
  readonly record: RoundRecord;
}

/** What the round came to with the answers given; played again from the start, it is another round. */
export function finishedRound(game: Game, answers: ReadonlyMap<string, Answer>): FinishedRound {
  const { messages, rules, store, seed } = game;
  const { moves } = store.getState();
  const played = messages.flatMap((one) => {
    const answer = answers.get(one.message.id);
    return answer?.submitted
      ? [{ ...one, id: ownId(one), assessment: assess(one.message, answer, scoringOf(one.pack)) }]
      : [];
  });
  const passMark = rules.passMark;
  const result = tally(
    messages.map(({ message }) => message),
    played.map(({ assessment }) => assessment),
    passMark,
  );
  const record = recordOf({
    id: `round-${Math.round(moves[0]?.at ?? 0).toString(36)}`,
    mode: rules.mode,
    ...(seed !== undefined && { seed }),
    ...(passMark !== undefined && { passMark }),
    score: result.score,
    played: played.map(({ pack, scenario, id, message, assessment }) => ({
      pack: pack.id,
      scenario: scenario.id,
      id,
      message,
      assessment,
    })),
    moves,
  });
  return { assessed: played, result, record };
}
