/** Values that a screen asks for when it opens: from the server, or from what the device keeps. */
import { type ReactNode, use, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Loaded, type LoadedProps } from './Loaded.tsx';

export interface Asked<Value> {
  readonly promise: Promise<Value>;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** Asks once more. */
  readonly again: () => void;
}

/**
 * Asks at once, and anew when `ask` is another function. The signal is aborted when nobody waits for the answer any more. For use above
 * the `Arrived` that draws the answer, as React forgets what a component has asked when it has to wait before it is first drawn.
 */
export function useAsked<Value>(ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [attempt, setAttempt] = useState(1);
  const asked = useMemo(() => {
    const leaving = new AbortController();
    const promise = ask(leaving.signal);
    // Whoever draws the answer is told of a failure; where nobody does any more, nobody need be.
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

/** Draws the answer to what was asked; while another is on its way, the last one stays. */
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

/** The value of a promise, for what is drawn before it is there; undefined until then. A failure is thrown while drawing. */
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
