import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConnection } from '../../../src/app/session/open-connection.ts';
import type { PackageSettings } from '../../../src/app/session/package-settings.ts';
import { type Page, type Connection, unrecorded } from '../../../src/app/session/connection.ts';
import { strictScorm } from '../../lms/scorm/strict-scorm.ts';

const site: PackageSettings = { standard: 'none', keepOpen: false, hosts: [] };

/** This window with some properties replaced. Its functions keep their `this`. */
function aPage(change: Readonly<Record<string, unknown>> = {}): Page {
  const page: Page = new Proxy(window, {
    get: (target, name) => {
      if (typeof name === 'string' && name in change) return change[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' && /^(add|remove)EventListener$/.test(String(name))
        ? value.bind(target)
        : value;
    },
  });
  return page;
}

/** A page that is in nobody's frame. */
function alone(search = ''): Page {
  const page: Page = aPage({
    location: { search, origin: 'https://game.example' },
    get parent() {
      return page;
    },
  });
  return page;
}

/** A page in a frame, and what it said to the page around it. */
function framed(search: string) {
  const said: unknown[] = [];
  const parent = { postMessage: (message: unknown) => void said.push(message) };
  const page = aPage({ location: { search, origin: 'https://game.example' }, parent });
  const say = (message: object, origin = 'https://lms.example'): void => {
    const event = new MessageEvent('message', {
      data: { target: 'mikiwame', version: 1, ...message },
      origin,
    });
    Object.defineProperty(event, 'source', { value: parent });
    window.dispatchEvent(event);
  };
  return { page, said, say };
}

/** Turns the clock, and lets modules load, until the value is there. */
async function inTime<Value>(coming: Promise<Value>): Promise<Value> {
  const state = { isThere: false };
  void coming.finally(() => {
    state.isThere = true;
  });
  while (!state.isThere) {
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(500);
  }
  return coming;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a session', () => {
  it('of a page without a frame has no recorder, and that is no error', async () => {
    expect(await openConnection(alone(), site, 'ja')).toBe(unrecorded);
  });

  it('of a package says that its LMS is missing, and the game can be played', async () => {
    const connection = await inTime(openConnection(alone(), { ...site, standard: 'scorm12' }, 'ja'));
    expect(connection.trouble).toEqual({ kind: 'nobody' });
    expect(connection.reporter).toBeUndefined();
    expect(connection.isHostMissing).toBeUndefined();
    expect(connection.session.standard).toBe('standalone');
  });

  it('of a package finds a late LMS during play, and keeps it', async () => {
    const parent: Record<string, unknown> = { postMessage: () => undefined };
    parent['parent'] = parent;
    const page = aPage({ location: { search: '', origin: 'https://game.example' }, parent, top: parent });
    const connection = await inTime(openConnection(page, { ...site, standard: 'scorm12' }, 'ja'));
    expect(connection.trouble).toEqual({ kind: 'nobody' });
    const found: Connection[] = [];
    connection.late?.((next) => found.push(next));
    const lms = strictScorm('scorm12', { 'cmi.core.student_id': 'sato' });
    parent['API'] = lms.api;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(found.map(({ session, trouble }) => [session.standard, trouble])).toEqual([
      ['scorm12', undefined],
    ]);
    window.dispatchEvent(new Event('pagehide'));
    expect(lms.state()).toBe('closed');
    connection.host?.stop();
  });

  it('begins again when the browser restores the page with which it ended', async () => {
    const parent: Record<string, unknown> = { postMessage: () => undefined };
    parent['parent'] = parent;
    const lms = strictScorm('scorm12');
    parent['API'] = lms.api;
    const reload = vi.fn();
    const location = { search: '', origin: 'https://game.example', reload };
    const events = new EventTarget();
    const addEventListener = events.addEventListener.bind(events);
    const page = aPage({ location, parent, top: parent, addEventListener });
    const connection = await inTime(openConnection(page, { ...site, standard: 'scorm12' }, 'ja'));
    const show = (persisted: boolean) =>
      events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    show(false);
    expect(reload).not.toHaveBeenCalled();
    events.dispatchEvent(new Event('pagehide'));
    expect(connection.session.delivery().state).toBe('ended');
    show(true);
    expect(reload).toHaveBeenCalledTimes(1);
    connection.host?.stop();
  });

  it.each([
    ['stays open over F5 in a window of its own', true, 'open'],
    ['ends with a frame, whose API is loaded again with it', false, 'closed'],
  ] as const)('with SCORM %s', async (_, isOwnWindow, state) => {
    const lms = strictScorm('scorm2004');
    const around: Record<string, unknown> = { postMessage: () => undefined, API_1484_11: lms.api };
    around['parent'] = around;
    const events = new EventTarget();
    const page: Page = aPage({
      location: { search: '', origin: 'https://game.example' },
      addEventListener: events.addEventListener.bind(events),
      opener: isOwnWindow ? around : null,
      get parent() {
        return isOwnWindow ? page : around;
      },
      get top() {
        return isOwnWindow ? page : around;
      },
    });
    const connection = await inTime(openConnection(page, { ...site, standard: 'scorm2004' }, 'ja'));
    expect(connection.session.standard).toBe('scorm2004');
    events.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }));
    events.dispatchEvent(new Event('pagehide'));
    expect(lms.state()).toBe(state);
    connection.host?.stop();
  });

  it.each(['scorm2004', 'cmi5'] as const)(
    'of a %s package looks for that standard alone',
    async (standard) => {
      const { trouble } = await inTime(openConnection(alone('?lang=ja'), { ...site, standard }, 'ja'));
      expect(trouble).toEqual({ kind: 'nobody' });
    },
  );

  it('of a site that was launched with xAPI parameters uses that record store', async () => {
    const asked: string[] = [];
    const fetch = (address: string) => {
      asked.push(address);
      return Promise.resolve(new Response('', { status: 404 }));
    };
    const search = `?${new URLSearchParams({
      endpoint: 'https://lrs.example/xapi',
      auth: 'Basic abc',
      actor: '{"mbox":"mailto:aoi@example.com"}',
      activity_id: 'https://lms.example/a/1',
    }).toString()}`;
    const page = alone(search);
    const launched = new Proxy(page, {
      get: (target, name) =>
        name === 'fetch' ? fetch : name === 'parent' ? launched : Reflect.get(target, name),
    });
    const connection = await inTime(openConnection(launched, site, 'ja'));
    expect(connection.session.standard).toBe('xapi');
    expect(connection.reporter).toBeDefined();
    expect(asked.every((address) => address.startsWith('https://lrs.example/xapi/'))).toBe(true);
    window.dispatchEvent(new Event('pagehide'));
    expect(connection.session.delivery()).toEqual({ state: 'ended' });
  });

  it('in a frame waits for an allowed host to configure it', async () => {
    const { page, said, say } = framed('?frame=1');
    const opening = openConnection(page, { ...site, hosts: ['https://lms.example'] }, 'ja');
    await vi.dynamicImportSettled();
    expect(said).toContainEqual({ source: 'mikiwame', version: 1, type: 'ready' });
    say({ type: 'configure', language: 'en', passMark: 70 }, 'https://evil.example');
    say({ type: 'configure', language: 'en', passMark: 80 });
    const connection = await opening;
    expect(connection.session.standard).toBe('frame');
    expect(connection.session.launch).toMatchObject({ language: 'en', passMark: 80 });
    expect(connection.trouble).toBeUndefined();
    connection.host?.stop();
  });

  it('in a frame can be played although the host sends nothing', async () => {
    const { page } = framed('?frame=1');
    const connection = await inTime(openConnection(page, site, 'ja'));
    expect(connection.trouble).toEqual({ kind: 'nobody' });
    expect(connection.isHostMissing).toBe(true);
    expect(connection.host).toBeDefined();
    connection.host?.stop();
  });

  it('in a frame is paused by its allowed host only, on every screen', async () => {
    const game = document.createElement('div');
    game.id = 'root';
    document.body.append(game);
    const { page, say } = framed('');
    const connection = await openConnection(page, { ...site, hosts: ['https://lms.example'] }, 'ja');
    say({ type: 'pause', paused: true }, 'https://evil.example');
    expect(game.inert).not.toBe(true);
    say({ type: 'pause', paused: true });
    expect(game.inert).toBe(true);
    say({ type: 'pause', paused: false });
    expect(game.inert).toBe(false);
    connection.host?.stop();
    game.remove();
  });

  it('in a frame without parameters does not wait for a host', async () => {
    const { page } = framed('');
    const connection = await openConnection(page, site, 'ja');
    expect(connection.trouble).toBeUndefined();
    expect(connection.session.standard).toBe('standalone');
    connection.host?.stop();
  });
});
