/** The messages between the game and the page around its frame, version 1. docs/embedding.md describes them for hosts. */
import { languageOf } from '../../core/scenario/format/language-tag.ts';
import { isFields } from '../../core/scenario/read/from-outside.ts';
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import type { LearningRecord } from '../port.ts';

const version = 1;

/** From the game. `ready` and `resize` say nothing about the learner and go to any host; the others go only to an allowed one. */
export type GameMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'started' }
  | { readonly type: 'progress'; readonly done: number; readonly score: number }
  | { readonly type: 'result'; readonly record: LearningRecord }
  | { readonly type: 'state'; readonly state: string }
  | { readonly type: 'closed' }
  /** A message was opened: `top`, in CSS pixels from the frame's upper edge, should be in sight. */
  | { readonly type: 'reveal'; readonly top: number };

/** From the host. `configure` is sent once, in answer to `ready`. */
export type HostMessage =
  | {
      readonly type: 'configure';
      readonly state?: string;
      readonly language?: Language;
      readonly theme?: 'auto' | 'light' | 'dark';
      /** 0 to 100. */
      readonly passMark?: number;
    }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'theme'; readonly theme: 'auto' | 'light' | 'dark' }
  | {
      readonly type: 'pause';
      readonly paused: boolean;
      /** `runs`: the round's time goes on, as in an exam that no pause may lengthen. Otherwise it stops. */
      readonly timer?: 'runs';
    };

/** The message as it is posted: with `source` and `version`. */
export function sealed(message: GameMessage): object {
  return { source: 'mikiwame', version, ...message };
}

/** The same height in the messages of H5P's resizer, Open edX, and LTI hosts such as Canvas. `height` is in CSS pixels. */
export function resizeDialects(height: number): readonly object[] {
  return [
    { context: 'h5p', action: 'resize', scrollHeight: height },
    { type: 'plugin.resize', payload: { height } },
    { subject: 'lti.frameResize', height },
  ];
}

/** The most characters of a state that a host may hand back. */
const longestState = 100_000;

/** A message from the host, undefined if it is not one of ours. Untrusted: each field is validated, and no other is copied. */
export function hostMessageFrom(value: unknown): HostMessage | undefined {
  if (!isFields(value)) return undefined;
  if (value['target'] !== 'mikiwame' || value['version'] !== version) return undefined;
  const { theme, state, passMark, paused, timer } = value;
  const language = languageOf(value['language']);
  switch (value['type']) {
    case 'configure':
      return {
        type: 'configure',
        ...(typeof state === 'string' && state.length <= longestState && { state }),
        ...(language !== undefined && { language }),
        ...(isTheme(theme) && { theme }),
        ...(typeof passMark === 'number' && passMark >= 0 && passMark <= 100 && { passMark }),
      };
    case 'language':
      return language !== undefined ? { type: 'language', language } : undefined;
    case 'theme':
      return isTheme(theme) ? { type: 'theme', theme } : undefined;
    case 'pause':
      return typeof paused === 'boolean'
        ? { type: 'pause', paused, ...(timer === 'runs' && { timer }) }
        : undefined;
    default:
      return undefined;
  }
}

const isTheme = (value: unknown): value is 'auto' | 'light' | 'dark' =>
  value === 'auto' || value === 'light' || value === 'dark';
