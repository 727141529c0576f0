/** What is marked on a message: the player's flags during play, numbered findings in the debrief. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';

/**
 * How a region is marked: the outcome of a finding, a difference between twins, or a point to see. Each kind has
 * its own shape and word as well as colour.
 */
export type MarkKind =
  | 'hit'
  | 'miss'
  | 'falseAlarm'
  | 'neutral'
  | 'passed'
  | 'difference'
  | 'chosen'
  | 'point';

/** A number on a region and what kind of mark it is. */
export interface Mark {
  readonly number: number;
  readonly kind: MarkKind;
}

interface Marks {
  readonly flags: ReadonlySet<string>;
  /** Absent once the message can no longer be flagged. */
  readonly onToggle?: (region: string) => void;
  /** Present only after the answer. */
  readonly findings?: ReadonlyMap<string, Mark>;
  readonly onChoose?: (mark: Mark) => void;
  /** Read-only text, such as a lesson: nothing can be flagged, and only numbered regions look marked. */
  readonly readOnly?: true;
}

const MarksContext = createContext<Marks>({ flags: new Set() });

/** Provides marks to every region below it. */
export function MarksProvider({
  flags,
  onToggle,
  findings,
  onChoose,
  readOnly,
  children,
}: Marks & { readonly children: ReactNode }) {
  const marks = useMemo(
    () => ({
      flags,
      ...(onToggle && { onToggle }),
      ...(findings && { findings }),
      ...(onChoose && { onChoose }),
      ...(readOnly && { readOnly }),
    }),
    [flags, onToggle, findings, onChoose, readOnly],
  );
  return <MarksContext value={marks}>{children}</MarksContext>;
}

/** The marks of the message around. */
export const useMarks = (): Marks => useContext(MarksContext);
