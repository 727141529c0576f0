/** The contract of every adapter; each adapter's test runs it. */
import { describe, expect, it } from 'vitest';
import type { Connected, LmsSession } from '../../src/lms/port.ts';
import type { Hands } from './hands.ts';
import { aDecision, aRecord } from './records.ts';

/** A receiver of one standard, which stores what it receives over sessions. */
export interface Listener {
  readonly clock: Hands;
  /** Begins a session; the clock is turned as far as needed. */
  readonly connect: () => Promise<Connected>;
  /** The ways in which it can fail; each makes every later call fail. */
  readonly failures: Readonly<Record<string, () => void>>;
  readonly repair: () => void;
  /** What arrived, in the listener's own format, for comparison only. */
  readonly heard: () => string;
  /** Whether a result with this score, 0 to 100, has arrived. */
  readonly heardScore: (score: number) => boolean;
  /** Whether the session was ended. */
  readonly heardEnd: () => boolean;
  /** The violations that a strict listener found. */
  readonly offences: () => readonly string[];
}

export function keepsTheContract(name: string, make: () => Listener): void {
  describe(`${name}, as every adapter,`, () => {
    const open = async (listener: Listener): Promise<LmsSession> => {
      const connected = await listener.connect();
      if (!connected.ok) throw new Error(JSON.stringify(connected.trouble));
      return connected.session;
    };
    const settle = (listener: Listener) => listener.clock.turn(5_000);

    it('connects in normal mode without a stored state', async () => {
      const listener = make();
      const { launch } = await open(listener);
      expect(launch.mode).toBe('normal');
      expect(launch.state).toBeUndefined();
      expect(listener.offences()).toEqual([]);
    });

    it('returns the last stored state in the next session', async () => {
      const listener = make();
      const session = await open(listener);
      session.keep('1.first');
      session.keep('1.second~with-all_sorts.of*marks');
      await settle(listener);
      session.close('left');
      await settle(listener);
      expect((await open(listener)).launch.state).toBe('1.second~with-all_sorts.of*marks');
      expect(listener.offences()).toEqual([]);
    });

    it('returns it even if the page was closed at once', async () => {
      const listener = make();
      const session = await open(listener);
      session.keep('1.sudden');
      session.close('gone');
      await settle(listener);
      expect((await open(listener)).launch.state).toBe('1.sudden');
    });

    it('has the state as soon as it is flushed', async () => {
      const listener = make();
      const session = await open(listener);
      session.keep('1.put-aside');
      session.hurry();
      await listener.clock.turn(0);
      // The browser has discarded the page without closing the session.
      expect((await open(listener)).launch.state).toBe('1.put-aside');
    });

    it('starts from the beginning after an empty state was stored', async () => {
      const listener = make();
      const session = await open(listener);
      session.keep('1.something');
      session.keep('');
      session.close('left');
      await settle(listener);
      expect((await open(listener)).launch.state).toBeUndefined();
    });

    it('reports a result once, however often it is recorded', async () => {
      const listener = make();
      const session = await open(listener);
      session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0.5, score: 40 }));
      expect(listener.heardScore(40)).toBe(false);
      session.record(aRecord());
      await settle(listener);
      expect(listener.heardScore(87.5)).toBe(true);
      expect(session.delivery()).toEqual({ state: 'saved' });
      const before = listener.heard();
      session.record(aRecord());
      await settle(listener);
      expect(listener.heard()).toBe(before);
      expect(listener.offences()).toEqual([]);
    });

    it('reports a long round with unusual texts without violations', async () => {
      const listener = make();
      const session = await open(listener);
      const title = {
        ja: `件名 "<&>'\u{1F338}${'長'.repeat(300)}`,
        en: `Subject "<&>'\u{1F338}${'long '.repeat(80)}`,
      };
      const decisions = Array.from({ length: 40 }, (_, place) =>
        aDecision({ message: `mail-${place}`, title, facts: [{ id: 'a', title, found: place % 2 === 0 }] }),
      );
      for (let told = 1; told <= 40; told += 1) {
        session.record(
          aRecord({ decisions: decisions.slice(0, told), complete: told === 40, progress: told / 40 }),
        );
      }
      session.keep('x'.repeat(Math.min(session.stateLimit, 4_000)));
      await settle(listener);
      expect(session.delivery()).toEqual({ state: 'saved' });
      expect(listener.offences()).toEqual([]);
    });

    it('ends once, and sends nothing afterwards', async () => {
      const listener = make();
      const session = await open(listener);
      session.close('left');
      await settle(listener);
      expect(listener.heardEnd()).toBe(true);
      expect(session.delivery()).toEqual({ state: 'ended' });
      const before = listener.heard();
      session.close('gone');
      session.record(aRecord());
      session.keep('1.late');
      await settle(listener);
      expect(listener.heard()).toBe(before);
      expect(listener.offences()).toEqual([]);
    });

    it.each(Object.keys(make().failures))('continues if the other side %s, and says why', async (failure) => {
      const listener = make();
      const session = await open(listener);
      let told = 0;
      session.onDelivery(() => (told += 1));
      listener.failures[failure]?.();
      session.keep('1.kept');
      session.record(aRecord());
      await listener.clock.turn(20_000);
      expect(session.delivery().state).toBe('failed');
      expect(told).toBeGreaterThan(0);
      expect(session.conversation().length).toBeGreaterThan(0);
    });

    it.each(Object.keys(make().failures))(
      'delivers later what failed while the other side %s',
      async (failure) => {
        const listener = make();
        const session = await open(listener);
        listener.failures[failure]?.();
        session.record(aRecord());
        await settle(listener);
        listener.repair();
        await listener.clock.turn(120_000);
        expect(listener.heardScore(87.5)).toBe(true);
        expect(session.delivery()).toEqual({ state: 'saved' });
      },
    );

    it.each(Object.keys(make().failures))('can end if the other side %s', async (failure) => {
      const listener = make();
      const session = await open(listener);
      listener.failures[failure]?.();
      session.record(aRecord());
      session.close('left');
      await listener.clock.turn(300_000);
      expect(session.delivery().state).toBe('ended');
    });

    it.each(Object.keys(make().failures))(
      'does not connect, and does not throw, if the other side %s',
      async (failure) => {
        const listener = make();
        listener.failures[failure]?.();
        const connected = await listener.connect();
        expect(connected.ok).toBe(false);
      },
    );
  });
}
