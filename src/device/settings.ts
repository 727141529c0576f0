/** What a player may set, each kept by itself, so that two tabs and two hands do not undo each other. */
import { isLanguage, type Language } from '../i18n/language.ts';
import type { Skin } from '../inbox/skin.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `auto` moves as much as the device asks for. */
export const motions = ['auto', 'less'] as const;
export type Motion = (typeof motions)[number];

/** Percent of the browser's own text size. */
export const textSizes = [100, 115, 130, 150] as const;
export type TextSize = (typeof textSizes)[number];

export interface Settings {
  readonly language?: Language;
  readonly theme: Theme;
  readonly skin: Skin;
  readonly motion: Motion;
  readonly textSize: TextSize;
  /** Whether hints are offered where the round allows them. */
  readonly hints: boolean;
  /** Whether the game is heard. */
  readonly sound: boolean;
}

/** Before anything is set. */
export const firstSettings: Settings = {
  theme: 'auto',
  skin: 'desktop',
  motion: 'auto',
  textSize: 100,
  hints: true,
  sound: false,
};

/** The settings in a stranger's fields; what is no setting is left as it is at first. */
export function settingsFrom(fields: Readonly<Record<string, unknown>>): Settings {
  const { language, theme, skin, motion, textSize, hints, sound } = fields;
  return {
    theme: themes.find((known) => known === theme) ?? firstSettings.theme,
    skin: skin === 'phone' ? skin : firstSettings.skin,
    motion: motions.find((known) => known === motion) ?? firstSettings.motion,
    textSize: textSizes.find((known) => known === textSize) ?? firstSettings.textSize,
    hints: hints !== false,
    sound: sound === true,
    ...(isLanguage(language) && { language }),
  };
}

/** Makes the page look as it is set; the language is changed by i18n. */
export function applySettings({ theme, motion, textSize }: Settings): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (motion === 'auto') delete dataset['motion'];
  else dataset['motion'] = motion;
  style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  // The browser's own bars have the colour of the one on top; index.html names both.
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    bar.content = barColours[theme === 'auto' ? (bar.matches('[media*="dark"]') ? 'dark' : 'light') : theme];
  }
}

const barColours = { light: '#fffdf8', dark: '#1a1e25' } as const;
