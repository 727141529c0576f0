import { describe, expect, it } from 'vitest';
import { targets } from './targets.ts';

/** A few inputs of a fixed seed, the same on every machine. `npm run fuzz` tries as many as time allows. */
const seed = 20_261_124;
/** A file takes a hundred times as long as a text. */
const runs: Readonly<Record<string, number>> = {
  scenario: 40,
  pack: 100,
  lesson: 100,
  drill: 100,
  world: 60,
  index: 40,
  json: 60,
  headers: 150,
  'result-code': 100,
  records: 100,
  'memory-file': 60,
};

describe('every reader of untrusted files and texts', () => {
  it.each(targets.map(({ name, check }) => [name, check] as const))(
    'keeps its law on any input: %s',
    (name, check) => {
      const { inputs, failure } = check({ seed, runs: runs[name] ?? 400 });
      expect(failure).toBeUndefined();
      expect(inputs).toBe(runs[name] ?? 400);
    },
  );
});
