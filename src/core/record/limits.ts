/**
 * How a round was dealt, and the limits of a record. Separate from the schema, so that play needs no validator to
 * write a record.
 */
import { roundModes } from '../round/round-vocabulary.ts';

/** `scenario`: a whole inbox opened by its link, not dealt. */
export const recordModes = [...roundModes, 'scenario'] as const;
/** How a round was dealt. */
export type RecordMode = (typeof recordModes)[number];

/** The limits of a record. */
export const limits = {
  messages: 200,
  /** Facts per message. */
  facts: 60,
  /** False alarms per message. */
  falseAlarms: 100,
  /** Per message, in seconds: a day. Longer times mean nothing. */
  seconds: 86_400,
} as const;
