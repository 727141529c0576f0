/** What is marked on a message: the player's flags while playing, the numbered findings in the debrief. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** How a finding, a difference between twins or a point to see shows on its region; each has its own shape and word, not only its colour. */
export type MarkKind =
  | 'hit'
  | 'miss'
  | 'falseAlarm'
  | 'neutral'
  | 'passed'
  | 'difference'
  | 'chosen'
  | 'point';

export interface Mark {
  readonly number: number;
  readonly kind: MarkKind;
}

interface Marks {
  readonly flags: ReadonlySet<string>;
  /** Absent while the message can no longer be flagged. */
  readonly onToggle?: (region: string) => void;
  /** Present after the answer only. */
  readonly findings?: ReadonlyMap<string, Mark>;
  readonly onChoose?: (mark: Mark) => void;
  /** The text is only read, as in a lesson: nothing of it can be flagged, and only what has a number shows as marked. */
  readonly readOnly?: true;
}

const MarksContext = createContext<Marks>({ flags: new Set() });

/** Gives every region below it its marks. */
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

export const useMarks = (): Marks => useContext(MarksContext);
