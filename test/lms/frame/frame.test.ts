import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectFrame } from '../../../src/lms/frame/frame.ts';
import { hostMessageFrom } from '../../../src/lms/frame/frame-messages.ts';
import { type Delivered, findHost, type FrameWorld } from '../../../src/lms/frame/host.ts';
import { keepsTheContract, type Listener } from '../contract.ts';
import { aClock, type Hands } from '../hands.ts';
import { aRecord } from '../records.ts';

const lms = 'https://lms.example';

interface Posted {
  readonly message: Readonly<Record<string, unknown>>;
  readonly target: string;
}

/** A page around the frame that receives messages and can send some. */
function aHost(clock: Hands) {
  const posted: Posted[] = [];
  let handler: ((delivered: Delivered) => void) | undefined;
  const parent = {
    postMessage: (message: object, target: string) => void posted.push({ message: { ...message }, target }),
  };
  const world: FrameWorld = {
    parent,
    page: {},
    listen: (listener) => {
      handler = listener;
      return () => {
        handler = undefined;
      };
    },
    hosts: [lms],
    clock,
  };
  return {
    world,
    posted,
    say: (data: unknown, from: Partial<Delivered> = {}) =>
      handler?.({ source: parent, origin: lms, data, ...from }),
    told: (type: string) => posted.filter(({ message }) => message['type'] === type),
  };
}

const configure = { target: 'mikiwame', version: 1, type: 'configure' } as const;

function aListener(): Listener {
  const clock = aClock();
  const host = aHost(clock);
  const found = findHost(host.world);
  if (found === undefined) throw new Error('no host');
  const lastState = () => host.told('state').at(-1)?.message['state'];
  return {
    clock,
    connect: async () => {
      const state = lastState();
      host.posted.length = 0;
      const connecting = connectFrame(found, clock);
      host.say({ ...configure, ...(typeof state === 'string' && { state }) });
      return connecting;
    },
    failures: {},
    repair: () => undefined,
    heard: () => JSON.stringify(host.posted.filter(({ message }) => message['type'] !== 'result')),
    heardScore: (score) => JSON.stringify(host.told('result')).includes(`"score":${score}`),
    heardEnd: () => host.told('closed').length === 1,
    offences: () =>
      host.posted
        .filter(({ message, target }) => target === '*' && message['type'] !== 'ready')
        .map(({ message }) => JSON.stringify(message)),
  };
}

keepsTheContract('a page around the frame', aListener);

describe('the page around the frame', () => {
  const begun = async () => {
    const clock = aClock();
    const host = aHost(clock);
    const found = findHost(host.world);
    if (found === undefined) throw new Error('no host');
    const connecting = connectFrame(found, clock);
    return { clock, host, found, connecting };
  };

  it('does not exist if the game is in no frame', () => {
    const page = { postMessage: () => undefined };
    expect(
      findHost({ parent: page, page, listen: () => () => undefined, hosts: [], clock: aClock() }),
    ).toBeUndefined();
  });

  it('does not delay the player if it sends nothing', async () => {
    const { clock, connecting } = await begun();
    await clock.turn(1_000);
    expect(await connecting).toMatchObject({ ok: false, trouble: { kind: 'nobody' } });
  });

  it.each([
    ['another origin', configure, { origin: 'https://evil.example' }],
    ['an opaque origin', configure, { origin: 'null' }],
    ['another window', configure, { source: {} }],
    ['another version', { ...configure, version: 2 }, {}],
    ['no envelope', { type: 'configure' }, {}],
    ['a text', 'configure', {}],
    ['nothing', null, {}],
  ] as const)('is ignored with %s', async (_, message, from) => {
    const { clock, host, connecting } = await begun();
    host.say(message, from);
    await clock.turn(1_000);
    expect((await connecting).ok).toBe(false);
    expect(host.posted.every(({ message: { type } }) => type === 'ready')).toBe(true);
  });

  it('is the only one to receive results; others receive readiness and height', async () => {
    const { clock, host, found, connecting } = await begun();
    host.say(configure);
    const connected = await connecting;
    if (!connected.ok) throw new Error('not connected');
    connected.session.record(aRecord());
    found.announce({ type: 'resize', height: 700 });
    await clock.turn(0);
    expect(host.told('result').map(({ target }) => target)).toEqual([lms]);
    expect(
      host.posted
        .filter(({ target }) => target === '*')
        .map(({ message }) => message['type'] ?? message['subject'] ?? message['context']),
    ).toEqual(['ready', 'resize', 'h5p', 'plugin.resize', 'lti.frameResize']);
  });

  it('may change language and theme and may pause, with validated values', async () => {
    const { host, found } = await begun();
    const heard: unknown[] = [];
    found.onMessage((message) => heard.push(message));
    for (const message of [
      { type: 'language', language: 'en' },
      { type: 'language', language: 'fr' },
      { type: 'theme', theme: 'dark' },
      { type: 'theme', theme: '<b>' },
      { type: 'pause', paused: true },
      { type: 'pause', paused: 1 },
      { type: 'erase' },
    ]) {
      host.say({ target: 'mikiwame', version: 1, ...message });
    }
    expect(heard).toEqual([
      { type: 'language', language: 'en' },
      { type: 'theme', theme: 'dark' },
      { type: 'pause', paused: true },
    ]);
  });

  it('is heard at most fifty times a second', async () => {
    const { clock, host, found } = await begun();
    let heard = 0;
    found.onMessage(() => (heard += 1));
    for (let flood = 0; flood < 10_000; flood += 1)
      host.say({ target: 'mikiwame', version: 1, type: 'theme', theme: 'dark' });
    expect(heard).toBeLessThanOrEqual(50);
    await clock.turn(1_000);
    host.say({ target: 'mikiwame', version: 1, type: 'theme', theme: 'dark' });
    expect(heard).toBeLessThanOrEqual(51);
  });

  it('cannot pass a state of unlimited size, or inherited fields', () => {
    expect(hostMessageFrom({ ...configure, state: 'x'.repeat(100_001) })).toEqual({ type: 'configure' });
    const hostile: unknown = JSON.parse(
      '{"target":"mikiwame","version":1,"type":"configure","__proto__":{"state":"x"},"passMark":"70"}',
    );
    expect(Object.keys(hostMessageFrom(hostile) ?? {})).toEqual(['type']);
  });

  it('never makes the game throw, whatever it sends', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (value) => {
        const message = hostMessageFrom(value);
        expect(message === undefined || typeof message.type === 'string').toBe(true);
      }),
    );
  });
});
