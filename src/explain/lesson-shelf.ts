import { createContext } from 'react';
import type { CueId } from '../core/scenario/format/cues.ts';
import type { Localized } from '../core/scenario/format/text.ts';

/** A lesson as a debrief links to it. */
export interface ShelvedLesson {
  readonly title: Localized;
  /** The cues it explains, the main ones first. */
  readonly cues: readonly CueId[];
  /** Its address within the page. */
  readonly href: string;
}

/** The lessons a debrief may link to. Empty where the game is rendered without a content index. */
export const LessonShelf = createContext<readonly ShelvedLesson[]>([]);
