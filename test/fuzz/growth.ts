/** Measures how the time of every reader grows with the length of its text. The texts are rows of one unit each. */
import { readers } from './readers.ts';
import { units } from './hostile-texts.ts';

export const sizes = [1_000, 10_000, 100_000, 1_000_000] as const;
/** Lengths at which quadratic time already shows. */
const glances = [2_000, 20_000] as const;
/** Milliseconds below which a time does not show growth. */
const least = 20;
/** Below this many milliseconds, a time is mostly noise. */
const floor = 5;
/** No longer text is tried after one that took this many milliseconds. */
const patience = 10_000;
/** Up to this exponent a reader counts as linear. The garbage collector and caches explain the rest. */
const mostExponent = 1.3;
/** How many of the slowest and of the steepest rows are tried at all lengths. */
const mostSuspects = 3;

/** What follows the row of units. A pattern that searches for the end of a text fails only there. */
const endings = ['', '\0x'] as const;

export interface Growth {
  readonly reader: string;
  readonly unit: string;
  readonly ending: string;
  /** Milliseconds of processor time for each size that was tried. */
  readonly times: readonly number[];
  /** Of the last tenfold that took at least `least` milliseconds; 0 if none did. */
  readonly exponent: number;
  readonly failure?: string;
}

/** The worst growth of each reader. */
export function* growths(names: readonly string[]): Generator<Growth> {
  for (const name of names) yield worst(name);
}

export const isTooSteep = ({ exponent, failure }: Growth): boolean =>
  failure !== undefined || exponent > mostExponent;

/** All rows are tried at small lengths, and the worst of them at all lengths. */
function worst(reader: string): Growth {
  const tried = units.flatMap((unit) => endings.map((ending) => growthOf(reader, unit, ending, glances)));
  const failed = tried.find(({ failure }) => failure !== undefined);
  if (failed !== undefined) return failed;
  const suspects = new Set([
    ...tried.toSorted((one, other) => last(other) - last(one)).slice(0, mostSuspects),
    ...tried.toSorted((one, other) => ratioOf(other) - ratioOf(one)).slice(0, mostSuspects),
  ]);
  const measured = [...suspects].map(({ unit, ending }) => growthOf(reader, unit, ending, sizes)).map(calm);
  const [steepest] = measured.toSorted(
    (one, other) =>
      Number(isTooSteep(other)) - Number(isTooSteep(one)) ||
      last(other) - last(one) ||
      other.exponent - one.exponent,
  );
  if (steepest === undefined) throw new Error('no unit');
  return steepest;
}

const last = ({ times }: Growth): number => times.at(-1) ?? 0;
const ratioOf = ({ times: [before = 0, after = 0] }: Growth): number => after / Math.max(0.2, before);

/** Measures again what looks steep, since another process may have disturbed it. The shortest time of each length counts. */
function calm(found: Growth): Growth {
  let best = found;
  for (let again = 0; again < 4 && isTooSteep(best); again += 1) {
    const measured = growthOf(found.reader, found.unit, found.ending, sizes);
    if (measured.failure !== undefined) return measured;
    const times = measured.times.map((time, index) => Math.min(time, best.times[index] ?? time));
    best = { ...measured, times, exponent: exponentOf(times) };
  }
  return best;
}

function growthOf(reader: string, unit: string, ending: string, lengths: readonly number[]): Growth {
  const read = readers[reader];
  if (read === undefined) throw new Error(`no reader ${reader}`);
  const times: number[] = [];
  for (const length of lengths) {
    const text = inOnePiece(
      unit.repeat(Math.ceil(length / unit.length)).slice(0, length - ending.length) + ending,
    );
    const before = process.cpuUsage();
    try {
      read(text);
    } catch (error) {
      return { reader, unit, ending, times, exponent: 0, failure: `${length} characters: ${String(error)}` };
    }
    // Not the system's time: fresh memory costs a virtual machine much, and no reader grows without time of its own.
    times.push(process.cpuUsage(before).user / 1_000);
    if ((times.at(-1) ?? 0) > patience) break;
  }
  return { reader, unit, ending, times, exponent: exponentOf(times) };
}

/** V8 keeps a repeated text as a tree until it is first read, which would count as the reader's time. */
const inOnePiece = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

function exponentOf(times: readonly number[]): number {
  const steps = times
    .slice(1)
    .map((time, index) => (time < least ? 0 : Math.log10(time / Math.max(floor, times[index] ?? floor))));
  return steps.findLast((step) => step > 0) ?? 0;
}
