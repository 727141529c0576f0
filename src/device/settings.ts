/** The player's settings. Each is stored separately, so that two tabs do not overwrite each other's changes. */
import { languageOf } from '../core/scenario/format/language-tag.ts';
import type { Language } from '../i18n/language.ts';
import type { Skin } from '../inbox/skin.ts';

/** Colour themes; `auto` follows the device. */
export const themes = ['auto', 'light', 'dark'] as const;
/** A colour theme. */
export type Theme = (typeof themes)[number];

/** How much moves; `auto` follows the device. */
export const motions = ['auto', 'less'] as const;
/** How much moves. */
export type MotionSetting = (typeof motions)[number];

/** Percentage of the browser's own text size. */
export const textSizes = [100, 115, 130, 150] as const;
/** A text size in percent. */
export type TextSize = (typeof textSizes)[number];

/** Everything a player can set. */
export interface Settings {
  readonly language?: Language;
  readonly theme: Theme;
  readonly skin: Skin;
  readonly motion: MotionSetting;
  readonly textSize: TextSize;
  /** Whether hints are offered, if the round allows them. */
  readonly hints: boolean;
  /** Whether single keys choose a seal and swap the ink; whoever dictates may press them by accident. */
  readonly keys: boolean;
  /** Whether the game plays sounds. Absent until the player chooses; the game asks once. */
  readonly sound?: boolean;
  /** Whether a dark page shows messages on light paper. */
  readonly lightMail: boolean;
}

/** The settings before the player changes any. */
export const firstSettings: Settings = {
  theme: 'auto',
  skin: 'desktop',
  motion: 'auto',
  textSize: 100,
  hints: true,
  keys: true,
  lightMail: false,
};

/** Parses untrusted settings. An invalid value is replaced by the first value. */
export function settingsFrom(fields: Readonly<Record<string, unknown>>): Settings {
  const { language, theme, skin, motion, textSize, hints, keys, sound, lightMail } = fields;
  const spoken = languageOf(language);
  return {
    theme: themes.find((known) => known === theme) ?? firstSettings.theme,
    skin: skin === 'phone' ? skin : firstSettings.skin,
    motion: motions.find((known) => known === motion) ?? firstSettings.motion,
    textSize: textSizes.find((known) => known === textSize) ?? firstSettings.textSize,
    hints: hints !== false,
    keys: keys !== false,
    lightMail: lightMail === true,
    ...(typeof sound === 'boolean' && { sound }),
    ...(spoken && { language: spoken }),
  };
}

/** Applies the settings to the page, except the language, which i18n applies. */
export function applySettings({ theme, motion, textSize, keys, lightMail }: Settings): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (motion === 'auto') delete dataset['motion'];
  else dataset['motion'] = motion;
  if (keys) delete dataset['keys'];
  else dataset['keys'] = 'off';
  if (lightMail) dataset['mail'] = 'light';
  else delete dataset['mail'];
  style.fontSize = textSize === 100 ? '' : `${textSize}%`;
  // The browser's own bars take the colour of our top bar; index.html lists both colours.
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    bar.content = barColours[theme === 'auto' ? (bar.matches('[media*="dark"]') ? 'dark' : 'light') : theme];
  }
}

const barColours = { light: '#fffdf8', dark: '#1a1e25' } as const;
