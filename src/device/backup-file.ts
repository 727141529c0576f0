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

/** Above these the rest is left out. */
const most = { rounds: 2_000, movesOfRound: 20_000, records: 20_000, drills: 20_000, key: 500 } as const;

/** What a file holds, or why it cannot be used. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly contents: Contents;
      /** How many rounds, records and drills made no sense and were left out. */
      readonly leftOut: number;
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
  return {
    kind: 'read',
    contents: {
      settings: isFields(file['settings']) ? settingsFrom(file['settings']) : {},
      rounds: onceEach(rounds, ({ key }) => key),
      records: onceEach(records, ({ id }) => id),
      drills: onceEach(drills, ({ key }) => key),
    },
    leftOut:
      given.rounds.length -
      rounds.length +
      given.records.length -
      records.length +
      given.drills.length -
      drills.length,
  };
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
