/** What differs between the two SCORM versions: names, elements and how values are written. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import type { Decision, LearningRecord, Skill } from '../port.ts';
import type { ScormNames } from './scorm-calls.ts';

/** An element of the data model and its value; `instead` is for an LMS that does not take the value. */
export type Pair = readonly [element: string, value: string, instead?: string];

/** The best a learner has come to so far, from worst to best. */
export const statuses = ['begun', 'failed', 'completed', 'passed'] as const;
export type Status = (typeof statuses)[number];

export interface ScormDialect {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly api: 'API' | 'API_1484_11';
  readonly names: ScormNames;
  /** Error codes by which Initialize says that the session was ended before. */
  readonly ended: readonly string[];
  readonly stateLimit: number;
  readonly mode: string;
  /** Names the learner; never shown, as on the page that is copied for support. */
  readonly learner: string;
  readonly language: string;
  readonly passMark: string;
  /** 0 to 100 from what the LMS wrote; undefined where that is no such number. */
  readonly passMarkFrom: (value: string) => number | undefined;
  readonly rawScore: string;
  readonly exit: string;
  readonly sessionTime: string;
  readonly sessionTimeOf: (milliseconds: number) => string;
  /** Elements that together tell the status, and the status from their values. */
  readonly statusElements: readonly string[];
  readonly statusFrom: (values: readonly string[]) => Status;
  /** What is set when a learner begins. */
  readonly begun: readonly Pair[];
  /** What a finished round sets for its status; `keepOpen` reports a failed round as still to be done. */
  readonly statusPairs: (status: Exclude<Status, 'begun'>, keepOpen: boolean) => readonly Pair[];
  /** What a score of 0 to 100 must arrive as; `whole` is its raw score for an LMS that takes no decimals. */
  readonly scorePairs: (score: number, whole: number) => readonly Pair[];
  /** What it is measured against; an LMS may lack it. */
  readonly scoreBounds: readonly Pair[];
  readonly progressPairs: (record: LearningRecord) => readonly Pair[];
  /** The interactions of one decision: the judgement, then each fact; without the prefix `cmi.interactions.n.`. */
  readonly interactions: (
    decision: Decision,
    language: Language,
    first: number,
  ) => readonly (readonly Pair[])[];
  readonly objectiveId: (skill: Skill) => string;
  /** Without the prefix `cmi.objectives.n.` and without the id. */
  readonly objective: (skill: Skill) => readonly Pair[];
  /** What tells the LMS that the learner leaves by a button of the game, where the version has such a thing. */
  readonly leave: readonly Pair[];
}

/** A whole or decimal number within bounds, or undefined. */
export function numberWithin(value: string, least: number, most: number): number | undefined {
  if (!/^-?\d{1,6}(\.\d{1,10})?$/.test(value)) return undefined;
  const number = Number(value);
  return number >= least && number <= most ? number : undefined;
}

/** At most two decimals, which nearly every LMS takes. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100);

/** A raw score that an LMS without decimals takes rounded. */
export const rawScore = (element: string, score: number): Pair => [
  element,
  decimal(score),
  String(Math.round(score)),
];
