/** What the panes of the studio share: the open message, how to change it, and how it is shown. */
import { createContext, use } from 'react';
import type { ValueChange } from '../../core/draft/change-text.ts';
import type { DraftMessage, ScenarioFile } from '../../core/draft/read-file.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import type { Proposals } from '../proposals/useProposals.ts';
import type { AuthoredMark } from '../mark/authored-marks.ts';
import type { OpenDraft } from '../draft/store.ts';
import type { Drawn, Surround } from '../mail/drawn.ts';

/** The tabs of the inspector, in their order; Alt and a digit open them. */
export const tabs = ['message', 'page', 'solution', 'delivery', 'problems', 'code'] as const;
/** A tab of the inspector. */
export type Tab = (typeof tabs)[number];

/** The panes, of which a narrow screen shows one at a time. */
export const panes = ['list', 'mail', 'inspector'] as const;
/** A pane. */
export type Pane = (typeof panes)[number];

/** What the panes share. */
export interface Editing extends Proposals {
  readonly open: OpenDraft;
  readonly file: ScenarioFile;
  /** The place of the open message in the file. */
  readonly index: number;
  /** Undefined in a scenario without messages. */
  readonly message: DraftMessage | undefined;
  /** What can be drawn of it; undefined while it cannot be laid out. */
  readonly drawn: Drawn | undefined;
  readonly surround: Surround;
  readonly marks: readonly AuthoredMark[];
  /** The chosen part of the message, and the chosen mark on it. */
  readonly region: string | undefined;
  readonly mark: AuthoredMark | undefined;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly onRegion: (region: string | undefined) => void;
  /** Chooses the mark at a path from the message. The path may be that of a mark that was added just now. */
  readonly onMark: (path: Path | undefined) => void;
  readonly onMessage: (index: number) => void;
  /** Makes changes of the open message as one step. Paths lead from the message. */
  readonly change: (changes: readonly ValueChange[]) => boolean;
  /** As `change`, for a field in which one types. */
  readonly type: (changes: readonly ValueChange[], field: string) => boolean;
}

/** Provides it to every pane. */
export const EditingContext = createContext<Editing | undefined>(undefined);

/** What the panes share. */
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === undefined) throw new Error('no draft is open here');
  return editing;
}
