/** The screens on which the game is looked at. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from './round.ts';

/** Width and height in CSS pixels. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly language: Language;
}

/** Width and height in CSS pixels, from a large desktop to phones on their side. */
const frames = [
  [1920, 1080],
  [1280, 800],
  [1024, 600],
  [768, 1024],
  [375, 812],
  [320, 568],
  [812, 375],
  [667, 375],
] as const;

/** A phone's width at 400 % zoom (WCAG 2.2, 1.4.10). */
export const zoomed = [320, 256] as const;

/** Expects that `part` has more than a third of the height of each frame and of those in `more`. */
export async function hasAThirdOfEveryFrame(
  page: Page,
  part: Locator,
  ...more: readonly (readonly [number, number])[]
): Promise<void> {
  for (const [width, height] of [...frames, ...more]) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => ((await part.boundingBox())?.height ?? 0) / height, {
        message: `${width} × ${height}`,
      })
      .toBeGreaterThan(1 / 3);
  }
}
