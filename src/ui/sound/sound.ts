/** Short soft tones synthesised by the browser: no file, no request. Loaded only where sound is on. */

/** `stamp`: a flag was set. `found`, `missed`: the verdict was right, wrong. `end`: the round is over. */
export type Tone = 'stamp' | 'found' | 'missed' | 'end';

/**
 * What became of a tone. `untouched`: the page has had no user gesture, so browsers forbid sound. `unavailable`:
 * this browser has no Web Audio. `refused`: it does not sound now, or not within a second.
 */
export type Sounding = 'played' | 'untouched' | 'unavailable' | 'refused';

/** The part of `window` that is used. */
export interface SoundPlace {
  readonly AudioContext?: new () => AudioContext;
  readonly navigator: { readonly userActivation?: { readonly hasBeenActive: boolean } };
}

interface Note {
  /** Start, in seconds after the tone begins. */
  readonly at: number;
  /** Frequency at the start, in hertz. */
  readonly from: number;
  /** Frequency at the end, in hertz. */
  readonly to: number;
  /** In seconds. */
  readonly length: number;
}

/** Gain, 0 to 1: quiet beside speech. */
const loudness = 0.07;
/** In seconds. Without a fade-in, the tone would click. */
const attack = 0.008;
/** In milliseconds. */
const patience = 1_000;

const notes: Readonly<Record<Tone, readonly Note[]>> = {
  stamp: [{ at: 0, from: 190, to: 95, length: 0.09 }],
  found: [
    { at: 0, from: 587, to: 587, length: 0.14 },
    { at: 0.09, from: 880, to: 880, length: 0.26 },
  ],
  missed: [{ at: 0, from: 311, to: 277, length: 0.3 }],
  end: [
    { at: 0, from: 440, to: 440, length: 0.3 },
    { at: 0.12, from: 587, to: 587, length: 0.3 },
    { at: 0.24, from: 740, to: 740, length: 0.6 },
  ],
};

/** Returns a player of tones. It opens the audio device at the first tone, and never rejects. */
export function soundIn(place: SoundPlace): (tone: Tone) => Promise<Sounding> {
  let context: AudioContext | undefined;
  return async (tone) => {
    if (place.navigator.userActivation?.hasBeenActive === false) return 'untouched';
    try {
      const Context = place.AudioContext;
      if (Context === undefined) return 'unavailable';
      context ??= new Context();
      if (context.state !== 'running') await Promise.race([context.resume(), afterPatience()]);
      if (context.state !== 'running') return 'refused';
      for (const note of notes[tone]) sound(context, note);
      return 'played';
    } catch {
      return 'refused';
    }
  };
}

/** Plays a tone in this window. */
export const playTone = soundIn(window);

const afterPatience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience));

function sound(context: AudioContext, { at, from, to, length }: Note): void {
  const start = context.currentTime + at;
  const end = start + length;
  const voice = context.createOscillator();
  const volume = context.createGain();
  voice.type = 'triangle';
  voice.frequency.setValueAtTime(from, start);
  voice.frequency.exponentialRampToValueAtTime(to, end);
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + attack);
  volume.gain.exponentialRampToValueAtTime(0.0001, end);
  voice.connect(volume).connect(context.destination);
  voice.start(start);
  voice.stop(end);
}
