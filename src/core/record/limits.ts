/** How a round was dealt, and the bounds of a record, kept apart from the schema so that play needs no validator to write one. */
import { roundModes } from '../round/round-vocabulary.ts';

/** `scenario`: one inbox played by its link, not dealt. */
export const recordModes = [...roundModes, 'scenario'] as const;
export type RecordMode = (typeof recordModes)[number];

export const limits = {
  messages: 200,
  /** Facts of one message. */
  facts: 60,
  /** False alarms of one message. */
  falseAlarms: 100,
  /** A day, above which a time says nothing. */
  seconds: 86_400,
} as const;
