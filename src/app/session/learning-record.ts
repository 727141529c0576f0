/** A round so far → what an LMS is told of it. */
import type { Move } from '../../core/engine/answer.ts';
import { assess, scoringOf } from '../../core/engine/assess.ts';
import type { Assessment } from '../../core/engine/assess.ts';
import { tally } from '../../core/engine/tally.ts';
import { cueCategories } from '../../core/scenario/format/cues.ts';
import { titleOf } from '../../core/scenario/layout/headline.ts';
import type { PlayedMessage, Round } from '../../core/round/played-message.ts';
import { answersOf, isClosed } from '../../play/store.ts';
import type { Decision, LearningRecord } from '../../lms/port.ts';

/** Decisions stand in the order they were given, so that a longer record only adds to a shorter one. */
export function learningRecord({ messages, rules }: Round, moves: readonly Move[]): LearningRecord {
  const answers = answersOf(messages, moves);
  const given = moves.flatMap(({ kind, message, at }) => (kind === 'submit' ? [{ message, at }] : []));
  const order = new Map(given.toReversed().map(({ message, at }) => [message, at]));
  const assessed = messages
    .flatMap((played) => {
      const answer = answers.get(played.message.id);
      return answer?.submitted
        ? [{ played, assessment: assess(played.message, answer, scoringOf(played.pack)) }]
        : [];
    })
    .toSorted(
      (one, other) => (order.get(one.played.message.id) ?? 0) - (order.get(other.played.message.id) ?? 0),
    );
  const closed = messages.filter(({ message }) => isClosed(answers.get(message.id))).length;
  const complete = closed === messages.length;
  const result = tally(
    messages.map(({ message }) => message),
    assessed.map(({ assessment }) => assessment),
    rules.passMark,
  );
  return {
    score: result.score,
    standing: complete ? result.standing : 'unmarked',
    ...(rules.passMark !== undefined && { passMark: rules.passMark }),
    complete,
    progress: messages.length === 0 ? 1 : closed / messages.length,
    decisions: assessed.map(({ played, assessment }) =>
      decisionOf(played, assessment, order.get(played.message.id) ?? 0, moves),
    ),
    skills: cueCategories.map((family) => ({ family, ...result.families[family] })),
  };
}

/** Seconds; what is longer was a pause, such as the night between two sittings. */
const longestLook = 1_800;

function decisionOf(
  { message, scenario, pack }: PlayedMessage,
  { truth, verdict, confidence, action, correct, score, findings }: Assessment,
  at: number,
  moves: readonly Move[],
): Decision {
  const facts = message.solution.truth === 'phish' ? message.solution.facts : [];
  const found = new Set(
    findings.flatMap(({ subject, outcome }) =>
      subject.kind === 'clue' && outcome === 'hit' ? [subject.clue.fact] : [],
    ),
  );
  const opened = moves.find((move) => move.message === message.id)?.at ?? at;
  return {
    pack: pack.id,
    scenario: scenario.id,
    // In a deal its id tells the whole way, of which the last part is its own.
    message: message.id.slice(message.id.lastIndexOf('/') + 1),
    title: titleOf(message),
    truth,
    verdict,
    confidence,
    action: action.kind,
    correct,
    score,
    at,
    seconds: Math.min(longestLook, Math.max(0, (at - opened) / 1000)),
    facts: facts.map(({ id, title }) => ({ id, title, found: found.has(id) })),
  };
}
