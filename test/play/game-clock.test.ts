import { describe, expect, it } from 'vitest';
import { createGameClock, createRoundClocks } from '../../src/play/game-clock.ts';
import type { Move } from '../../src/core/engine/answer.ts';

function aClock() {
  let time = 100;
  return { clock: createGameClock(() => time), pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('the time of a round', () => {
  it('stops while it is paused and continues from there', () => {
    const { clock, pass } = aClock();
    pass(10);
    clock.stop();
    pass(1_000);
    expect(clock.now()).toBe(110);
    clock.goOn();
    pass(5);
    expect(clock.now()).toBe(115);
  });

  it('can be paused repeatedly without effect, and paused again later', () => {
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

  it('never goes back, even if the clock of the device is set back', () => {
    const { clock, pass } = aClock();
    clock.stop();
    pass(-60);
    clock.goOn();
    pass(60);
    expect(clock.now()).toBe(100);
  });
});

/** A page that has run for a second, on a device whose clock the test can set. */
function aPage(wallAt = 1_700_000_000_000) {
  let counted = 1_000;
  let wall = wallAt;
  const clock = createGameClock(() => counted);
  return {
    clock,
    clockOf: createRoundClocks(clock, () => wall),
    pass: (milliseconds: number) => {
      counted += milliseconds;
      wall += milliseconds;
    },
    sleep: (milliseconds: number) => void (wall += milliseconds),
    set: (milliseconds: number) => void (wall += milliseconds),
  };
}

const hour = 3_600_000;
const start = 1_700_000_000_000;
const opened = (at: number): readonly Move[] => [{ kind: 'open', message: 'lure', at }];

describe('the moments of a round with a timer', () => {
  it.each([-hour, hour, -30 * 24 * hour, 30 * 24 * hour])(
    'pass normally if the device’s clock is set by %i ms',
    (step) => {
      const { clockOf, pass, set } = aPage();
      const now = clockOf({ key: 'exam', moves: [], timed: true });
      expect(now()).toBe(start);
      pass(5_000);
      set(step);
      expect(now()).toBe(start + 5_000);
      pass(5_000);
      expect(now()).toBe(start + 10_000);
    },
  );

  it('stop while the device sleeps and the browser does not count', () => {
    const { clockOf, sleep } = aPage();
    const now = clockOf({ key: 'exam', moves: [], timed: true });
    sleep(8 * hour);
    expect(now()).toBe(start);
  });

  it('stop while the page is paused, any number of times, and continue from there', () => {
    const { clock, clockOf, pass } = aPage();
    clock.stop();
    pass(1_000);
    const now = clockOf({ key: 'exam', moves: [], timed: true });
    const before = now();
    pass(1_000);
    expect(now()).toBe(before);
    clock.goOn();
    pass(7_000);
    expect(now()).toBe(before + 7_000);
  });

  it('continue within the page when the round is left and resumed, whatever the clock says', () => {
    const { clockOf, pass, set } = aPage();
    const first = clockOf({ key: 'exam', moves: [], timed: true });
    pass(10_000);
    set(-hour);
    const moves = opened(first());
    pass(10_000);
    expect(clockOf({ key: 'exam', moves, timed: true })()).toBe(start + 20_000);
    expect(clockOf({ key: 'other', moves: [], timed: true })()).toBe(start + 20_000 - hour);
  });

  it('begin no earlier than the last stored move, so that setting the clock back gives no time on another page', () => {
    const { clockOf, pass } = aPage(start - hour);
    const now = clockOf({ key: 'exam', moves: opened(start), timed: true });
    expect(now()).toBe(start);
    pass(3_000);
    expect(now()).toBe(start + 3_000);
  });

  it('begin with the device’s clock on another page: a closed page does not stop the time', () => {
    const { clockOf } = aPage(start + 90_000);
    expect(clockOf({ key: 'exam', moves: opened(start), timed: true })()).toBe(start + 90_000);
  });
});

describe('the moments of a round without a timer', () => {
  it('follow the device’s clock forwards, so that a night lies between two days', () => {
    const { clockOf, pass, sleep } = aPage();
    const now = clockOf({ key: 'inbox', moves: [], timed: false });
    sleep(8 * hour);
    expect(now()).toBe(start + 8 * hour);
    pass(1_000);
    expect(now()).toBe(start + 8 * hour + 1_000);
  });

  it('never go back, and continue if the clock was set back', () => {
    const { clockOf, pass, set } = aPage();
    const now = clockOf({ key: 'inbox', moves: [], timed: false });
    set(2 * hour);
    expect(now()).toBe(start + 2 * hour);
    set(-2 * hour);
    pass(4_000);
    expect(now()).toBe(start + 2 * hour + 4_000);
  });

  it('leave out the time of a pause', () => {
    const { clock, clockOf, pass } = aPage();
    const now = clockOf({ key: 'inbox', moves: [], timed: false });
    clock.stop();
    pass(hour);
    clock.goOn();
    pass(2_000);
    expect(now()).toBe(start + 2_000);
  });
});
