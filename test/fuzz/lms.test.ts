/** An LMS, a record store, the tab's storage or the page around the frame may answer anything. The game continues in every case. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectFrame } from '../../src/lms/frame/frame.ts';
import { hostMessageFrom } from '../../src/lms/frame/frame-messages.ts';
import { type Delivered, findHost } from '../../src/lms/frame/host.ts';
import type { Connected } from '../../src/lms/port.ts';
import { connectScorm } from '../../src/lms/scorm/scorm.ts';
import { scorm12 } from '../../src/lms/scorm/scorm12.ts';
import { scorm2004 } from '../../src/lms/scorm/scorm2004.ts';
import { connectCmi5, type XapiWorld } from '../../src/lms/xapi/cmi5.ts';
import { connectXapi } from '../../src/lms/xapi/xapi.ts';
import { aClock, aTab, type Hands } from '../lms/hands.ts';
import { aDecision, aRecord } from '../lms/records.ts';

/** The same inputs on every machine. */
const seed = 20_261_130;

const token = 'c2VjcmV0LXRva2Vu';
const endpoint = 'https://lrs.example/xapi';
const actor = '{"objectType":"Agent","account":{"homePage":"https://lms.example","name":"4711"}}';

const cmi5Query = `?${new URLSearchParams({
  endpoint,
  fetch: 'https://lrs.example/fetch',
  actor,
  registration: '2a4bd0e6-9a0c-4b8f-8a3e-0c1a5c1d7f10',
  activityId: 'https://lms.example/activities/81',
}).toString()}`;
const xapiQuery = `?${new URLSearchParams({
  endpoint,
  auth: `Basic ${token}`,
  actor,
  activity_id: 'https://lms.example/activities/81',
}).toString()}`;

/** Fields that the game reads, with values of any kind. */
const anyField = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<fc.JsonValue>(
    'Normal',
    'Review',
    'BROWSE',
    'javascript:alert(1)',
    '//x',
    -1,
    0.5,
    1e308,
    null,
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const anyAnswerText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom(
        'auth-token',
        'error-code',
        'error-text',
        'contextTemplate',
        'contextActivities',
        'launchMode',
        'masteryScore',
        'returnURL',
        'languagePreference',
        'version',
        'state',
        'sent',
        'completed',
        'passed',
        'failed',
        '__proto__',
      ),
      anyField,
    )
    .map((fields) => JSON.stringify(fields)),
);
const anyAnswer = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 301, 400, 401, 403, 404, 409, 412, 413, 429, 500, 503),
  text: anyAnswerText,
  headers: fc.dictionary(
    fc.constantFrom('ETag', 'Retry-After'),
    fc.constantFrom('"1"', '0', '-1', '9999999', 'x', ''),
  ),
});
/** Most stores accept the launch; otherwise only the launch would be tested. */
const anyAnswers = fc.record({
  letsIn: fc.boolean(),
  launchData: anyAnswerText,
  answers: fc.array(anyAnswer, { minLength: 1, maxLength: 12 }),
  kept: fc.option(fc.oneof(anyAnswerText, keptTexts()), { nil: undefined }),
});

/** The stored session of a tab, in which each part may be anything. */
function keptTexts(): fc.Arbitrary<string> {
  return fc
    .record({
      fetch: fc.constant('https://lrs.example/fetch'),
      token: fc.oneof(fc.constant(token), anyField),
      ended: fc.oneof(fc.boolean(), anyField),
      unfinished: fc.oneof(
        anyField,
        fc.record({
          told: fc.oneof(
            anyField,
            fc.record({ version: fc.constant(1), state: anyField, sent: anyField, completed: anyField }),
          ),
          spent: anyField,
          waiting: fc.oneof(anyField, fc.array(anyField, { maxLength: 5 })),
        }),
      ),
    })
    .map((fields) => JSON.stringify(fields));
}

type Answers = typeof anyAnswers extends fc.Arbitrary<infer Value> ? Value : never;

interface Sent {
  readonly address: string;
  readonly request: RequestInit;
}

/** A browser with these responses, and what it sent. */
function aWorld({ letsIn, launchData, answers, kept }: Answers, clock: Hands) {
  const sent: Sent[] = [];
  const tab = new Map<string, string>();
  let ids = 0;
  let asked = 0;
  const world: XapiWorld = {
    clock,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    tab: {
      read: (name) => tab.get(name) ?? kept,
      write: (name, value) => tab.set(name, value).size > 0,
    },
    fetch: (address, request) => {
      sent.push({ address, request });
      if (letsIn && address.endsWith('/fetch'))
        return Promise.resolve(new Response(JSON.stringify({ 'auth-token': token })));
      if (letsIn && address.includes('LMS.LaunchData')) return Promise.resolve(new Response(launchData));
      const answer = answers[(asked += 1) % answers.length];
      if (answer === undefined) throw new Error('there is at least one answer');
      const { status, text, headers } = answer;
      return Promise.resolve(new Response(status === 204 ? null : text, { status, headers }));
    },
  };
  return { world, sent };
}

async function playedThrough(connecting: Promise<Connected>, clock: Hands): Promise<Connected> {
  await clock.turn(20_000);
  const connected = await connecting;
  expect(connected.ok ? 'nobody' : connected.trouble.kind).toMatch(
    /^(nobody|over|refused|threw|odd|unreachable)$/,
  );
  if (!connected.ok) return connected;
  const { session } = connected;
  const { mode, passMark, state, returnTo } = session.launch;
  expect(mode).toMatch(/^(normal|browse|review)$/);
  expect(passMark === undefined || (passMark >= 0 && passMark <= 100)).toBe(true);
  expect((state ?? '').length).toBeLessThanOrEqual(Math.max(100_000, session.stateLimit));
  expect(returnTo ?? 'https://').toMatch(/^https?:/i);
  session.keep('1.kept');
  session.record(aRecord({ complete: false, standing: 'unmarked', progress: 0.5 }));
  await clock.turn(5_000);
  session.record(aRecord({ decisions: [aDecision(), aDecision({ message: 'second' })] }));
  session.hurry();
  await clock.turn(5_000);
  session.close('left');
  await clock.turn(400_000);
  session.close('gone');
  expect(session.delivery().state).toBe('ended');
  return connected;
}

describe('the round continues whatever the other side answers:', () => {
  it('a record store, in a cmi5 launch', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const clock = aClock();
        const { world, sent } = aWorld(answers, clock);
        const connected = await playedThrough(connectCmi5(cmi5Query, world), clock);
        const conversation = connected.ok ? connected.session.conversation() : connected.conversation;
        expect(JSON.stringify(conversation)).not.toContain(token);
        for (const { address, request } of sent) {
          expect(address.startsWith('https://lrs.example/')).toBe(true);
          expect(request.credentials).toBe('omit');
          const { body } = request;
          expect(() => JSON.parse(typeof body === 'string' ? body : '{}')).not.toThrow();
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('a record store, in a plain launch', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const clock = aClock();
        const { world } = aWorld(answers, clock);
        const connected = await playedThrough(connectXapi(xapiQuery, world), clock);
        expect(connected.ok).toBe(true);
      }),
      { seed, numRuns: 60 },
    );
  });

  it.each([
    ['1.2', scorm12],
    ['2004', scorm2004],
  ] as const)('an API of SCORM %s', async (_, dialect) => {
    const anyValue = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true }),
      fc.constantFrom('true', 'false', '0', '101', '', '1.state', 'passed', 'review', '5', '99999', '2-zz.x'),
    );
    const anyResult = fc.oneof(
      anyValue.map((value) => () => value),
      anyValue.map((value) => () => {
        throw value;
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyResult, { minLength: 1, maxLength: 9 }), async (results) => {
        const clock = aClock();
        let called = 0;
        const api = Object.fromEntries(
          Object.values(dialect.names).map((name) => [
            name,
            () => results[(called += 1) % results.length]?.(),
          ]),
        );
        await playedThrough(
          connectScorm(
            dialect,
            { parent: { [dialect.api]: api } },
            { language: 'ja', keepOpen: false, tab: aTab() },
            clock,
          ),
          clock,
        );
        // An LMS may report a list as endless.
        expect(called).toBeLessThan(5_000);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('a page around the frame', async () => {
    const anyMessage = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc
        .record(
          {
            type: fc.constantFrom('configure', 'language', 'theme', 'pause', 'erase', '__proto__'),
            state: anyField,
            language: anyField,
            theme: anyField,
            passMark: anyField,
            paused: fc.oneof(fc.boolean(), anyField),
            timer: fc.oneof(fc.constant('runs'), anyField),
          },
          { requiredKeys: ['type'] },
        )
        .map((fields) => ({ target: 'mikiwame', version: 1, ...fields })),
    );
    const origins = fc.constantFrom('https://lms.example', 'https://lms.example.evil.example', 'null', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyMessage, origins, fc.boolean()), { maxLength: 40 }),
        async (messages) => {
          const clock = aClock();
          const posted: { readonly message: object; readonly target: string }[] = [];
          const parent = {
            postMessage: (message: object, target: string) => void posted.push({ message, target }),
          };
          let hear: (delivered: Delivered) => void = () => undefined;
          const host = findHost({
            parent,
            page: {},
            hosts: ['https://lms.example'],
            clock,
            listen: (handler) => {
              hear = handler;
              return () => undefined;
            },
          });
          if (host === undefined) throw new Error('the game is in a frame');
          host.onMessage((message) => {
            expect(['configure', 'language', 'theme', 'pause']).toContain(message.type);
          });
          const connecting = connectFrame(host, clock);
          for (const [data, origin, isParent] of messages)
            hear({ source: isParent ? parent : {}, origin, data });
          await playedThrough(connecting, clock);
          // Only the allowed host receives what the learner did.
          const told = posted.filter(({ target }) => target !== 'https://lms.example');
          expect(told).toEqual([{ message: { source: 'mikiwame', version: 1, type: 'ready' }, target: '*' }]);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('a message of a page around the frame, of which only known values are used', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), anyField, (value, field) => {
        for (const data of [
          value,
          { target: 'mikiwame', version: 1, type: 'configure', ...Object(value) },
          {
            target: 'mikiwame',
            version: 1,
            type: 'configure',
            state: field,
            passMark: field,
            theme: field,
            language: field,
          },
        ]) {
          const message = hostMessageFrom(data);
          if (message?.type !== 'configure') continue;
          const { state = '', passMark = 0, theme = 'auto', language = 'ja', ...rest } = message;
          expect(Object.keys(rest)).toEqual(['type']);
          expect(state.length).toBeLessThanOrEqual(100_000);
          expect(passMark >= 0 && passMark <= 100).toBe(true);
          expect(['auto', 'light', 'dark']).toContain(theme);
          expect(['ja', 'en']).toContain(language);
        }
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
