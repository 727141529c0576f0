/** Finished rounds on this device, and the practice schedule derived from them. */
import { byEnd, noPractice, type Practice } from '../core/record/practice.ts';
import { roundId } from '../core/record/round-id.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { loadOnce } from '../loading/load-once.ts';
import { sliced } from '../loading/yielding.ts';
import type { Device } from './device.ts';
import type { UnrecordedRound } from './saved-data.ts';
import {
  addToPractice,
  putPractice,
  putRecord,
  putUnrecorded,
  readPractice,
  readRecords,
  readUnrecorded,
} from './queries.ts';

/** Finished rounds and the practice schedule. */
export interface Records {
  /**
   * Notes a finished round until its record is stored. Computing the record needs code that may fail to load, so it may have to wait
   * until the game is next opened, when the round itself may have been started again.
   */
  readonly noteFinished: (round: UnrecordedRound) => Promise<void>;
  /** The finished rounds that have no record yet. */
  readonly unrecorded: () => Promise<readonly UnrecordedRound[]>;
  /** Stores a finished round. The same id means the same round. */
  readonly keepRecord: (record: RoundRecord) => Promise<void>;
  /** How many finished rounds are stored. Takes the same time for any number of rounds, and needs no code to load. */
  readonly finished: () => Promise<number>;
  /** All finished rounds, oldest first. Rejects with a `LoadFailure` if the code that reads them does not load. */
  readonly records: () => Promise<readonly RoundRecord[]>;
  /** The practice schedule. Takes the same time for any number of rounds. Rejects as `records` does. */
  readonly practice: () => Promise<Practice>;
}

/** `Records` with what the rest of the memory needs. */
export interface RecordShelf extends Records {
  /** Keeps records in memory that the device could not store. */
  readonly copy: (records: readonly RoundRecord[]) => void;
  readonly forgetCopies: () => void;
  /** Writes the rounds that finished while the device did not answer. */
  readonly catchUp: () => Promise<void>;
}

const reading = loadOnce(() => import('../core/record/round-record.ts'));
const scheduling = loadOnce(() => import('../core/record/schedule.ts'));

/** Finished rounds on a device. */
export function recordShelf(device: Device): RecordShelf {
  const copies = new Map<string, RoundRecord>();
  const noted = new Map<string, UnrecordedRound>();

  async function records(): Promise<readonly RoundRecord[]> {
    const { roundRecordSchema } = await reading();
    const onDevice = await device.read((open, alive) =>
      readRecords(open, alive, (value) => roundRecordSchema.safeParse(value).data),
    );
    const byId = new Map([...(onDevice ?? []), ...copies.values()].map((record) => [record.id, record]));
    return [...byId.values()].toSorted(byEnd);
  }

  async function keepRecord(record: RoundRecord): Promise<void> {
    noted.delete(record.id);
    if (!(await device.write((open) => putRecord(open, record)))) {
      copies.set(record.id, record);
      return;
    }
    copies.delete(record.id);
    // Without it, the schedule is rebuilt on the next read.
    const schedule = await scheduling().catch(() => undefined);
    if (schedule !== undefined) await device.write((open) => addToPractice(open, record, schedule.practised));
  }

  return {
    noteFinished: async (round) => {
      noted.set(roundId(round.moves), round);
      await device.write((open) => putUnrecorded(open, round));
    },
    unrecorded: async () => {
      const kept = (await device.read(readUnrecorded)) ?? [];
      return [
        ...new Map([...kept, ...noted.values()].map((round) => [roundId(round.moves), round])).values(),
      ];
    },
    keepRecord,
    finished: async () => ((await device.read(readPractice))?.counted ?? 0) + copies.size,
    records,
    practice: async () => {
      const kept = await device.read(readPractice);
      if (kept?.practice !== undefined && copies.size === 0) return kept.practice;
      const [{ practised }, all] = await Promise.all([scheduling(), records()]);
      const yieldNow = sliced();
      let fresh = noPractice;
      for (const record of all) {
        fresh = practised(fresh, record);
        await yieldNow();
      }
      if (kept !== undefined && copies.size === 0) {
        await device.write((open) => putPractice(open, kept.counted, fresh));
      }
      return fresh;
    },
    copy: (given) => {
      for (const record of given) copies.set(record.id, record);
    },
    forgetCopies: () => {
      copies.clear();
      noted.clear();
    },
    catchUp: async () => {
      for (const round of noted.values()) await device.write((open) => putUnrecorded(open, round));
      for (const record of copies.values()) await keepRecord(record);
    },
  };
}
