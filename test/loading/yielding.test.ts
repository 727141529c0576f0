import { describe, expect, it } from 'vitest';
import { inSlices, sliced } from '../../src/loading/yielding.ts';

/** A clock that the test advances, and that counts the rests. */
function aClock() {
  const clock = { time: 0, rests: 0 };
  const breathe = sliced({
    now: () => clock.time,
    rest: async () => {
      clock.rests += 1;
    },
  });
  return { clock, breathe };
}

function* countTo(
  last: number,
  onStep: (step: number) => void = () => undefined,
): Generator<undefined, number> {
  for (let step = 1; step <= last; step += 1) {
    onStep(step);
    yield;
  }
  return last;
}

describe('work in slices', () => {
  it('returns the result of the work', async () => {
    expect(await inSlices(countTo(1_000))).toBe(1_000);
  });

  it('does not yield during a slice', async () => {
    const { clock, breathe } = aClock();
    await inSlices(countTo(1_000), undefined, breathe);
    expect(clock.rests).toBe(0);
  });

  it('yields after each slice', async () => {
    const { clock, breathe } = aClock();
    const work = countTo(40, () => {
      clock.time += 2;
    });
    await inSlices(work, undefined, breathe);
    expect(clock.rests).toBe(10);
  });

  it('stops without a result when the work is cancelled', async () => {
    const calling = new AbortController();
    let done = 0;
    const work = countTo(100, (step) => {
      done = step;
      if (step === 7) calling.abort();
    });
    expect(await inSlices(work, calling.signal)).toBeUndefined();
    expect(done).toBe(7);
  });

  it('yields to waiting tasks', async () => {
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise((resolve) => port1.addEventListener('message', resolve));
    port1.start();
    port2.postMessage(undefined);
    const told: string[] = [];
    void heard.then(() => told.push('heard'));
    await inSlices(
      (function* untilHeard() {
        while (told.length === 0) yield;
      })(),
    );
    port1.close();
    expect(told).toEqual(['heard']);
  });
});
