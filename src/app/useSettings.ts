import { useCallback, useEffect, useRef, useState } from 'react';
import type { Memory } from '../device/memory.ts';
import { applySettings, type Settings } from '../device/settings.ts';
import type { Language } from '../i18n/language.ts';
import { askAgain, LoadFailure } from '../loading/load-once.ts';

/** The settings in use, and how to change them. */
export interface SettingsInUse {
  readonly settings: Settings;
  /** Changes settings on the page and on the device. */
  readonly keep: (change: Partial<Settings>) => void;
  /** Applies settings that the device has already stored. */
  readonly replace: (settings: Settings) => void;
  /** Switches to a language and stores it as the player's choice. */
  readonly choose: (language: Language) => void;
  /** Switches to a language until the player chooses one. */
  readonly speak: (language: Language) => void;
  /** Whether the language that was asked for last did not load. */
  readonly isUnspoken: boolean;
}

/** The current settings of the player. */
export function useSettings(
  memory: Memory,
  firstSettings: Settings,
  changeLanguage: (language: Language) => Promise<void>,
): SettingsInUse {
  const [settings, setSettings] = useState(firstSettings);
  const [isUnspoken, setUnspoken] = useState(false);
  const hasFailed = useRef(false);
  useEffect(() => applySettings(settings), [settings]);
  // Merge the change only: a setting chosen in the meantime must stay.
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
