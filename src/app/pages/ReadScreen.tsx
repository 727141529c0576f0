import type { ReactNode } from 'react';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { type Asked, useSettled } from '../../ui/asked.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded, LoadingScreen } from '../../ui/Loaded.tsx';

const ProblemScreen = lazyPart(() => import('../shell/ProblemScreen.tsx'));

interface ReadScreenProps<Value> {
  readonly asked: Asked<Outcome<Value>>;
  readonly onLeave: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** A screen drawn from content files: waits for them, and says why one cannot be read or used. */
export function ReadScreen<Value>({ asked, onLeave, children }: ReadScreenProps<Value>) {
  return (
    <Loaded what="screen" waiting onAgain={asked.again}>
      <Read key={asked.attempt} asked={asked} onLeave={onLeave}>
        {children}
      </Read>
    </Loaded>
  );
}

function Read<Value>({ asked: { promise, attempt, again }, onLeave, children }: ReadScreenProps<Value>) {
  const read = useSettled(promise);
  if (read === undefined) return <LoadingScreen />;
  if (read.ok) return children(read.value);
  return (
    <Loaded what="screen" waiting>
      <ProblemScreen problems={read.problems} tries={attempt - 1} onAgain={again} onLeave={onLeave} />
    </Loaded>
  );
}
