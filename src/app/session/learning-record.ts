/** Turns the moves of a round into the record for the LMS. */
import type { Move } from '../../core/engine/answer.ts';
import { ownId, type Round } from '../../core/round/played-message.ts';
import { type AnsweredMessage, roundSoFar } from '../../core/round/round-so-far.ts';
import { cueCategories } from '../../core/scenario/format/cues.ts';
import { titleOf } from '../../core/scenario/layout/headline.ts';
import type { Decision, LearningRecord } from '../../lms/port.ts';

/** The record of a round so far. Decisions stand in the order in which they were given, so a longer record only adds to a shorter one. */
export function learningRecord(round: Round, moves: readonly Move[]): LearningRecord {
  const { answered, result, closed, complete } = roundSoFar(round, moves);
  const { passMark } = round.rules;
  return {
    score: result.score,
    standing: complete ? result.standing : 'unmarked',
    ...(passMark !== undefined && { passMark }),
    complete,
    progress: round.messages.length === 0 ? 1 : closed / round.messages.length,
    decisions: answered.toSorted((one, other) => one.at - other.at).map(decisionOf),
    skills: cueCategories.map((family) => ({ family, ...result.families[family] })),
  };
}

function decisionOf({ played, assessment, at, seconds }: AnsweredMessage): Decision {
  const { message, scenario, pack } = played;
  const { truth, verdict, confidence, action, correct, score, checked, findings } = assessment;
  const facts = message.solution.truth === 'phish' ? message.solution.facts : [];
  const found = new Set(
    findings.flatMap(({ subject, outcome }) =>
      subject.kind === 'clue' && outcome === 'hit' ? [subject.clue.fact] : [],
    ),
  );
  return {
    pack: pack.id,
    scenario: scenario.id,
    message: ownId(played),
    title: titleOf(message),
    truth,
    verdict,
    confidence,
    action: action.kind,
    correct,
    score,
    at,
    seconds,
    ...(checked && { checked }),
    facts: facts.map(({ id, title }) => ({ id, title, found: found.has(id) })),
  };
}
