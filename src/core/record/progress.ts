/** All rounds kept → what can be said of the player. Each message is visited a fixed number of times, so time is linear in rounds. */
import { type Calibration, calibration } from '../engine/calibration.ts';
import { type Counts, countsOf, type Detection, detection } from '../engine/detection.ts';
import { cueCategories, type CueCategory, cues } from '../scenario/format/cues.ts';
import { type Proportion, proportion } from './proportion.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';

/** Facts found of those that cues of one family told. */
export interface FamilySkill extends Proportion {
  readonly family: CueCategory;
  /** Flags that cost, on what only looks like a cue of this family. */
  readonly falseAlarms: number;
}

/** Verdicts that were right, of the messages that came by one channel. */
export interface ChannelSkill extends Proportion {
  readonly channel: string;
  /** Lures taken for genuine. */
  readonly misses: number;
  /** Genuine messages taken for lures. */
  readonly falseAlarms: number;
}

export interface TrendPoint {
  readonly id: string;
  readonly mode: RoundRecord['mode'];
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** 0 to 100. */
  readonly score: number;
}

export interface Progress {
  readonly rounds: number;
  readonly messages: number;
  /** Right verdicts. */
  readonly right: Proportion;
  readonly counts: Counts;
  readonly detection: Detection;
  readonly calibration: Calibration;
  /** Those of the catalogue's families that were met, in its order. */
  readonly families: readonly FamilySkill[];
  /** Those that were met, the most used first. */
  readonly channels: readonly ChannelSkill[];
  /** Lures that were reported. */
  readonly reported: Proportion;
  /** In the order the rounds ended. */
  readonly trend: readonly TrendPoint[];
  /** All time spent, in seconds; information only. */
  readonly seconds: number;
}

/** Observations below which nothing is said of a family or a channel. */
export const neededToTell = 3;

/** What all these rounds together came to; one record given twice counts once. */
export function progressOf(records: readonly RoundRecord[]): Progress {
  const steps = progressSteps(records);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** The same in steps, so that whoever computes it can let others have their turn in between. */
export function* progressSteps(records: readonly RoundRecord[]): Generator<undefined, Progress> {
  const rounds = [...new Map(records.map((record) => [record.id, record])).values()].toSorted(
    (one, other) => one.endedAt - other.endedAt,
  );
  const messages = rounds.flatMap((round) => round.messages);
  yield;
  const verdicts = messages.map(verdictOf);
  yield;
  const counts = countsOf(verdicts);
  yield;
  const calibrated = calibration(verdicts);
  yield;
  const families = yield* familySkills(messages);
  const channels = channelSkills(messages);
  yield;
  const lures = messages.filter(({ truth }) => truth === 'phish');
  return {
    rounds: rounds.length,
    messages: messages.length,
    right: proportion(counts.hits + counts.correctRejections, messages.length),
    counts,
    detection: detection(counts),
    calibration: calibrated,
    families,
    channels,
    reported: proportion(lures.filter(({ action }) => action === 'report').length, lures.length),
    trend: rounds.map(({ id, mode, endedAt, score }) => ({ id, mode, endedAt, score })),
    seconds: messages.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function verdictOf({ truth, verdict, confidence }: MessageRecord) {
  return { truth, confidence, correct: truth === verdict };
}

function* familySkills(messages: readonly MessageRecord[]): Generator<undefined, readonly FamilySkill[]> {
  const tallies = new Map(cueCategories.map((family) => [family, { found: 0, total: 0, falseAlarms: 0 }]));
  for (const { facts, falseAlarms } of messages) {
    for (const { cue, found } of facts) {
      const tally = tallies.get(cues[cue].category);
      if (tally === undefined) continue;
      tally.total += 1;
      if (found) tally.found += 1;
    }
    for (const cue of falseAlarms) {
      const tally = cue === null ? undefined : tallies.get(cues[cue].category);
      if (tally !== undefined) tally.falseAlarms += 1;
    }
    yield;
  }
  return cueCategories.flatMap((family) => {
    const { found = 0, total = 0, falseAlarms = 0 } = tallies.get(family) ?? {};
    return total + falseAlarms === 0 ? [] : [{ family, falseAlarms, ...proportion(found, total) }];
  });
}

function channelSkills(messages: readonly MessageRecord[]): readonly ChannelSkill[] {
  const tallies = new Map<string, { misses: number; falseAlarms: number; total: number }>();
  for (const { channel, truth, verdict } of messages) {
    const tally = tallies.get(channel) ?? { misses: 0, falseAlarms: 0, total: 0 };
    tally.total += 1;
    if (truth !== verdict) tally[truth === 'phish' ? 'misses' : 'falseAlarms'] += 1;
    tallies.set(channel, tally);
  }
  return [...tallies]
    .map(([channel, { misses, falseAlarms, total }]) => ({
      channel,
      misses,
      falseAlarms,
      ...proportion(total - misses - falseAlarms, total),
    }))
    .toSorted((one, other) => other.total - one.total);
}
