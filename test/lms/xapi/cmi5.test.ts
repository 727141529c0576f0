import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectCmi5, type XapiWorld } from '../../../src/lms/xapi/cmi5.ts';
import type { Connected } from '../../../src/lms/port.ts';
import { connectXapi } from '../../../src/lms/xapi/xapi.ts';
import { keepsTheContract, type Listener } from '../contract.ts';
import { aClock, type Hands } from '../hands.ts';
import { aDecision, aRecord } from '../records.ts';
import { type StrictLrs, strictLrs } from './strict-lrs.ts';

/** Two browsers never use the same statement id. */
let ids = 0;

/** A browser whose requests reach the store. */
function aBrowser(lrs: StrictLrs, clock: Hands) {
  let silent = false;
  let keeps = true;
  const kept = new Map<string, string>();
  const world: XapiWorld = {
    clock,
    newId: () => {
      const hex = createHash('sha1')
        .update(String((ids += 1)))
        .digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
    tab: { read: (name) => kept.get(name), write: (name, value) => keeps && kept.set(name, value).size > 0 },
    fetch: (address, request) => {
      if (silent) {
        return new Promise((_, reject) => {
          request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      const { pathname, searchParams } = new URL(address);
      const {
        status,
        body,
        headers = {},
      } = lrs.handle({
        method: request.method ?? 'GET',
        path: pathname,
        query: searchParams,
        headers: Object.fromEntries(new Headers(request.headers)),
        body: typeof request.body === 'string' ? request.body : '',
      });
      return Promise.resolve(new Response(status === 204 ? null : body, { status, headers }));
    },
  };
  return {
    world,
    kept,
    fallSilent: (now: boolean) => (silent = now),
    /** Storage is full or forbidden from now on. */
    keepNothing: () => (keeps = false),
  };
}

function query({ launch }: StrictLrs): string {
  return `?${new URLSearchParams({
    activityId: launch.activity,
    actor: JSON.stringify(launch.actor),
    registration: launch.registration,
    fetch: 'https://lrs.example/fetch',
    endpoint: 'https://lrs.example/xapi/',
  }).toString()}`;
}

async function connected(connecting: Promise<Connected>, clock: Hands): Promise<Connected> {
  await clock.turn(20_000);
  return connecting;
}

async function openedSession(lrs: StrictLrs, clock = aClock(), browser = aBrowser(lrs, clock)) {
  const outcome = await connected(connectCmi5(query(lrs), browser.world), clock);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return { session: outcome.session, clock, browser };
}

const verbsOf = (lrs: StrictLrs): readonly string[] =>
  lrs.statements().map((statement) => /verbs\/(\w+)/.exec(JSON.stringify(statement['verb']))?.[1] ?? '');

function aListener(): Listener {
  const clock = aClock();
  const lrs = strictLrs({ masteryScore: 0.7 });
  const browser = aBrowser(lrs, clock);
  let started = false;
  return {
    clock,
    connect: () => {
      if (started) {
        lrs.relaunch();
        browser.kept.clear();
      }
      started = true;
      return connected(connectCmi5(query(lrs), browser.world), clock);
    },
    failures: {
      'says 401': () => lrs.answerWith(401),
      'says 412': () => lrs.answerWith(412),
      'says 429': () => lrs.answerWith(429, { 'Retry-After': '2' }),
      'says 503': () => lrs.answerWith(503),
      'never answers': () => browser.fallSilent(true),
    },
    repair: () => {
      lrs.answerWith(undefined);
      browser.fallSilent(false);
    },
    heard: () => JSON.stringify(lrs.statements()),
    heardScore: (score) =>
      JSON.stringify(
        lrs.statements().filter((one) => /passed|failed/.test(JSON.stringify(one['verb']))),
      ).includes(`"raw":${score}`),
    heardEnd: () => verbsOf(lrs).includes('terminated'),
    offences: () => lrs.offences,
  };
}

keepsTheContract('cmi5', aListener);

describe('a cmi5 session', () => {
  it('sends the statements that the standard requires, in order', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0.5 }));
    session.record(aRecord());
    await clock.turn(3_000);
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual([
      'initialized',
      'answered',
      'progressed',
      'completed',
      'passed',
      'terminated',
    ]);
    expect(lrs.offences).toEqual([]);
  });

  it('reports a failed round only at the end, because a second try may pass', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord({ standing: 'failed', score: 40 }));
    await clock.turn(3_000);
    expect(verbsOf(lrs)).not.toContain('failed');
    session.record(aRecord({ standing: 'passed', score: 80, decisions: [] }));
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toContain('passed');
    expect(verbsOf(lrs)).not.toContain('failed');
    expect(lrs.offences).toEqual([]);
  });

  it('reports a failed round when the page is closed', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord({ standing: 'failed', score: 40 }));
    session.close('gone');
    await clock.turn(0);
    expect(verbsOf(lrs).slice(-2)).toEqual(['failed', 'terminated']);
    expect(lrs.offences).toEqual([]);
  });

  it('does not repeat in a second session what the first has sent', async () => {
    const lrs = strictLrs();
    const first = await openedSession(lrs);
    first.session.record(aRecord());
    await first.clock.turn(3_000);
    first.session.close('left');
    await first.clock.turn(3_000);
    lrs.relaunch();
    const second = await openedSession(lrs, first.clock, aBrowser(lrs, first.clock));
    second.session.record(aRecord({ decisions: [aDecision(), aDecision({ message: 'second' })] }));
    await first.clock.turn(3_000);
    expect(verbsOf(lrs).filter((verb) => verb === 'completed' || verb === 'passed')).toHaveLength(2);
    expect(verbsOf(lrs).filter((verb) => verb === 'answered')).toHaveLength(2);
    expect(lrs.offences).toEqual([]);
  });

  const partly = aRecord({ complete: false, standing: 'unmarked', progress: 0.5 });

  it('continues after a reload, and sends terminated once', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock, browser } = await openedSession(lrs);
    session.record(partly);
    session.keep('1.one-answer');
    await clock.turn(60_000);
    // A flag, and F5 at the same moment.
    session.keep('1.one-flag-more');
    session.close('reload');
    const again = await openedSession(lrs, clock, browser);
    expect(again.session.launch.state).toBe('1.one-flag-more');
    again.session.record(partly);
    again.session.record(aRecord({ decisions: [aDecision(), aDecision({ message: 'second' })] }));
    await clock.turn(30_000);
    again.session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual([
      'initialized',
      'answered',
      'progressed',
      'answered',
      'progressed',
      'completed',
      'passed',
      'terminated',
    ]);
    // Both pages, each of which takes 20 s to connect here.
    expect(lrs.statements().at(-1)?.['result']).toEqual({ duration: 'PT2M10S' });
    expect(lrs.offences).toEqual([]);
  });

  it('continues after several quick reloads, even if nothing has arrived', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock, browser } = await openedSession(lrs);
    await clock.turn(1_000);
    browser.fallSilent(true);
    session.record(aRecord());
    session.keep('1.all');
    session.close('reload');
    // The next page cannot connect, and is reloaded.
    const unreachable = await connected(connectCmi5(query(lrs), browser.world), clock);
    expect(unreachable).toMatchObject({ ok: false, trouble: { kind: 'unreachable' } });
    browser.fallSilent(false);
    const second = await openedSession(lrs, clock, browser);
    second.session.close('reload');
    const third = await openedSession(lrs, clock, browser);
    third.session.record(aRecord());
    await clock.turn(3_000);
    third.session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual([
      'initialized',
      'answered',
      'progressed',
      'completed',
      'passed',
      'terminated',
    ]);
    expect(lrs.offences).toEqual([]);
    lrs.relaunch();
    const later = await openedSession(lrs, clock, aBrowser(lrs, clock));
    expect(later.session.launch.state).toBe('1.all');
  });

  it('still lets a failed round be passed after a reload', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock, browser } = await openedSession(lrs);
    session.record(aRecord({ standing: 'failed', score: 40 }));
    session.close('reload');
    const again = await openedSession(lrs, clock, browser);
    again.session.record(aRecord({ standing: 'failed', score: 40 }));
    again.session.record(aRecord({ standing: 'passed', score: 80, decisions: [] }));
    again.session.close('gone');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toContain('passed');
    expect(verbsOf(lrs)).not.toContain('failed');
    expect(lrs.offences).toEqual([]);
  });

  it('sends the newest state even if the reloaded page never appears', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    await clock.turn(1_000);
    session.keep('1.last-flag');
    session.close('reload');
    await clock.turn(0);
    lrs.relaunch();
    const again = await openedSession(lrs, clock, aBrowser(lrs, clock));
    expect(again.session.launch.state).toBe('1.last-flag');
  });

  it('sends terminated at a reload if the tab cannot store anything', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    browser.keepNothing();
    session.close('reload');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
    expect(lrs.offences).toEqual([]);
  });

  it('does not continue after it has ended', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    session.close('left');
    await clock.turn(3_000);
    session.close('reload');
    const outcome = await connected(connectCmi5(query(lrs), browser.world), clock);
    expect(outcome).toMatchObject({ ok: false, trouble: { kind: 'over' } });
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
  });

  it('sends terminated if the page is reloaded while it is closing', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    session.close('left');
    session.close('reload');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
  });

  it('stores no state after a reload in Review mode', async () => {
    const lrs = strictLrs({ launchMode: 'Review' });
    const { session, clock, browser } = await openedSession(lrs);
    session.close('reload');
    const again = await openedSession(lrs, clock, browser);
    await clock.turn(3_000);
    again.session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
    expect(lrs.stateCalls).toEqual([]);
    expect(lrs.offences).toEqual([]);
  });

  it.each([-3_600_000, 3_600_000])(
    'reports the right duration if the clock was set by %d ms meanwhile',
    async (by) => {
      const lrs = strictLrs();
      const { session, clock } = await openedSession(lrs);
      await clock.turn(10_000);
      clock.set(by);
      session.close('left');
      await clock.turn(3_000);
      // Connecting takes 20 s here.
      expect(lrs.statements().at(-1)?.['result']).toEqual({ duration: 'PT30S' });
    },
  );

  it('continues after a reload without requesting the used token', async () => {
    const lrs = strictLrs();
    const { clock, browser } = await openedSession(lrs);
    const again = await openedSession(lrs, clock, browser);
    again.session.record(aRecord());
    await clock.turn(3_000);
    expect(verbsOf(lrs).filter((verb) => verb === 'initialized')).toHaveLength(1);
    expect(lrs.offences).toEqual([]);
  });

  it('starts from an address with &amp; for &', async () => {
    const lrs = strictLrs();
    const clock = aClock();
    const address = query(lrs).replaceAll('&', '&amp;');
    const outcome = await connected(connectCmi5(address, aBrowser(lrs, clock).world), clock);
    expect(outcome.ok).toBe(true);
  });

  it('asks to be started again after a reload that follows its end', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    session.close('gone');
    const outcome = await connected(connectCmi5(query(lrs), browser.world), clock);
    expect(outcome).toMatchObject({ ok: false, trouble: { kind: 'over' } });
  });

  it('starts a new session if the course launches it again in the same tab', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    session.close('gone');
    lrs.relaunch();
    await openedSession(lrs, clock, browser);
    await clock.turn(1_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated', 'initialized']);
    expect(lrs.offences).toEqual([]);
  });

  it('starts a new session in the same tab after a crash', async () => {
    const lrs = strictLrs();
    const { clock, browser } = await openedSession(lrs);
    lrs.relaunch();
    await openedSession(lrs, clock, browser);
    await clock.turn(1_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'initialized']);
    expect(lrs.offences).toEqual([]);
  });

  it('names the learner after the launch has ended, so that the device shows their round', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    session.close('gone');
    const outcome = await connected(connectCmi5(query(lrs), browser.world), clock);
    expect(outcome).toMatchObject({ ok: false, learner: session.launch.learner });
  });

  it.each(['Browse', 'Review'] as const)('only begins and ends in %s mode', async (launchMode) => {
    const lrs = strictLrs({ launchMode });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord());
    session.keep('1.x');
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
    expect(lrs.offences).toEqual([]);
  });

  it.each(['review', 'BROWSE', ' Review '])('records nothing in the mode %o', async (written) => {
    const lrs = strictLrs({ launchMode: 'Review', writtenMode: written });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord());
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(['initialized', 'terminated']);
    expect(lrs.stateCalls).toEqual([]);
  });

  it('reads pass mark, language and the way back', async () => {
    const lrs = strictLrs({
      masteryScore: 0.75,
      language: 'ja-JP,en-US',
      returnURL: 'https://lms.example/back',
    });
    const { session } = await openedSession(lrs);
    expect(session.launch).toMatchObject({
      passMark: 75,
      language: 'ja-JP',
      returnTo: 'https://lms.example/back',
    });
  });

  it('does not accept a script as the way back', async () => {
    const lrs = strictLrs({ returnURL: 'javascript:alert(1)' });
    expect((await openedSession(lrs)).session.launch.returnTo).toBeUndefined();
  });

  it('leaves the token out of the log that can be copied', async () => {
    const lrs = strictLrs();
    const { session } = await openedSession(lrs);
    expect(JSON.stringify(session.conversation())).not.toContain('dG9rZW4');
  });

  it('asks to be started again if the token was used before, as by a second window', async () => {
    const lrs = strictLrs();
    await openedSession(lrs);
    const clock = aClock();
    const outcome = await connected(connectCmi5(query(lrs), aBrowser(lrs, clock).world), clock);
    expect(outcome).toMatchObject({ ok: false, trouble: { kind: 'over' } });
  });

  it('says that the token was refused', async () => {
    const lrs = strictLrs();
    const clock = aClock();
    const { world } = aBrowser(lrs, clock);
    const fetch = () =>
      Promise.resolve(new Response('{"error-code":"2","error-text":"not today"}', { status: 200 }));
    const outcome = await connected(connectCmi5(query(lrs), { ...world, fetch }), clock);
    expect(outcome).toMatchObject({
      ok: false,
      trouble: { kind: 'refused', call: 'POST fetch', text: 'not today' },
    });
  });

  it('lists the activities of the template first', async () => {
    const categories = [{ id: 'https://lms.example/categories/onboarding' }];
    const lrs = strictLrs({ masteryScore: 0.7, categories });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord());
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs).at(-1)).toBe('terminated');
    expect(lrs.offences).toEqual([]);
  });

  it('uses the first preferred language that the game supports', async () => {
    const lrs = strictLrs({ language: 'fr-CA, ja-JP,en-US' });
    expect((await openedSession(lrs)).session.launch.language).toBe('ja-JP');
    const other = strictLrs({ language: 'fr-CA,de' });
    expect((await openedSession(other)).session.launch.language).toBe('fr-CA');
  });

  it.each([
    [0.07, 7],
    [0.29, 29],
    [0.666649, 66.67],
    [2 / 3, 66.67],
    [1, 100],
  ])('requires a score that reaches the mastery score %d', async (masteryScore, passMark) => {
    const lrs = strictLrs({ masteryScore });
    const { session, clock } = await openedSession(lrs);
    expect(session.launch.passMark).toBe(passMark);
    session.record(aRecord({ score: passMark }));
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toContain('passed');
    expect(lrs.offences).toEqual([]);
  });

  it('does not report a failed round again when it is only viewed', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const failed = aRecord({ standing: 'failed', score: 40 });
    const first = await openedSession(lrs);
    first.session.record(failed);
    first.session.close('left');
    await first.clock.turn(3_000);
    lrs.relaunch();
    const { session, clock } = await openedSession(lrs, first.clock, aBrowser(lrs, first.clock));
    session.record(failed);
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs).filter((verb) => verb === 'failed')).toHaveLength(1);
    expect(lrs.offences).toEqual([]);
  });

  it('reports a failed round that was played again in a second session', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const first = await openedSession(lrs);
    first.session.record(aRecord({ standing: 'failed', score: 40 }));
    first.session.close('gone');
    await first.clock.turn(3_000);
    lrs.relaunch();
    const { session, clock } = await openedSession(lrs, first.clock, aBrowser(lrs, first.clock));
    session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0, decisions: [] }));
    session.record(aRecord({ standing: 'failed', score: 60 }));
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs).filter((verb) => verb === 'failed')).toHaveLength(2);
    expect(verbsOf(lrs).filter((verb) => verb === 'answered')).toHaveLength(2);
    expect(lrs.offences).toEqual([]);
  });

  it('sends in the next session what did not arrive in this one', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const first = await openedSession(lrs);
    await first.clock.turn(3_000);
    lrs.answerWith(503);
    first.session.record(aRecord());
    await first.clock.turn(500);
    lrs.abandon();
    lrs.answerWith(undefined);
    await first.clock.turn(200_000);
    lrs.relaunch();
    const { session, clock } = await openedSession(lrs, first.clock, aBrowser(lrs, first.clock));
    session.record(aRecord());
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs)).toEqual(expect.arrayContaining(['answered', 'completed', 'passed', 'terminated']));
    expect(lrs.offences).toEqual([]);
  });

  it('sends the other statements if one is forbidden, and says that something is missing', async () => {
    const lrs = strictLrs({ refusing: true });
    const first = await openedSession(lrs);
    first.session.record(aRecord());
    first.session.close('left');
    await first.clock.turn(3_000);
    lrs.forgetState();
    lrs.relaunch();
    const { session, clock } = await openedSession(lrs, first.clock, aBrowser(lrs, first.clock));
    await clock.turn(3_000);
    // Without its stored state it sends completed and passed again, which this store refuses.
    session.record(aRecord());
    await clock.turn(3_000);
    expect(session.delivery()).toMatchObject({
      state: 'failed',
      trouble: { kind: 'refused', code: '403' },
      lost: true,
    });
    session.close('left');
    await clock.turn(3_000);
    expect(verbsOf(lrs).slice(-4)).toEqual(['initialized', 'answered', 'progressed', 'terminated']);
    expect(session.delivery()).toMatchObject({ state: 'ended', trouble: { code: '403' } });
  });

  it('ends within seconds if the session was abandoned by the LMS, and says why', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    lrs.abandon();
    session.record(aRecord());
    session.keep('1.kept');
    await clock.turn(10_000);
    session.close('left');
    await clock.turn(1_000);
    expect(session.delivery()).toMatchObject({ state: 'ended', trouble: { kind: 'refused', code: '403' } });
  });

  it('ends within half a minute if the store does not answer', async () => {
    const lrs = strictLrs();
    const { session, clock, browser } = await openedSession(lrs);
    browser.fallSilent(true);
    session.record(aRecord());
    session.close('left');
    await clock.turn(46_000);
    expect(session.delivery()).toMatchObject({ state: 'ended', trouble: { kind: 'unreachable' } });
  });

  /** A browser whose state requests are held until the test releases them. */
  function slowly(lrs: StrictLrs, clock: Hands) {
    const browser = aBrowser(lrs, clock);
    const waiting: (() => void)[] = [];
    let isSlow = false;
    const fetch: XapiWorld['fetch'] = async (address, request) => {
      if (isSlow && request.method === 'PUT') await new Promise<void>((go) => void waiting.push(go));
      return browser.world.fetch(address, request);
    };
    return {
      browser: { ...browser, world: { ...browser.world, fetch } },
      slow: () => (isSlow = true),
      arrive: () => {
        for (const go of waiting.splice(0)) go();
      },
    };
  }

  it('sends the state of a round as soon as an answer is recorded', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    session.keep('1.answered');
    session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0.5 }));
    await clock.turn(0);
    lrs.relaunch();
    const again = await openedSession(lrs, clock, aBrowser(lrs, clock));
    expect(again.session.launch.state).toBe('1.answered');
  });

  it('sends no known state at the end, so that nothing follows terminated', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock } = await openedSession(lrs);
    session.keep('1.answered');
    session.record(aRecord());
    await clock.turn(0);
    expect(session.delivery()).toEqual({ state: 'saved' });
    const before = lrs.stateCalls.length;
    session.close('gone');
    await clock.turn(3_000);
    expect(lrs.stateCalls).toHaveLength(before);
    expect(verbsOf(lrs).at(-1)).toBe('terminated');
    expect(lrs.offences).toEqual([]);
  });

  it('sends terminated only after the last state, however long that takes', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const clock = aClock();
    const { browser, slow, arrive } = slowly(lrs, clock);
    const { session } = await openedSession(lrs, clock, browser);
    await clock.turn(3_000);
    slow();
    session.record(aRecord({ standing: 'failed', score: 40 }));
    await clock.turn(0);
    session.keep('1.last-flag');
    expect(session.delivery()).toEqual({ state: 'saving' });
    session.close('gone');
    await clock.turn(0);
    // Statements before the state are not delayed, because the page may be closed.
    expect(verbsOf(lrs)).toContain('failed');
    expect(verbsOf(lrs)).not.toContain('terminated');
    for (let step = 0; step < 5; step += 1) {
      arrive();
      await clock.turn(0);
    }
    expect(verbsOf(lrs).at(-1)).toBe('terminated');
    expect(verbsOf(lrs).filter((verb) => verb === 'failed' || verb === 'terminated')).toHaveLength(2);
    expect(lrs.offences).toEqual([]);
  });

  it('sends terminated once if the window is closed while it is closing the session', async () => {
    const lrs = strictLrs({ masteryScore: 0.7 });
    const { session, clock } = await openedSession(lrs);
    session.record(aRecord({ standing: 'failed', score: 40 }));
    session.close('left');
    session.close('gone');
    await clock.turn(3_000);
    expect(verbsOf(lrs).filter((verb) => verb === 'terminated' || verb === 'failed')).toEqual([
      'failed',
      'terminated',
    ]);
    expect(session.delivery().state).toBe('ended');
    expect(lrs.offences).toEqual([]);
  });

  it('uses the ETag of its state if the store requires it', async () => {
    const lrs = strictLrs({ wantsEtag: true });
    const { session, clock } = await openedSession(lrs);
    session.keep('1.first');
    await clock.turn(2_000);
    session.keep('1.second');
    await clock.turn(2_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
    expect(lrs.stateCalls).toEqual(['PUT', 'PUT', 'PUT If-Match']);
    session.close('left');
    await clock.turn(2_000);
    lrs.relaunch();
    const again = await openedSession(lrs, clock, aBrowser(lrs, clock));
    expect(again.session.launch.state).toBe('1.second');
  });

  it('gives up storing a state that is refused permanently, and says so', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    await clock.turn(2_000);
    lrs.refuseStates(413);
    session.record(aRecord());
    session.keep('1.too-long');
    await clock.turn(200_000);
    expect(verbsOf(lrs)).toContain('passed');
    expect(session.delivery()).toMatchObject({ state: 'failed', trouble: { code: '413' }, lost: true });
    const tries = lrs.stateCalls.length;
    await clock.turn(200_000);
    expect(lrs.stateCalls).toHaveLength(tries);
    lrs.refuseStates(undefined);
    session.keep('1.shorter');
    await clock.turn(2_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
  });

  it('retries to store the state by itself', async () => {
    const lrs = strictLrs();
    const { session, clock } = await openedSession(lrs);
    await clock.turn(2_000);
    lrs.answerWith(503, { 'Retry-After': '3' });
    session.keep('1.kept');
    await clock.turn(1_500);
    expect(session.delivery()).toMatchObject({ state: 'failed', trouble: { kind: 'unreachable' } });
    lrs.answerWith(undefined);
    await clock.turn(3_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
    expect(lrs.stateCalls).toEqual(['PUT']);
  });

  it.each([
    ['an endpoint that is no address', 'endpoint', 'javascript:alert(1)'],
    ['no endpoint', 'endpoint', ''],
    ['a registration that is no UUID', 'registration', '1'],
    ['an actor that is no JSON', 'actor', '{'],
    ['an actor nobody is', 'actor', '{"name":"x"}'],
    ['an activity that is no IRI', 'activityId', 'x y'],
  ])('does not start with %s', async (_, name, value) => {
    const lrs = strictLrs();
    const parameters = new URLSearchParams(query(lrs));
    parameters.set(name, value);
    const clock = aClock();
    const outcome = await connected(
      connectCmi5(`?${parameters.toString()}`, aBrowser(lrs, clock).world),
      clock,
    );
    expect(outcome).toMatchObject({ ok: false, trouble: { kind: 'nobody' } });
  });
});

describe('a plain xAPI session', () => {
  it('sends statements with the credentials of the address, without the cmi5 category', async () => {
    const said: unknown[] = [];
    const clock = aClock();
    const outcome = await connected(
      connectXapi(
        `?${new URLSearchParams({
          endpoint: 'https://lrs.example/xapi',
          auth: 'Basic abc',
          actor: '{"name":["Aoi"],"mbox":["mailto:aoi@example.com"]}',
          activity_id: 'https://lms.example/a/1',
          grouping: 'https://lms.example/course',
        }).toString()}`,
        {
          clock,
          newId: randomUUID,
          tab: { read: () => undefined, write: () => false },
          fetch: (address, { body, headers }) => {
            const statements = address.endsWith('/statements') && typeof body === 'string';
            if (statements) said.push(...JSON.parse(body), new Headers(headers).get('Authorization'));
            return Promise.resolve(new Response('', { status: statements ? 200 : 404 }));
          },
        },
      ),
      clock,
    );
    if (!outcome.ok) throw new Error(outcome.trouble.kind);
    outcome.session.record(aRecord());
    await clock.turn(3_000);
    const text = JSON.stringify(said);
    expect(text).toContain('"mbox":"mailto:aoi@example.com"');
    expect(text).toContain('Basic abc');
    expect(text).toContain('https://lms.example/course');
    expect(text).toContain('verbs/passed');
    expect(text).not.toContain('categories/cmi5');
  });
});
