/** The bounds of a record, kept apart from its schema so that play needs no validator to write one. */
export const limits = {
  messages: 200,
  /** Facts of one message. */
  facts: 60,
  /** False alarms of one message. */
  falseAlarms: 100,
  /** A day, above which a time says nothing. */
  seconds: 86_400,
} as const;
