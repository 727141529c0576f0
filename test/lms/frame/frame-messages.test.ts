import { describe, expect, it } from 'vitest';
import { hostMessageFrom, resizeDialects, sealed } from '../../../src/lms/frame/frame-messages.ts';

const said = (message: object) => hostMessageFrom({ target: 'mikiwame', version: 1, ...message });

describe('a message of the host', () => {
  it('configures the game with its values', () => {
    const message = { type: 'configure', state: '1.x', language: 'ja', theme: 'light', passMark: 70 };
    expect(said(message)).toEqual(message);
    expect(said({ type: 'configure' })).toEqual({ type: 'configure' });
  });

  it.each([
    ['state', 'x'.repeat(100_000), 'x'.repeat(100_001)],
    ['state', '', 5],
    ['language', 'en', 'fr'],
    ['theme', 'auto', 'sepia'],
    ['theme', 'dark', true],
    ['passMark', 0, -0.1],
    ['passMark', 100, 100.1],
    ['passMark', 55.5, '55'],
    ['passMark', 1, Number.NaN],
  ])('is used with a valid %s, and without an invalid one', (name, right, wrong) => {
    expect(said({ type: 'configure', [name]: right })).toEqual({ type: 'configure', [name]: right });
    expect(said({ type: 'configure', [name]: wrong })).toEqual({ type: 'configure' });
  });

  it.each([
    { type: 'language', language: 'ja' },
    { type: 'language', language: 'en' },
    { type: 'theme', theme: 'auto' },
    { type: 'theme', theme: 'light' },
    { type: 'theme', theme: 'dark' },
    { type: 'pause', paused: true },
    { type: 'pause', paused: false },
    { type: 'pause', paused: true, timer: 'runs' },
  ])('is read: %o', (message) => {
    expect(said(message)).toEqual(message);
  });

  it('lets the time run only if it says so', () => {
    expect(said({ type: 'pause', paused: true, timer: 'stops' })).toEqual({ type: 'pause', paused: true });
    expect(said({ type: 'pause', paused: true, timer: true })).toEqual({ type: 'pause', paused: true });
  });

  it.each([
    { type: 'language', language: 'fr' },
    { type: 'theme', theme: 'Dark' },
    { type: 'pause', paused: 'true' },
    { type: 'erase' },
    {},
  ])('is ignored: %o', (message) => {
    expect(said(message)).toBeUndefined();
  });

  it.each([
    { target: 'mikiwame', version: 2, type: 'pause', paused: true },
    { target: 'other', version: 1, type: 'pause', paused: true },
    { version: 1, type: 'pause', paused: true },
    [{ target: 'mikiwame', version: 1, type: 'pause', paused: true }],
    'pause',
    null,
    undefined,
  ])('is ignored with another envelope: %o', (message) => {
    expect(hostMessageFrom(message)).toBeUndefined();
  });
});

describe('a message of the game', () => {
  it('has its envelope', () => {
    expect(sealed({ type: 'progress', done: 0.5, score: 40 })).toEqual({
      source: 'mikiwame',
      version: 1,
      type: 'progress',
      done: 0.5,
      score: 40,
    });
  });

  it('reports its height in the forms of H5P, Open edX and LTI hosts', () => {
    expect(resizeDialects(640)).toEqual([
      { context: 'h5p', action: 'resize', scrollHeight: 640 },
      { type: 'plugin.resize', payload: { height: 640 } },
      { subject: 'lti.frameResize', height: 640 },
    ]);
  });
});
