/**
 * A round so far: each answer assessed once and timed once. The result screen, the device's record and the LMS use
 * the same values.
 */
import { answersOf, isClosed, type Move } from '../engine/answer.ts';
import { assess, type Assessment, scoringOf } from '../engine/assess.ts';
import { type Result, tally } from '../engine/result/tally.ts';
import { secondsByMessage } from '../engine/result/time-spent.ts';
import type { PlayedMessage, Round } from './played-message.ts';

/** A message with a complete answer. */
export interface AnsweredMessage {
  readonly played: PlayedMessage;
  readonly assessment: Assessment;
  /** When the answer was submitted, in milliseconds since 1970. */
  readonly at: number;
  /** Seconds spent on the message. */
  readonly seconds: number;
}

/** The state of a round after its moves. */
export interface RoundSoFar {
  /** In the order of the round. */
  readonly answered: readonly AnsweredMessage[];
  /** Over all messages of the round; an unanswered message earns 0. */
  readonly result: Result;
  /** The number of messages that can no longer change: answered, or out of time. */
  readonly closed: number;
  /** Whether all messages are closed. */
  readonly complete: boolean;
}

/** The state of a round after its moves. */
export function roundSoFar({ messages, rules }: Round, moves: readonly Move[]): RoundSoFar {
  const answers = answersOf(messages, moves);
  const seconds = secondsByMessage(moves);
  const answered = messages.flatMap((played): readonly AnsweredMessage[] => {
    const { message, pack } = played;
    const answer = answers.get(message.id);
    if (!answer?.submitted) return [];
    return [
      {
        played,
        assessment: assess(message, answer, scoringOf(pack)),
        at: moves.find(({ kind, message: id }) => kind === 'submit' && id === message.id)?.at ?? 0,
        seconds: seconds.get(message.id) ?? 0,
      },
    ];
  });
  const closed = messages.filter(({ message }) => isClosed(answers.get(message.id))).length;
  return {
    answered,
    result: tally(
      messages.map(({ message }) => message),
      answered.map(({ assessment }) => assessment),
      rules.passMark,
    ),
    closed,
    complete: closed === messages.length,
  };
}
