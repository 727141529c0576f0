import { describe, expect, it } from 'vitest';
import { createGameClock } from '../../src/play/game-clock.ts';

function aClock() {
  let time = 100;
  return { clock: createGameClock(() => time), pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('the time of a round', () => {
  it('stands still while it is stopped and goes on where it stood', () => {
    const { clock, pass } = aClock();
    pass(10);
    clock.stop();
    pass(1_000);
    expect(clock.now()).toBe(110);
    clock.goOn();
    pass(5);
    expect(clock.now()).toBe(115);
  });

  it('is stopped once however often that is said, and may stand still again', () => {
    const { clock, pass } = aClock();
    clock.stop();
    pass(50);
    clock.stop();
    pass(50);
    clock.goOn();
    clock.goOn();
    expect(clock.now()).toBe(100);
    clock.stop();
    pass(7);
    clock.goOn();
    pass(3);
    expect(clock.now()).toBe(103);
  });

  it('never goes back, also where the clock of the device is set back', () => {
    const { clock, pass } = aClock();
    clock.stop();
    pass(-60);
    clock.goOn();
    pass(60);
    expect(clock.now()).toBe(100);
  });
});
