/** How long so many messages take. */

/**
 * Minutes a message: reading it and the first sight of its debrief, looking, thinking and choosing. A test works it
 * out from the words and clicks of the shipped messages.
 */
export const minutesEach = 1.4;

/** Whole minutes that a round of so many messages takes, as the screens promise it. */
export const minutesFor = (messages: number): number => Math.ceil(messages * minutesEach);
