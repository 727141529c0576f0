/** A finished round → its record. */
import type { Move } from '../engine/answer.ts';
import type { Assessment } from '../engine/assess.ts';
import type { Result } from '../engine/result/tally.ts';
import { techniqueOf } from '../scenario/read/technique.ts';
import { secondsByMessage } from '../engine/result/time-spent.ts';
import type { CueId } from '../scenario/format/cues.ts';
import type { Message } from '../scenario/format/message.ts';
import { limits, type RecordMode } from './limits.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';

/** One answered message and where it comes from. */
export interface MessageToRecord {
  readonly pack: string;
  readonly scenario: string;
  /** Its id in that scenario. */
  readonly id: string;
  /** Here its id is the one that the round's moves use. */
  readonly message: Message;
  readonly assessment: Assessment;
}

/** A finished round as the recorder receives it. */
export interface FinishedRound {
  /** Letters, digits, `_` and `-`, at most 60. */
  readonly id: string;
  readonly mode: RecordMode;
  readonly seed?: string;
  /** 0 to 100. */
  readonly passMark?: number;
  readonly score: Result['score'];
  readonly played: readonly MessageToRecord[];
  /** All moves of the round, in order. Only their times are used. */
  readonly moves: readonly Move[];
}

/** The record of a finished round. */
export function recordOf({ id, mode, seed, passMark, score, played, moves }: FinishedRound): RoundRecord {
  const seconds = secondsByMessage(moves);
  const times = moves.map(({ at }) => Math.max(0, Math.round(at)));
  return {
    version: 1,
    id,
    mode,
    startedAt: times[0] ?? 0,
    endedAt: times.at(-1) ?? 0,
    ...(seed !== undefined && { seed }),
    ...(passMark !== undefined && { passMark }),
    score,
    messages: played
      .slice(0, limits.messages)
      .map((one) => messageRecord(one, seconds.get(one.message.id) ?? 0)),
  };
}

function messageRecord(
  { pack, scenario, id, message, assessment }: MessageToRecord,
  seconds: number,
): MessageRecord {
  const { truth, verdict, confidence, action, checked, score } = assessment;
  return {
    pack,
    scenario,
    message: id,
    channel: message.channel,
    truth,
    verdict,
    confidence,
    action: action.kind,
    score,
    ...(checked && { checked }),
    technique: techniqueOf(message),
    seconds: Math.min(limits.seconds, Math.round(seconds)),
    facts: factsOf(message, assessment).slice(0, limits.facts),
    falseAlarms: falseAlarmsOf(assessment).slice(0, limits.falseAlarms),
  };
}

function factsOf({ solution }: Message, { findings }: Assessment): MessageRecord['facts'] {
  if (solution.truth !== 'phish') return [];
  return solution.facts.flatMap(({ id, weight }) => {
    const clues = findings.flatMap(({ subject, outcome, flagged, ink }) =>
      subject.kind === 'clue' && subject.clue.fact === id
        ? [{ cue: subject.clue.cue, outcome, flagged: flagged && ink !== 'trust' }]
        : [],
    );
    const first = clues.find(({ flagged }) => flagged) ?? clues[0];
    return first === undefined
      ? []
      : [
          {
            fact: id,
            cue: first.cue,
            found: first.outcome === 'hit',
            ...(weight === 'soft' && { soft: true as const }),
          },
        ];
  });
}

function falseAlarmsOf({ findings }: Assessment): readonly (CueId | null)[] {
  return findings.flatMap(({ outcome, subject }) => {
    if (outcome !== 'falseAlarm') return [];
    return [subject.kind === 'decoy' ? (subject.decoy.cue ?? null) : null];
  });
}
