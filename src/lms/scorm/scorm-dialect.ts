/** The differences between SCORM 1.2 and 2004: function names, elements and formats. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import type { Decision, LearningRecord, Skill } from '../port.ts';
import type { ScormNames } from './scorm-calls.ts';

/** An element of the data model and its value; `instead` is for an LMS that does not accept the value. */
export type Pair = readonly [element: string, value: string, instead?: string];

/** What a learner has reached, from worst to best. */
export const statuses = ['begun', 'failed', 'completed', 'passed'] as const;
/** A status of a lesson. */
export type Status = (typeof statuses)[number];

/** What differs between SCORM 1.2 and SCORM 2004. */
export interface ScormDialect {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly api: 'API' | 'API_1484_11';
  readonly names: ScormNames;
  /** Error codes of Initialize which mean that the session has ended already. */
  readonly ended: readonly string[];
  readonly stateLimit: number;
  readonly mode: string;
  /** The element that names the learner; its value is never shown on the diagnosis page. */
  readonly learner: string;
  readonly language: string;
  readonly passMark: string;
  /** The pass mark, 0 to 100; undefined if the LMS's text is no such number. */
  readonly passMarkFrom: (value: string) => number | undefined;
  readonly rawScore: string;
  readonly exit: string;
  readonly sessionTime: string;
  readonly sessionTimeOf: (milliseconds: number) => string;
  /** The elements that together hold the status; `statusFrom` reads the status from their values. */
  readonly statusElements: readonly string[];
  readonly statusFrom: (values: readonly string[]) => Status;
  /** What is set when the learner begins. */
  readonly begun: readonly Pair[];
  /** The status of a finished round; `keepOpen` reports a failed round as incomplete. */
  readonly statusPairs: (status: Exclude<Status, 'begun'>, keepOpen: boolean) => readonly Pair[];
  /** The elements of a score of 0 to 100; `whole` is the raw score for an LMS that accepts no decimals. */
  readonly scorePairs: (score: number, whole: number) => readonly Pair[];
  /** The score's minimum and maximum; an LMS may lack them. */
  readonly scoreBounds: readonly Pair[];
  readonly progressPairs: (record: LearningRecord) => readonly Pair[];
  /** The interactions of one decision, without the prefix `cmi.interactions.n.`: the judgement, then each fact. */
  readonly interactions: (
    decision: Decision,
    language: Language,
    first: number,
  ) => readonly (readonly Pair[])[];
  readonly objectiveId: (skill: Skill) => string;
  /** Without the prefix `cmi.objectives.n.` and without the id. */
  readonly objective: (skill: Skill) => readonly Pair[];
  /** Tells the LMS that the learner leaves by a button of the game, if the version has an element for it. */
  readonly leave: readonly Pair[];
}

/** The number in a text, undefined if it is none or out of bounds. */
export function numberWithin(value: string, least: number, most: number): number | undefined {
  if (!/^-?\d{1,6}(\.\d{1,10})?$/.test(value)) return undefined;
  const number = Number(value);
  return number >= least && number <= most ? number : undefined;
}

/** A number with at most two decimals, which nearly every LMS accepts. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100);

/** A raw score; an LMS without decimals gets it rounded. */
export const rawScore = (element: string, score: number): Pair => [
  element,
  decimal(score),
  String(Math.round(score)),
];
