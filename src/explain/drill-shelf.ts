import { createContext } from 'react';
import type { ShelvedLesson } from './lesson-shelf.ts';

/** The drills a debrief may link to, with the cues they turn on. Empty where the game is rendered without a content index. */
export const DrillShelf = createContext<readonly ShelvedLesson[]>([]);
