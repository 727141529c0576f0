/** Colours chosen by a mail's author, kept readable in light and dark themes. */
import type { CSSProperties } from 'react';

/**
 * A text colour that adapts to the theme: as authored in the light theme, mixed with white in the dark theme unless
 * the author chose the background too. With 55 % white, any colour has a contrast of at least 4.5:1 on dark paper.
 */
export function inked(colour: string): string {
  return `light-dark(${colour}, color-mix(in srgb, white var(--lightening, 55%), ${colour}))`;
}

/** Attributes of an element with its own background. `tokens.css` declares all inks again for light and dark paper. */
export interface Papered {
  readonly 'data-paper': 'day' | 'night';
  readonly style: CSSProperties;
}

/**
 * Author's colours, unchanged in both themes. Marks and the magnifier on them keep the theme's backgrounds, as on a
 * button.
 */
export function coloured(background: string, colour: string): CSSProperties {
  const style = { backgroundColor: background, color: colour, '--lightening': '0%' };
  return style;
}

/**
 * A background with its text colour, both independent of the theme. Links and flags on it are drawn to suit its
 * brightness.
 */
export function papered(background: string, colour: string | undefined): Papered {
  const style = { ...coloured(background, colour ?? 'var(--ink)'), '--paper': background };
  return { 'data-paper': isDark(background) ? 'night' : 'day', style };
}

/**
 * Whether white text is more readable on it than black, by the luma weights of ITU-R BT.601, which are good enough
 * to choose.
 */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
