/** Everything the device keeps ⇄ one JSON file. A file that comes back is untrusted. */
import { movesFrom } from '../core/engine/move-log.ts';
import { isFields } from '../core/scenario/read/from-outside.ts';
import { jsonSteps } from '../core/record/json-steps.ts';
import { type RoundRecord, roundRecordSchema } from '../core/record/round-record.ts';
import { type Contents, drillResultFrom, type FinishedDrill } from './saved-data.ts';
import { settingsFrom } from './settings.ts';

/** The value that identifies the file. */
const kind = 'mikiwame-memory';

/**
 * Versions of the file's format. A file of a later version is refused, because unknown parts would be lost. Version
 * 2 adds drills; a file without drills is still written as version 1.
 */
const versions = [1, 2];
const latest = 2;

/** In bytes. Larger files are not read: years of play are a few megabytes. */
export const largestBackup = 20_000_000;

/** The most that one file may add; the rest is left out. Writing takes about 0.3 ms per move. */
export const most = {
  rounds: 2_000,
  movesOfRound: 20_000,
  /** For all rounds together. */
  moves: 40_000,
  records: 20_000,
  drills: 20_000,
  key: 500,
} as const;

/** The content of a file, or why it cannot be used. */
export type ReadBackup =
  | {
      readonly kind: 'read';
      readonly contents: Contents;
      /** The number of rounds, records and drills that were invalid and left out. */
      readonly leftOut: number;
      /** The number of rounds, records and drills left out because of the limits in `most`. */
      readonly tooMany: number;
    }
  | { readonly kind: 'refused'; readonly why: 'tooLarge' | 'notJson' | 'notOurs' | 'newer' };

/** Rounds written per step. */
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

/** Reads a file, yielding after each round. One damaged round does not affect the others. */
export function* readSteps(text: string): Generator<undefined, ReadBackup> {
  if (text.length > largestBackup) return { kind: 'refused', why: 'tooLarge' };
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

/** The first rounds that together have at most `most.moves` moves. */
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

/** The first value of each key. */
function onceEach<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}
