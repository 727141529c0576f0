import { createContext } from 'react';
import type { CueId } from '../core/scenario/format/cues.ts';
import type { Localized } from '../core/scenario/format/text.ts';

export interface ShelvedLesson {
  readonly title: Localized;
  /** What it explains, its main cues first. */
  readonly cues: readonly CueId[];
  /** Where it is read, from within the page. */
  readonly href: string;
}

/** The lessons a debrief may lead to; none where the game is drawn without an index. */
export const LessonShelf = createContext<readonly ShelvedLesson[]>([]);
