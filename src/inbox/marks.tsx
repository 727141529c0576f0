/** What is marked on a message: the player's flags during play, numbered findings in the debrief. */
import type { Ink } from '../core/scenario/format/vocabulary.ts';
import { createContext, type ReactNode, useContext } from 'react';

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

/** What kind of mark a region has, and its number where it is one of several to read in order. */
export type Mark = Found | Authored;

/** A finding, a difference or a point. */
interface Found {
  readonly number?: number;
  readonly kind: MarkKind;
  /** What it says to screen readers instead of the word of its kind. */
  readonly word?: string;
  /** Whether it is the one spot to see first. */
  readonly lit?: boolean;
}

/** What an author says of a region, or may say if they accept the proposal. */
export interface Authored {
  readonly kind: 'clue' | 'decoy' | 'myth' | 'reassurance' | 'proposal';
  /** What is drawn at its end: the number of a clue, or the letter of any other kind. */
  readonly badge: string;
  readonly number?: undefined;
  readonly word: string;
  readonly lit?: boolean;
}

/** What can be done with the parts of a message, and how they look. */
export type Marks =
  /** To be answered: pressing a part flags it. */
  | {
      readonly mode: 'play';
      readonly flags: Flags;
      readonly onToggle: (region: string) => void;
    }
  /** Answered, and explained only later. */
  | { readonly mode: 'kept'; readonly flags: Flags }
  /** Explained: any part can be asked about. */
  | ({ readonly mode: 'explained' } & Explained)
  /** Being written: any part can be chosen, to say something of it. */
  | ({ readonly mode: 'author' } & Explained)
  /** Read, as in a lesson: only numbered parts can be pressed. */
  | ({ readonly mode: 'read' } & Explained);

/** Each flagged region with the ink of its seal. */
type Flags = ReadonlyMap<string, Ink>;

interface Explained {
  readonly flags: Flags;
  readonly findings: ReadonlyMap<string, Mark>;
  /** Called with the chosen region, and its mark if it has one. */
  readonly onChoose: (mark: Mark | undefined, region: string) => void;
}

/** The marks of a text that is only read. */
export const unmarked: Marks = {
  mode: 'read',
  flags: new Map(),
  findings: new Map(),
  onChoose: () => undefined,
};

const MarksContext = createContext<Marks>({ mode: 'kept', flags: new Map() });

/** Provides marks to every region below it. A new value draws all of them again, so the caller memoises it. */
export function MarksProvider({ marks, children }: { readonly marks: Marks; readonly children: ReactNode }) {
  return <MarksContext value={marks}>{children}</MarksContext>;
}

/** The marks of the message around. */
export const useMarks = (): Marks => useContext(MarksContext);

/** The numbered findings; undefined before the answer. */
export function findingsIn(marks: Marks): ReadonlyMap<string, Mark> | undefined {
  switch (marks.mode) {
    case 'play':
    case 'kept':
      return undefined;
    case 'explained':
    case 'author':
    case 'read':
      return marks.findings;
  }
}
