/** Long work in steps, so that whoever does it can show how far it is and stop it between two of them. */

/** Yields the share that is done, from 0 to 1. */
export type Steps<Result> = Generator<number, Result, void>;

/** Follows work and may stop it. */
export interface Watch {
  /**
   * Called between steps with the share that is done, from 0 to 1. A promise is waited for: to hear a message that
   * says *stop*, a worker returns one that a later task fulfils.
   */
  readonly progress?: (done: number) => void | Promise<void>;
  /** Such as an AbortSignal. */
  readonly signal?: { readonly aborted: boolean };
}

/** Does all of it at once. */
export function allOf<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** Work that is a part of a larger one: its shares lie between `from` and `to` of that. */
export function* within<Result>(from: number, to: number, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield from + next.value * (to - from);
  }
}

/** Does work step by step. Undefined if it was stopped. */
export async function watched<Result>(
  steps: Steps<Result>,
  { progress, signal }: Watch,
): Promise<{ readonly result: Result } | undefined> {
  for (;;) {
    if (signal?.aborted === true) return undefined;
    const next = steps.next();
    if (next.done === true) return { result: next.value };
    await progress?.(next.value);
  }
}

/** Follows a part of the work, between two shares of the whole. */
export const partOf = ({ progress, signal }: Watch, from: number, to: number): Watch => ({
  ...(progress !== undefined && { progress: (done: number) => progress(from + done * (to - from)) }),
  ...(signal !== undefined && { signal }),
});
