import { describe, expect, it } from 'vitest';
import { connectScorm } from '../../../src/lms/scorm/scorm.ts';
import { scorm12 } from '../../../src/lms/scorm/scorm12.ts';
import { scorm2004 } from '../../../src/lms/scorm/scorm2004.ts';
import { keepsTheContract, type Listener } from '../contract.ts';
import { aClock, aTab } from '../hands.ts';
import { aDecision, aRecord } from '../records.ts';
import { type Breakage, strictScorm } from './strict-scorm.ts';

const versions = { scorm12, scorm2004 } as const;
type Version = keyof typeof versions;

const options = { language: 'ja', keepOpen: false, tab: aTab() } as const;

/** A page in a frame of an LMS that has the API one window up. */
function pageIn(version: Version, api: object): object {
  const lms: Record<string, unknown> = { [versions[version].api]: api };
  lms['parent'] = lms;
  return { parent: lms, top: lms, opener: null };
}

function aListener(version: Version): Listener {
  const clock = aClock();
  const lms = strictScorm(version);
  const { names } = versions[version];
  const all = [names.initialize, names.terminate, names.get, names.set, names.commit];
  const breakAll = (how: Breakage) => () => {
    for (const name of all) lms.break(name, how);
  };
  return {
    clock,
    connect: async () => {
      lms.again();
      const connecting = connectScorm(versions[version], pageIn(version, lms.api), options, clock);
      await clock.turn(2_000);
      return connecting;
    },
    failures: {
      refuses: breakAll('refuses'),
      throws: breakAll('throws'),
      'gives nothing': breakAll('gives nothing'),
      'gives an object': breakAll('gives an object'),
      'has lost its functions': breakAll('is missing'),
    },
    repair: () => {
      for (const name of all) lms.break(name, undefined);
    },
    heard: () => JSON.stringify([...lms.values]),
    heardScore: (score) => lms.values.get(versions[version].rawScore) === String(score),
    heardEnd: () => lms.state() === 'closed',
    offences: () => lms.refused,
  };
}

keepsTheContract('SCORM 1.2', () => aListener('scorm12'));
keepsTheContract('SCORM 2004', () => aListener('scorm2004'));

async function openedSession(version: Version, lms = strictScorm(version), keepOpen = false) {
  const clock = aClock();
  const connecting = connectScorm(
    versions[version],
    pageIn(version, lms.api),
    { language: 'en', keepOpen, tab: aTab() },
    clock,
  );
  await clock.turn(0);
  const connected = await connecting;
  if (!connected.ok) throw new Error(connected.trouble.kind);
  return { clock, lms, session: connected.session };
}

describe('a SCORM session', () => {
  it.each(['scorm12', 'scorm2004'] as const)(
    'sets the exit to suspend before anything else, %s',
    async (version) => {
      const { lms } = await openedSession(version);
      expect(lms.calls.find((call) => /SetValue/.test(call))).toContain('exit, suspend');
      expect(lms.commits()).toBe(1);
    },
  );

  it('reports a round in the elements of SCORM 1.2', async () => {
    const { lms, session, clock } = await openedSession('scorm12');
    session.record(aRecord());
    await clock.turn(3_000);
    session.close('left');
    const heard = Object.fromEntries(lms.values);
    expect(heard).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '87.5',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.exit': 'suspend',
      'cmi.core.session_time': '0000:00:03.00',
      'cmi.interactions.0.id': 'verdict-office-monday-mail-held-mail-0',
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.time': '09:05:07',
      'cmi.interactions.0.correct_responses.0.pattern': 'p',
      'cmi.interactions.0.student_response': 'p',
      'cmi.interactions.0.result': 'correct',
      'cmi.interactions.0.latency': '0000:00:42.50',
      'cmi.interactions.1.id': 'fact-office-monday-mail-held-mail-link-domain-1',
      'cmi.interactions.1.result': 'correct',
      'cmi.interactions.2.result': 'wrong',
      'cmi.objectives.0.id': 'family-technical',
      'cmi.objectives.0.score.raw': '66.67',
    });
    expect(lms.refused).toEqual([]);
  });

  it('reports a round in the elements of SCORM 2004', async () => {
    const { lms, session, clock } = await openedSession('scorm2004');
    session.record(aRecord({ standing: 'failed', score: 40 }));
    await clock.turn(3_000);
    session.close('left');
    expect(Object.fromEntries(lms.values)).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'failed',
      'cmi.score.raw': '40',
      'cmi.score.scaled': '0.4',
      'cmi.progress_measure': '1',
      'cmi.exit': 'suspend',
      'cmi.session_time': 'PT3S',
      'adl.nav.request': 'suspendAll',
      'cmi.interactions.0.id': 'urn:mikiwame:verdict:office:monday-mail:held-mail:0',
      'cmi.interactions.0.timestamp': '2026-11-24T09:05:07.89Z',
      'cmi.interactions.0.learner_response': 'phish',
      'cmi.interactions.0.description': 'Three mails are held for you',
      'cmi.interactions.2.learner_response': 'false',
      'cmi.objectives.0.score.scaled': '0.6667',
    });
    expect(lms.refused).toEqual([]);
  });

  it.each(['scorm12', 'scorm2004'] as const)(
    'sets no score before the round is complete, %s',
    async (version) => {
      const { lms, session, clock } = await openedSession(version);
      session.record(aRecord({ complete: false, standing: 'unmarked' }));
      await clock.turn(10_000);
      session.close('gone');
      expect(
        [...lms.values.keys()].filter(
          (key) => key.startsWith('cmi.core.score') || key.startsWith('cmi.score'),
        ),
      ).toEqual([]);
    },
  );

  it.each(['scorm12', 'scorm2004'] as const)(
    'never lowers what the learner has reached, %s',
    async (version) => {
      const { lms, session, clock } = await openedSession(version);
      session.record(aRecord({ score: 90 }));
      session.close('left');
      const passed = new Map(lms.values);
      lms.again();
      const second = await openedSession(version, lms);
      second.session.record(aRecord({ score: 30, standing: 'failed' }));
      await second.clock.turn(3_000);
      for (const element of [...versions[version].statusElements, versions[version].rawScore]) {
        expect(lms.values.get(element)).toBe(passed.get(element));
      }
      await clock.turn(1);
    },
  );

  it('can report a failed round as incomplete', async () => {
    const { lms, session } = await openedSession('scorm12', strictScorm('scorm12'), true);
    session.record(aRecord({ standing: 'failed', score: 10 }));
    expect(lms.values.get('cmi.core.lesson_status')).toBe('incomplete');
    expect(lms.values.get('cmi.core.score.raw')).toBe('10');
  });

  it.each([
    ['scorm12', 'cmi.core.lesson_mode'],
    ['scorm2004', 'cmi.mode'],
  ] as const)('records nothing in review, %s', async (version, element) => {
    const lms = strictScorm(version, { [element]: 'review', 'cmi.suspend_data': '3.kept' });
    const { session, clock } = await openedSession(version, lms);
    expect(session.launch).toMatchObject({ mode: 'review', state: 'kept' });
    session.keep('other');
    session.record(aRecord());
    await clock.turn(3_000);
    session.close('left');
    expect(lms.calls.filter((call) => /SetValue/.test(call) && !call.includes('adl.nav'))).toEqual([]);
    expect(lms.state()).toBe('closed');
  });

  it.each(['scorm12', 'scorm2004'] as const)(
    'appends the decisions of the second session after those of the first, %s',
    async (version) => {
      const { lms, session } = await openedSession(version);
      const first = aDecision({ message: 'one', facts: [] });
      session.record(aRecord({ decisions: [first], complete: false, standing: 'unmarked' }));
      session.close('gone');
      lms.again();
      const second = await openedSession(version, lms);
      second.session.record(aRecord({ decisions: [first, aDecision({ message: 'two', facts: [] })] }));
      const ids = [...lms.values].filter(([key]) => /interactions\.\d+\.id/.test(key)).map(([, id]) => id);
      expect(ids).toHaveLength(2);
      expect(ids[1]).toContain('two');
    },
  );

  it.each(['401', '402'])('reports the score if the LMS has no interactions (%s)', async () => {
    const lms = strictScorm('scorm12');
    const without = new Proxy(lms.api, {
      get: (owner, name: string) =>
        name === 'LMSGetValue'
          ? (element: string) =>
              element.startsWith('cmi.interactions') ? undefined : Reflect.get(owner, name)(element)
          : Reflect.get(owner, name),
    });
    const clock = aClock();
    const connected = await connectScorm(scorm12, pageIn('scorm12', without), options, clock);
    if (!connected.ok) throw new Error(connected.trouble.kind);
    connected.session.record(aRecord());
    expect(lms.values.get('cmi.core.score.raw')).toBe('87.5');
    expect(connected.session.delivery()).toEqual({ state: 'saved' });
  });

  it('reads the pass mark, the language and a boolean that should be a text', async () => {
    const lms = strictScorm('scorm2004', {
      'cmi.scaled_passing_score': '0.7',
      'cmi.learner_preference.language': 'ja-JP',
    });
    const { session } = await openedSession('scorm2004', lms);
    expect(session.launch).toMatchObject({ passMark: 70, language: 'ja-JP' });
  });

  it.each([
    ['scorm12', 'cmi.core.student_id'],
    ['scorm2004', 'cmi.learner_id'],
  ] as const)('distinguishes learners without revealing who they are, %s', async (version, element) => {
    const { session } = await openedSession(version, strictScorm(version, { [element]: 'sato.hana' }));
    expect(session.launch.learner).toBe('sato.hana');
    expect(JSON.stringify(session.conversation())).toContain(element);
    expect(JSON.stringify(session.conversation())).not.toContain('sato');
  });

  it.each(['', 'x', '-1', '3', '1e9', '∞', '0x10'])('treats %o as no pass mark', async (value) => {
    const { session } = await openedSession(
      'scorm2004',
      strictScorm('scorm2004', { 'cmi.scaled_passing_score': value }),
    );
    expect(session.launch.passMark).toBeUndefined();
  });

  it.each(['', 'nonsense', '99999.x', '.', 'zz.'])('treats %o as no state', async (value) => {
    const { session } = await openedSession('scorm12', strictScorm('scorm12', { 'cmi.suspend_data': value }));
    expect(session.launch.state).toBeUndefined();
  });

  it.each([-3_600_000, 3_600_000])(
    'reports the right duration if the clock was set by %d ms meanwhile',
    async (by) => {
      const { lms, session, clock } = await openedSession('scorm12');
      await clock.turn(90_000);
      clock.set(by);
      session.close('gone');
      expect(lms.values.get('cmi.core.session_time')).toBe('0000:01:30.00');
    },
  );

  it('sends changes within a short time in one commit', async () => {
    const { lms, session, clock } = await openedSession('scorm12');
    for (let flag = 0; flag < 30; flag += 1) session.keep(`1.${flag}`);
    await clock.turn(10_000);
    expect(lms.commits()).toBe(2);
    expect(lms.values.get('cmi.suspend_data')).toBe('0.1.29');
  });

  it.each([
    ['scorm12', 'cmi.core.session_time', '0000:05:00.00'],
    ['scorm2004', 'cmi.session_time', 'PT5M0S'],
  ] as const)(
    'continues after a reload of its window, with the total time, %s',
    async (version, element, time) => {
      const lms = strictScorm(version);
      const clock = aClock();
      const tab = aTab();
      const open = async () => {
        const page = pageIn(version, lms.api);
        const connecting = connectScorm(versions[version], page, { ...options, tab }, clock);
        await clock.turn(0);
        const connected = await connecting;
        if (!connected.ok) throw new Error(connected.trouble.kind);
        return connected.session;
      };
      const left = await open();
      left.keep('A');
      await clock.turn(120_000);
      left.close('reload');
      expect(lms.state()).toBe('open');
      const next = await open();
      expect(next.launch.state).toBe('A');
      next.record(aRecord({ decisions: [aDecision()] }));
      await clock.turn(180_000);
      next.close('gone');
      expect(lms.state()).toBe('closed');
      expect(lms.values.get(element)).toBe(time);
      expect(lms.refused.filter((call) => !/Initialize/.test(call))).toEqual([]);
      // The next session starts its own time.
      lms.again();
      const last = await open();
      await clock.turn(300_000);
      last.close('gone');
      expect(lms.values.get(element)).toBe(time);
    },
  );

  it('commits an answer at once, so that a reload right after it loses nothing', async () => {
    const { lms, session, clock } = await openedSession('scorm12');
    session.keep('1.a');
    session.record(aRecord({ complete: false, standing: 'unmarked' }));
    await clock.turn(500);
    expect(lms.commits()).toBe(2);
    expect(lms.values.get('cmi.suspend_data')).toMatch(/\.1\.a$/);
  });

  it('stops promising to send what the LMS refuses', async () => {
    const lms = strictScorm('scorm12');
    const refusing = new Proxy(lms.api, {
      get: (owner, name: string) =>
        name === 'LMSSetValue'
          ? (element: string, value: string) =>
              element === 'cmi.core.score.raw' ? 'false' : Reflect.get(owner, name)(element, value)
          : name === 'LMSGetLastError'
            ? () => '405'
            : Reflect.get(owner, name),
    });
    const clock = aClock();
    const connected = await connectScorm(scorm12, pageIn('scorm12', refusing), options, clock);
    if (!connected.ok) throw new Error(connected.trouble.kind);
    const { session } = connected;
    session.record(aRecord());
    await clock.turn(1_000);
    expect(session.delivery()).toMatchObject({ state: 'failed', trouble: { code: '405' } });
    expect(session.delivery()).not.toHaveProperty('lost');
    await clock.turn(10 * 60_000);
    expect(session.delivery()).toMatchObject({ state: 'failed', trouble: { code: '405' }, lost: true });
    expect(lms.values.get('cmi.core.lesson_status')).toBe('passed');
  });

  it('stops trying while an LMS keeps refusing, until there is something new', async () => {
    const { lms, session, clock } = await openedSession('scorm12');
    lms.break('LMSCommit', 'refuses');
    session.keep('1.a');
    await clock.turn(60 * 60_000);
    const tries = lms.calls.filter((call) => call.startsWith('LMSCommit')).length;
    expect(tries).toBeLessThan(8);
    lms.break('LMSCommit', undefined);
    session.keep('1.b');
    await clock.turn(3_000);
    expect(session.delivery()).toEqual({ state: 'saved' });
  });
});
