/** All that the device keeps ⇄ one JSON file, which is a stranger's when it comes back. */
import { movesFrom } from '../core/engine/move-log.ts';
import { isFields } from '../core/scenario/read/from-outside.ts';
import { jsonSteps } from '../core/record/json-steps.ts';
import { type RoundRecord, roundRecordSchema } from '../core/record/round-record.ts';
import { type Contents, drillResultFrom, type FinishedDrill } from './saved-data.ts';
import { settingsFrom } from './settings.ts';

/** What the file says it is. */
const kind = 'mikiwame-memory';

/**
 * Of the file's shape: a game refuses a file of a later one, rather than lose what it does not know. 2 holds drills as well; without
 * any, a file is still of version 1.
 */
const versions = [1, 2];
const latest = 2;

/** A file above this, in bytes, is not read: years of play are a few megabytes. */
export const largestFile = 20_000_000;

/** The most that one file may bring; the rest is left out. Writing takes about 0.3 ms for each move. */
export const most = {
  rounds: 2_000,
  movesOfRound: 20_000,
  /** Of all rounds together. */
  moves: 40_000,
  records: 20_000,
  drills: 20_000,
  key: 500,
} as const;

/** What a file holds, or why it cannot be used. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly contents: Contents;
      /** How many rounds, records and drills made no sense and were left out. */
      readonly leftOut: number;
      /** How many rounds, records and drills were left out because of the limits in `most`. */
      readonly tooMany: number;
    }
  | { readonly kind: 'refused'; readonly why: 'tooLarge' | 'notJson' | 'notOurs' | 'newer' };

/** Rounds written in one step. */
const stepSize = 10;

/** The text of the file, piece by piece. */
export function* fileOf({ settings, rounds, records, drills }: Contents): Generator<string> {
  const head = JSON.stringify({ kind, version: drills.length > 0 ? latest : 1, settings });
  yield `${head.slice(0, -1)},\n"rounds":[`;
  yield* listText(rounds);
  yield '],\n"records":[';
  yield* listText(records);
  if (drills.length > 0) {
    yield '],\n"drills":[';
    yield* listText(drills);
  }
  yield ']}\n';
}

function* listText(values: readonly object[]): Generator<string> {
  for (let from = 0; from < values.length; from += stepSize) {
    const lines = values.slice(from, from + stepSize).map((value) => `\n${JSON.stringify(value)}`);
    yield `${from === 0 ? '' : ','}${lines.join(',')}`;
  }
}

/** Reads what a file says, with a step after each round; one damaged round does not cost the others. */
export function* readSteps(text: string): Generator<undefined, Reading> {
  if (text.length > largestFile) return { kind: 'refused', why: 'tooLarge' };
  const file = yield* fileSteps(text);
  if (file === undefined) return { kind: 'refused', why: 'notJson' };
  if (!isFields(file) || file['kind'] !== kind) return { kind: 'refused', why: 'notOurs' };
  const { version } = file;
  if (typeof version === 'number' && version > latest) return { kind: 'refused', why: 'newer' };
  if (!versions.some((known) => known === version)) return { kind: 'refused', why: 'notOurs' };
  const given = {
    rounds: listOf(file['rounds']),
    records: listOf(file['records']),
    drills: listOf(file['drills']),
  };
  const rounds = yield* soundOf(given.rounds.slice(0, most.rounds), roundFrom);
  const records = yield* soundOf(given.records.slice(0, most.records), recordFrom);
  const drills = yield* soundOf(given.drills.slice(0, most.drills), drillFrom);
  const fitting = withinMoves(rounds);
  const missing = given.rounds.length - rounds.length + given.records.length - records.length;
  const beyond =
    Math.max(0, given.rounds.length - most.rounds) +
    Math.max(0, given.records.length - most.records) +
    Math.max(0, given.drills.length - most.drills);
  const tooMany = beyond + rounds.length - fitting.length;
  return {
    kind: 'read',
    contents: {
      settings: isFields(file['settings']) ? settingsFrom(file['settings']) : {},
      rounds: onceEach(fitting, ({ key }) => key),
      records: onceEach(records, ({ id }) => id),
      drills: onceEach(drills, ({ key }) => key),
    },
    leftOut: missing + given.drills.length - drills.length - beyond,
    tooMany,
  };
}

/** The first rounds, as far as they have at most `most.moves` moves together. */
function withinMoves(rounds: Contents['rounds']): Contents['rounds'] {
  let left: number = most.moves;
  return rounds.filter(({ moves }) => {
    left -= moves.length;
    return left >= 0;
  });
}

function* fileSteps(text: string): Generator<undefined, unknown> {
  try {
    return yield* jsonSteps(text);
  } catch {
    return undefined;
  }
}

function* soundOf<Value>(
  given: readonly unknown[],
  valueFrom: (value: unknown) => Value | undefined,
): Generator<undefined, readonly Value[]> {
  const sound: Value[] = [];
  for (const value of given) {
    const found = valueFrom(value);
    if (found !== undefined) sound.push(found);
    yield;
  }
  return sound;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function roundFrom(value: unknown): Contents['rounds'][number] | undefined {
  if (!isFields(value)) return undefined;
  const { key, open } = value;
  const moves = movesFrom(value['moves']);
  if (typeof key !== 'string' || key === '' || key.length > most.key) return undefined;
  if (moves === undefined || moves.length === 0 || moves.length > most.movesOfRound) return undefined;
  return { key, moves, open: typeof open === 'string' ? open : undefined };
}

const recordFrom = (value: unknown): RoundRecord | undefined => roundRecordSchema.safeParse(value).data;

const drillFrom = (value: unknown): FinishedDrill | undefined =>
  isFields(value) ? drillResultFrom(value['key'], value) : undefined;

/** The first of each key. */
function onceEach<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}
