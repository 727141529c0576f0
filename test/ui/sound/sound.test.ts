import { describe, expect, it, vi } from 'vitest';
import { type SoundPlace, soundIn, type Tone } from '../../../src/ui/sound/sound.ts';

const touched = { userActivation: { hasBeenActive: true } };

/** An audio device that records what it should play. */
function aDevice(state: 'running' | 'suspended' = 'running', resume = async (): Promise<void> => {}) {
  const started: number[] = [];
  let opened = 0;
  const parameter = () => ({
    setValueAtTime: vi.fn(),
    linearRampToValueAtTime: vi.fn(),
    exponentialRampToValueAtTime: vi.fn(),
  });
  class Device {
    readonly state = state;
    readonly currentTime = 5;
    readonly destination = {};
    readonly resume = resume;
    constructor() {
      opened += 1;
    }
    createOscillator() {
      return {
        type: 'sine',
        frequency: parameter(),
        connect: (next: unknown) => next,
        start: (at: number) => started.push(at),
        stop: () => {},
      };
    }
    createGain() {
      return { gain: parameter(), connect: (next: unknown) => next };
    }
  }
  const place: object = { AudioContext: Device, navigator: touched };
  if (!isPlace(place)) throw new Error('unreachable');
  return { place, started, opened: () => opened };
}

const isPlace = (value: object): value is SoundPlace => 'navigator' in value;

describe('a tone', () => {
  it.each(['stamp', 'found', 'missed', 'end'] as const)('%s is played on one device', async (tone: Tone) => {
    const { place, started, opened } = aDevice();
    const play = soundIn(place);
    expect([await play(tone), await play(tone)]).toEqual(['played', 'played']);
    expect(opened()).toBe(1);
    expect(started.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...started)).toBe(5);
  });

  it('never sounds before the page was touched, nor takes the device', async () => {
    const { place, opened } = aDevice();
    const play = soundIn({ ...place, navigator: { userActivation: { hasBeenActive: false } } });
    expect(await play('stamp')).toBe('untouched');
    expect(opened()).toBe(0);
  });

  it('is skipped if the browser has no audio', async () => {
    expect(await soundIn({ navigator: {} })('end')).toBe('unavailable');
  });

  it('is skipped if the device refuses, at once or by never answering', async () => {
    const refusing = aDevice('suspended', () => Promise.reject(new Error('not allowed')));
    expect(await soundIn(refusing.place)('stamp')).toBe('refused');
    vi.useFakeTimers();
    const silent = aDevice('suspended', () => new Promise(() => {}));
    const sounding = soundIn(silent.place)('stamp');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await sounding).toBe('refused');
    vi.useRealTimers();
    expect([...refusing.started, ...silent.started]).toEqual([]);
  });

  it('is skipped if there is no device', async () => {
    const none = vi.fn(function noDevice() {
      throw new DOMException('no device', 'NotSupportedError');
    });
    const place: object = { AudioContext: none, navigator: touched };
    expect(isPlace(place) && (await soundIn(place)('found'))).toBe('refused');
  });
});
