/** Values that a screen requests when it opens, from the server or from the device. */
import { type ReactNode, use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Loaded, type LoadedProps } from './Loaded.tsx';

/** A request under way and how to repeat it. */
export interface Asked<Value> {
  readonly promise: Promise<Value>;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** Repeats the request. */
  readonly again: () => void;
}

/**
 * Calls `ask` at once, and again when `ask` is another function. The signal is aborted when nobody needs the answer
 * any more. Call it above the `Arrived` that draws the answer: React discards the state of a component that
 * suspends before its first render.
 */
export function useAsked<Value>(ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [attempt, setAttempt] = useState(1);
  const asked = useMemo(() => {
    const leaving = new AbortController();
    const promise = ask(leaving.signal);
    // `Arrived` reports a failure where the answer is drawn. Without one, nobody needs to know.
    promise.catch(() => undefined);
    return { promise, attempt, leaving };
  }, [ask, attempt]);
  useEffect(() => () => asked.leaving.abort(), [asked]);
  return { promise: asked.promise, attempt, again: () => setAttempt((count) => count + 1) };
}

interface ArrivedProps<Value> extends Omit<LoadedProps, 'onAgain' | 'children'> {
  readonly asked: Asked<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** Draws the answer. While a newer answer is loading, the last one stays on screen. */
export function Arrived<Value>({ asked, children, ...loaded }: ArrivedProps<Value>) {
  return (
    <Loaded {...loaded} onAgain={asked.again}>
      <Answered key={asked.attempt} promise={asked.promise}>
        {children}
      </Answered>
    </Loaded>
  );
}

interface AnsweredProps<Value> {
  readonly promise: Promise<Value>;
  readonly children: (value: Value) => ReactNode;
}

function Answered<Value>({ promise, children }: AnsweredProps<Value>) {
  return children(use(useDeferredValue(promise)));
}

/** The value of a promise, or undefined until it is fulfilled. Throws during rendering if the promise is rejected. */
export function useSettled<Value>(promise: Promise<Value>): Value | undefined {
  const [settled, setSettled] = useState<Settled<Value>>();
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Settled<Value>): void => {
      if (isCurrent) setSettled(next);
    };
    promise.then(
      (value) => settle({ value }),
      (error: unknown) => settle({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [promise]);
  if (settled === undefined) return undefined;
  if ('error' in settled) throw settled.error;
  return settled.value;
}

type Settled<Value> = { readonly value: Value } | { readonly error: unknown };
