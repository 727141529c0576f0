/** Colours that a mail's author chose, kept readable by day and by night. */
import type { CSSProperties } from 'react';

/**
 * A colour for text: as written by day; by night white is mixed in, unless its author chose the background too. With 55 %
 * of white any colour has a contrast of at least 4.5 on dark paper.
 */
export function inked(colour: string): string {
  return `light-dark(${colour}, color-mix(in srgb, white var(--lightening, 55%), ${colour}))`;
}

/** What an element on a ground of its own carries: `tokens.css` names all inks again for paper of the day or the night. */
export interface Papered {
  readonly 'data-paper': 'day' | 'night';
  readonly style: CSSProperties;
}

/** Colours as they are written, by day and by night; marks and loupe on them keep to the grounds of the theme, as on a button. */
export function coloured(background: string, colour: string): CSSProperties {
  const style = { backgroundColor: background, color: colour, '--lightening': '0%' };
  return style;
}

/** A background with its ink: neither follows the theme, and links and flags on it are drawn for its own darkness. */
export function papered(background: string, colour: string | undefined): Papered {
  const style = { ...coloured(background, colour ?? 'var(--ink)'), '--paper': background };
  return { 'data-paper': isDark(background) ? 'night' : 'day', style };
}

/** Whether white is read better on it than black; by the weights of ITU-R BT.601, which suffice to choose. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
