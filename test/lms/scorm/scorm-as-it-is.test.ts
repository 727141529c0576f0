/** Real LMSs: unusual answers, no answers, refusals without reason, an API that appears late. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connected, LmsSession } from '../../../src/lms/port.ts';
import { awaitScorm, connectScorm } from '../../../src/lms/scorm/scorm.ts';
import { scorm12 } from '../../../src/lms/scorm/scorm12.ts';
import { scorm2004 } from '../../../src/lms/scorm/scorm2004.ts';
import { aClock, aTab, type Hands } from '../hands.ts';
import { aDecision, aRecord } from '../records.ts';
import { type StrictScorm, strictScorm } from './strict-scorm.ts';

const versions = { scorm12, scorm2004 } as const;
type Version = keyof typeof versions;
const both = ['scorm12', 'scorm2004'] as const;
const options = { language: 'en', keepOpen: false, tab: aTab() } as const;

/** Replaces answers of the strict LMS after it has done what was asked. */
type Answering = (name: string, given: unknown, parameters: readonly string[]) => unknown;

function apiOf(lms: StrictScorm, answering: Answering): object {
  return new Proxy(lms.api, {
    get: (owner, name: string) => {
      const run: unknown = Reflect.get(owner, name);
      return typeof run === 'function'
        ? (...parameters: string[]) => answering(name, Reflect.apply(run, owner, parameters), parameters)
        : run;
    },
  });
}

const pageIn = (version: Version, api: unknown): object => {
  const lms: Record<string, unknown> = { [versions[version].api]: api };
  lms['parent'] = lms;
  return { parent: lms, top: lms, opener: null };
};

async function connectTo(version: Version, api: unknown, clock: Hands = aClock()) {
  const connecting = connectScorm(versions[version], pageIn(version, api), options, clock);
  await clock.turn(2_000);
  return { clock, connected: await connecting };
}

function sessionOf(connected: Connected): LmsSession {
  if (!connected.ok) throw new Error(JSON.stringify(connected.trouble));
  return connected.session;
}

async function openedSession(version: Version, answering: Answering, lms = strictScorm(version)) {
  const { clock, connected } = await connectTo(version, apiOf(lms, answering));
  return { clock, lms, session: sessionOf(connected) };
}

const isGet = (name: string): boolean => name.endsWith('GetValue');
const isSet = (name: string): boolean => name.endsWith('SetValue');
const isCommit = (name: string): boolean => name.endsWith('Commit');
const isInitialize = (name: string): boolean => name.endsWith('Initialize');
const isError = (name: string): boolean => name.includes('GetLastError');
const scoreOf = (version: Version, lms: StrictScorm) => lms.values.get(versions[version].rawScore);

/** Objects as another window creates them. */
const boxed = (value: string | boolean): unknown => Object(value);

describe('the answer of an LMS', () => {
  const spellings: readonly (readonly [unknown, unknown])[] = [
    [true, false],
    [1, 0],
    ['1', '0'],
    ['True', 'False'],
    ['TRUE', 'FALSE'],
    [' true ', ' false\n'],
    ['yes', 'no'],
    [-1, 0],
    [1n, 0n],
    [boxed('true'), boxed('false')],
    [boxed(true), boxed(false)],
  ];

  describe.each(both)('%s', (version) => {
    it.each(spellings)('counts as yes: %o', async (yes, no) => {
      const { clock, lms, session } = await openedSession(version, (name, given) =>
        isGet(name) ? given : given === 'true' ? yes : given === 'false' ? no : given,
      );
      session.keep('1.here');
      session.record(aRecord());
      await clock.turn(3_000);
      expect(session.delivery()).toEqual({ state: 'saved' });
      expect(scoreOf(version, lms)).toBe('87.5');
      session.close('left');
      expect(session.delivery()).toEqual({ state: 'ended' });
      expect(lms.refused).toEqual([]);
    });

    it.each(spellings)('counts as no: %2$o', async (_, no) => {
      const { clock, session } = await openedSession(version, (name, given) => (isCommit(name) ? no : given));
      session.record(aRecord());
      await clock.turn(3_000);
      expect(session.delivery()).toMatchObject({ state: 'failed', trouble: { kind: 'refused' } });
    });

    it.each([[null], [undefined], [''], ['OK'], [{}]])(
      'to a commit may be %o, and then the error code decides',
      async (nothing) => {
        const commits = await openedSession(version, (name, given) => (isCommit(name) ? nothing : given));
        commits.session.record(aRecord());
        await commits.clock.turn(3_000);
        expect(commits.session.delivery()).toEqual({ state: 'saved' });
        let failing = false;
        const fails = await openedSession(version, (name, given) => {
          if (isCommit(name)) failing = true;
          if (isError(name) && failing) return '391';
          return isCommit(name) ? nothing : given;
        });
        fails.session.record(aRecord());
        await fails.clock.turn(3_000);
        expect(fails.session.delivery()).toMatchObject({ state: 'failed', trouble: { code: '391' } });
      },
    );

    it('to a set value may be missing, and then reading it decides', async () => {
      const silent = await openedSession(version, (name, given) => (isSet(name) ? undefined : given));
      silent.session.keep('1.here');
      silent.session.record(aRecord());
      await silent.clock.turn(3_000);
      expect(silent.session.delivery()).toEqual({ state: 'saved' });
      const deaf = await openedSession(version, (name, given, [element = '']) =>
        isSet(name)
          ? undefined
          : isGet(name) && (element.endsWith('score.raw') || element.endsWith('suspend_data'))
            ? ''
            : given,
      );
      deaf.session.record(aRecord());
      await deaf.clock.turn(3_000);
      expect(deaf.session.delivery().state).toBe('failed');
    });

    it('is understood without error functions', async () => {
      const { clock, session } = await openedSession(version, (name, given) => {
        if (name.includes('Error')) throw new Error('not here');
        return given;
      });
      session.record(aRecord());
      await clock.turn(3_000);
      expect(session.delivery()).toEqual({ state: 'saved' });
    });

    it('may be in capitals where it is a word of the standard', async () => {
      const lms = strictScorm(version, {
        [versions[version].mode]: ' Review',
        [versions[version].statusElements.at(-1) ?? '']: 'PASSED',
      });
      expect((await openedSession(version, (_, given) => given, lms)).session.launch.mode).toBe('review');
    });
  });
});

describe('a session that cannot be begun', () => {
  it.each([
    ['scorm12', '101'],
    ['scorm12', '0'],
    ['scorm2004', '102'],
    ['scorm2004', '103'],
  ] as const)('is used if it is open anyway: %s, error %s', async (version, code) => {
    let refusing = true;
    const { clock, lms, session } = await openedSession(version, (name, given) => {
      if (isInitialize(name)) return 'false';
      if (isError(name) && refusing) return code;
      if (isGet(name)) refusing = false;
      return given;
    });
    session.record(aRecord());
    await clock.turn(3_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
    expect(scoreOf(version, lms)).toBe('87.5');
  });

  it.each(both)('is used if Initialize throws: %s', async (version) => {
    const { clock, session } = await openedSession(version, (name, given) => {
      if (isInitialize(name)) throw Object.assign(Object.create(null), { message: 'twice' });
      return given;
    });
    session.record(aRecord());
    await clock.turn(3_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
  });

  it('asks to be started again if SCORM 2004 says that it was terminated', async () => {
    const lms = strictScorm('scorm2004');
    const first = await openedSession('scorm2004', (_, given) => given, lms);
    first.session.close('gone');
    const { connected } = await connectTo('scorm2004', lms.api);
    expect(connected).toMatchObject({ ok: false, trouble: { kind: 'over' } });
  });

  it('says why if nothing can be read', async () => {
    const lms = strictScorm('scorm12');
    for (const name of ['LMSInitialize', 'LMSGetValue']) lms.break(name, 'refuses');
    const { connected } = await connectTo('scorm12', lms.api);
    expect(connected).toMatchObject({ ok: false, trouble: { kind: 'refused', code: '101' } });
  });
});

describe('an API', () => {
  it.each(both)('is not taken for another object of the same name: %s', async (version) => {
    const lms = strictScorm(version);
    const top: Record<string, unknown> = { [versions[version].api]: lms.api };
    top['parent'] = top;
    const portal = { [versions[version].api]: { id: 'API', nodeName: 'DIV' }, parent: top };
    const page = { parent: portal, top, opener: null };
    const connecting = connectScorm(versions[version], page, options, aClock());
    expect(await connecting).toMatchObject({ ok: true });
  });

  it('is ignored if it throws at every access', async () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    const { connected } = await connectTo('scorm12', hostile);
    expect(connected).toMatchObject({ ok: false, trouble: { kind: 'nobody' } });
  });

  it.each(both)('is found late: %s', async (version) => {
    const clock = aClock();
    const lms = strictScorm(version);
    const window: Record<string, unknown> = {};
    const page = { parent: window, top: window, opener: null };
    window['parent'] = window;
    const connecting = connectScorm(versions[version], page, options, clock);
    await clock.turn(1_000);
    expect((await connecting).ok).toBe(false);
    const found: LmsSession[] = [];
    awaitScorm(versions[version], page, options, clock, (session) => found.push(session));
    await clock.turn(1_000);
    expect(found).toEqual([]);
    window[versions[version].api] = lms.api;
    await clock.turn(1_000);
    expect(found).toHaveLength(1);
    found[0]?.record(aRecord());
    expect(scoreOf(version, lms)).toBe('87.5');
    await clock.turn(600_000);
    expect(found).toHaveLength(1);
  });

  it('is found after minutes, unless the search was stopped', async () => {
    const clock = aClock();
    const window: Record<string, unknown> = {};
    const page = { parent: window, top: window, opener: null };
    let found = 0;
    awaitScorm(scorm12, page, options, clock, () => (found += 1));
    const stop = awaitScorm(scorm12, page, options, clock, () => (found += 100));
    await clock.turn(600_000);
    stop();
    window['API'] = strictScorm('scorm12').api;
    await clock.turn(10_000);
    expect(found).toBe(1);
  });

  it('is asked again for a limited time if it refuses', async () => {
    const clock = aClock();
    const lms = strictScorm('scorm12');
    for (const name of ['LMSInitialize', 'LMSGetValue']) lms.break(name, 'refuses');
    let found = 0;
    awaitScorm(scorm12, pageIn('scorm12', lms.api), options, clock, () => (found += 1));
    await clock.turn(3_600_000);
    expect(lms.calls.filter((call) => call.startsWith('LMSInitialize')).length).toBeLessThan(50);
    expect(found).toBe(0);
  });
});

describe('a score', () => {
  const last = (calls: readonly string[], part: string): number =>
    calls.findLastIndex((call) => call.includes('SetValue') && call.includes(part));

  it.each(both)('is set before the status, and both before the commit: %s', async (version) => {
    const { lms, session } = await openedSession(version, (_, given) => given);
    session.keep('1.state');
    session.record(aRecord());
    const { calls } = lms;
    const scores = Math.max(last(calls, '.score.raw, 87.5'), last(calls, 'score.max'), last(calls, 'scaled'));
    expect(scores).toBeGreaterThan(-1);
    for (const element of versions[version].statusElements)
      expect(last(calls, element)).toBeGreaterThan(scores);
    expect(calls.findLastIndex((call) => call.includes('Commit'))).toBeGreaterThan(last(calls, '_status'));
  });

  describe.each(both)('%s', (version) => {
    /** An LMS that accepts only whole numbers, and refuses others in one of several ways. */
    const wholeOnly = (how: 'refuses' | 'lies') => {
      const lms = strictScorm(version);
      let error: string | undefined;
      const api = new Proxy(lms.api, {
        get: (owner, name: string) => {
          const run: unknown = Reflect.get(owner, name);
          if (typeof run !== 'function') return run;
          return (...parameters: string[]) => {
            const [element = '', value = ''] = parameters;
            if (isSet(name) && element.endsWith('score.raw') && value.includes('.')) {
              error = '405';
              return how === 'refuses' ? 'false' : 'true';
            }
            if (isError(name) && error !== undefined) return error;
            error = undefined;
            return Reflect.apply(run, owner, parameters);
          };
        },
      });
      return { lms, api };
    };

    it.each(['refuses', 'lies'] as const)('is rounded if the LMS %s', async (how) => {
      const { lms, api } = wholeOnly(how);
      const { clock, connected } = await connectTo(version, api);
      sessionOf(connected).record(aRecord({ score: 71.43 }));
      await clock.turn(3_000);
      expect(scoreOf(version, lms)).toBe('71');
      expect(sessionOf(connected).delivery()).toEqual({ state: 'saved' });
      // The share of a family, one third, is rounded too.
      expect([...lms.values].find(([element]) => /objectives\.0\.score\.raw/.test(element))?.[1]).toBe('67');
    });

    it.each([
      [69.6, 'failed', 70, '69'],
      [70.4, 'passed', 70.2, '71'],
      [70.4, 'passed', 70, '70'],
      [69.4, 'failed', 70, '69'],
      [69.6, 'unmarked', undefined, '70'],
    ] as const)('of %d, %s, is never rounded over the mark', async (score, standing, passMark, whole) => {
      const { lms, api } = wholeOnly('refuses');
      const { connected } = await connectTo(version, api);
      sessionOf(connected).record(aRecord({ score, standing, ...(passMark !== undefined && { passMark }) }));
      expect(scoreOf(version, lms)).toBe(whole);
    });

    it('keeps its decimals if the error is an old one', async () => {
      const { lms, session } = await openedSession(version, (name, given) => (isError(name) ? '201' : given));
      session.record(aRecord());
      expect(scoreOf(version, lms)).toBe('87.5');
    });
  });
});

describe('a list whose length the LMS does not report', () => {
  const ids = (lms: StrictScorm) =>
    [...lms.values].filter(([element]) => /interactions\.\d+\.id$/.test(element)).map(([element]) => element);

  describe.each(both)('%s', (version) => {
    it.each(['', 'undefined', 'NaN', '-1', '2.5'])('is continued, not restarted: %o', async (count) => {
      const uncounting: Answering = (name, given, [element = '']) =>
        isGet(name) && element.endsWith('_count') ? count : given;
      const first = await openedSession(version, uncounting);
      const decisions = ['a', 'b', 'c'].map((message) => aDecision({ message }));
      first.session.keep('1.x');
      first.session.record(aRecord({ decisions: decisions.slice(0, 2), complete: false }));
      first.session.close('gone');
      expect(ids(first.lms)).toHaveLength(6);
      first.lms.again();
      const second = await openedSession(version, uncounting, first.lms);
      expect(second.session.launch.state).toBe('1.x');
      second.session.record(aRecord({ decisions }));
      // Another round counts its decisions from zero.
      second.session.record(aRecord({ decisions: decisions.slice(0, 1), complete: false }));
      second.session.close('gone');
      expect(ids(first.lms)).toHaveLength(12);
      expect([...first.lms.values].filter(([, value]) => value.includes('family')).length).toBe(1);
      expect(first.lms.refused).toEqual([]);
    });

    it('is continued after the stored decisions if an earlier version stored the state', async () => {
      const lms = strictScorm(version);
      const first = await openedSession(version, (_, given) => given, lms);
      const decisions = ['a', 'b'].map((message) => aDecision({ message }));
      first.session.record(aRecord({ decisions: decisions.slice(0, 1), complete: false }));
      first.session.close('gone');
      expect(lms.values.get('cmi.suspend_data')).toMatch(/^1\./);
      lms.again();
      const second = await openedSession(
        version,
        (name, given, [element = '']) => (isGet(name) && element.endsWith('_count') ? '' : given),
        lms,
      );
      second.session.record(aRecord({ decisions }));
      expect(ids(lms)).toHaveLength(6);
      expect(lms.refused).toEqual([]);
    });
  });
});

describe('whatever an API does', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>('true', 'false', '', '0', '1', null, undefined, true, false, 0, 1, -1, NaN),
    fc.string({ maxLength: 20 }),
    fc.constant(Symbol('odd')),
    fc.object({ maxDepth: 1 }),
    fc.constant(() => 'true'),
    fc.constant(Promise.resolve('true')),
    fc.constant(new Proxy({}, { get: () => 'x' })),
  );
  /** What each call does, in turn: works, returns something else, throws, or answers without doing anything. */
  const doings = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({ kind: 'well' } as const) },
      { weight: 3, arbitrary: odd.map((value) => ({ kind: 'gives', value }) as const) },
      { weight: 2, arbitrary: odd.map((value) => ({ kind: 'throws', value }) as const) },
    ),
    { minLength: 1, maxLength: 60 },
  );

  it.each(both)(
    'nothing throws, and in the end everything is reported or its loss is: %s',
    async (version) => {
      await fc.assert(
        fc.asyncProperty(doings, fc.boolean(), async (plan, known) => {
          const lms = strictScorm(version);
          let calls = 0;
          let well = false;
          const api = new Proxy(lms.api, {
            get: (owner, name: string) => {
              const run: unknown = Reflect.get(owner, name);
              if (typeof run !== 'function') return run;
              return (...parameters: string[]) => {
                const doing = plan[calls % plan.length];
                calls += 1;
                if (well || doing === undefined || doing.kind === 'well' || (known && isInitialize(name)))
                  return Reflect.apply(run, owner, parameters);
                if (doing.kind === 'throws') throw doing.value;
                return doing.value;
              };
            },
          });
          const { clock, connected } = await connectTo(version, api);
          fc.pre(connected.ok);
          const session = sessionOf(connected);
          session.keep('1.a');
          session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0.5, score: 40 }));
          await clock.turn(3_000);
          session.hurry();
          session.record(aRecord());
          await clock.turn(3_000);
          // Once it works, new records arrive, unless it has said that nothing is to be recorded.
          const isRecording = session.launch.mode === 'normal' && lms.state() === 'open';
          well = true;
          session.keep('1.b');
          await clock.turn(200_000);
          const kept = lms.values.get('cmi.suspend_data')?.endsWith('.1.b') === true;
          expect(!isRecording || (kept && session.delivery().state === 'saved')).toBe(true);
          session.close('left');
          expect(session.delivery().state).toBe('ended');
          expect(session.conversation().length).toBeGreaterThan(0);
        }),
        { numRuns: 400 },
      );
    },
  );
});
