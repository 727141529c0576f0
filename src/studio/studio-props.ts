import type { ReactNode } from 'react';
import type { Memory } from '../device/memory.ts';
import type { Theme } from '../device/settings.ts';
import type { Language } from '../i18n/language.ts';
import type { Packs } from '../packs/content.ts';

/** What the studio needs of the page around it. */
export interface StudioProps {
  /** The open draft; the list of drafts without one. */
  readonly draft: string | undefined;
  /** Where drafts are kept. */
  readonly memory: Memory;
  readonly packs: Packs;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  /** Opens a draft, or the list of drafts. */
  readonly onDraft: (draft: string | undefined) => void;
  readonly onLeave: () => void;
  /** Draws the game with a round of the draft: the studio does not know how one plays. */
  readonly play: (round: {
    readonly packs: Packs;
    readonly pack: string;
    readonly scenario: string;
    readonly onLeave: () => void;
  }) => ReactNode;
}
