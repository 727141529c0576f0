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

/** The state of a round after its moves. Whoever asks for the same round and moves gets the same value. */
export function roundSoFar(round: Round, moves: readonly Move[]): RoundSoFar {
  const known = latest.get(moves);
  if (known?.messages === round.messages && known.passMark === round.rules.passMark) return known.state;
  const state = assessed(round, moves);
  latest.set(moves, { messages: round.messages, passMark: round.rules.passMark, state });
  return state;
}

/** The last state computed for a list of moves: result screen, device and LMS ask for it one after the other. */
const latest = new WeakMap<readonly Move[], Known>();

interface Known {
  readonly messages: Round['messages'];
  readonly passMark: Round['rules']['passMark'];
  readonly state: RoundSoFar;
}

function assessed({ messages, rules }: Round, moves: readonly Move[]): RoundSoFar {
  const answers = answersOf(messages, moves);
  const seconds = secondsByMessage(moves);
  const answered = messages.flatMap((played): readonly AnsweredMessage[] => {
    const { message, pack, scenario } = played;
    const answer = answers.get(message.id);
    if (!answer?.submitted) return [];
    return [
      {
        played,
        assessment: assess(message, answer, scoringOf(pack), scenario),
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
