/** All records → what can be said about the player. Takes linear time. */
import { type Calibration, calibration } from '../engine/result/calibration.ts';
import { type Counts, countsOf, type Detection, detection } from '../engine/result/detection.ts';
import { type Sureness, surenesses, surenessOf } from '../engine/sureness.ts';
import { cueCategories, type CueCategory, cues } from '../scenario/format/cues.ts';
import { type Proportion, proportion } from './proportion.ts';
import type { MessageRecord, RoundRecord } from './round-record.ts';

/** Facts found, of those proved by cues of one family. */
export interface FamilySkill extends Proportion {
  readonly family: CueCategory;
  /** False alarms on what only looks like a cue of this family. */
  readonly falseAlarms: number;
  /** The decisive and strong facts alone. */
  readonly telling: Proportion;
}

/** Right verdicts, of the messages of one channel. */
export interface ChannelSkill extends Proportion {
  readonly channel: string;
  /** Lures judged genuine. */
  readonly misses: number;
  /** Genuine messages judged phishing. */
  readonly falseAlarms: number;
}

/** The score of one round. */
export interface TrendPoint {
  readonly id: string;
  readonly mode: RoundRecord['mode'];
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** 0 to 100. */
  readonly score: number;
}

/** What can be said about a player. */
export interface Progress {
  readonly rounds: number;
  readonly messages: number;
  /** Right verdicts. */
  readonly right: Proportion;
  readonly counts: Counts;
  readonly detection: Detection;
  readonly calibration: Calibration;
  /** How often each word of confidence was right. */
  readonly sureness: readonly (Proportion & { readonly said: Sureness })[];
  /** The families that were met, in catalogue order. */
  readonly families: readonly FamilySkill[];
  /** The channels that were met, the most frequent first. */
  readonly channels: readonly ChannelSkill[];
  /** Lures that were reported. */
  readonly reported: Proportion;
  /** In the order in which the rounds ended. */
  readonly trend: readonly TrendPoint[];
  /** Total time in seconds; informational. */
  readonly seconds: number;
}

/** Minimum number of observations of a family or a channel. */
export const neededToTell = 3;

/** What these rounds together show. A record that occurs twice counts once. */
export function progressOf(records: readonly RoundRecord[]): Progress {
  const steps = progressSteps(records);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** The same in steps, so that the caller can yield in between. */
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
    sureness: surenesses.flatMap((said) => {
      const own = verdicts.filter(({ confidence }) => surenessOf(confidence) === said);
      const right = own.filter(({ correct }) => correct).length;
      return own.length === 0 ? [] : [{ said, ...proportion(right, own.length) }];
    }),
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
  const tallies = new Map(
    cueCategories.map((family) => [family, { found: 0, total: 0, falseAlarms: 0, told: 0, telling: 0 }]),
  );
  for (const { facts, falseAlarms } of messages) {
    for (const { cue, found, soft } of facts) {
      const tally = tallies.get(cues[cue].category);
      if (tally === undefined) continue;
      tally.total += 1;
      if (found) tally.found += 1;
      if (soft === true) continue;
      tally.telling += 1;
      if (found) tally.told += 1;
    }
    for (const cue of falseAlarms) {
      const tally = cue === null ? undefined : tallies.get(cues[cue].category);
      if (tally !== undefined) tally.falseAlarms += 1;
    }
    yield;
  }
  return cueCategories.flatMap((family) => {
    const { found = 0, total = 0, falseAlarms = 0, told = 0, telling = 0 } = tallies.get(family) ?? {};
    if (total + falseAlarms === 0) return [];
    return [{ family, falseAlarms, telling: proportion(told, telling), ...proportion(found, total) }];
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
