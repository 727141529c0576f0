import { useCallback, useEffect, useRef, useState } from 'react';
import type { Memory } from '../device/memory.ts';
import { applySettings, type Settings } from '../device/settings.ts';
import type { Language } from '../i18n/language.ts';
import { askAgain, LoadFailure } from '../loading/load-once.ts';

export interface SettingsInUse {
  readonly settings: Settings;
  /** Changes what is set, on the page and on the device. */
  readonly keep: (change: Partial<Settings>) => void;
  /** Takes settings that the device has already. */
  readonly replace: (settings: Settings) => void;
  /** Speaks a language, and keeps that it was chosen. */
  readonly choose: (language: Language) => void;
  /** Speaks a language for as long as nobody chooses another. */
  readonly speak: (language: Language) => void;
  /** Whether the language that was asked for last did not load. */
  readonly isUnspoken: boolean;
}

/** What the player has set, as it is now. */
export function useSettings(
  memory: Memory,
  firstSettings: Settings,
  changeLanguage: (language: Language) => Promise<void>,
): SettingsInUse {
  const [settings, setSettings] = useState(firstSettings);
  const [isUnspoken, setUnspoken] = useState(false);
  const hasFailed = useRef(false);
  useEffect(() => applySettings(settings), [settings]);
  // By the change alone: what was chosen while something else was on its way stays chosen.
  const keep = useCallback(
    (change: Partial<Settings>): void => {
      setSettings((before) => ({ ...before, ...change }));
      void memory.keepSettings(change);
    },
    [memory],
  );
  const change = useCallback(
    async (language: Language): Promise<boolean> => {
      if (hasFailed.current) askAgain();
      try {
        await changeLanguage(language);
        hasFailed.current = false;
      } catch (error) {
        if (!(error instanceof LoadFailure)) throw error;
        hasFailed.current = true;
      }
      setUnspoken(hasFailed.current);
      return !hasFailed.current;
    },
    [changeLanguage],
  );
  const speak = useCallback((language: Language) => void change(language), [change]);
  return {
    settings,
    keep,
    speak,
    isUnspoken,
    replace: (next) => {
      setSettings(next);
      if (next.language !== undefined) speak(next.language);
    },
    choose: useCallback(
      (language) => void change(language).then((isDone) => isDone && keep({ language })),
      [change, keep],
    ),
  };
}
