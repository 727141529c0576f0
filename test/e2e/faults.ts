import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';

/** What axe-core (WCAG 2.2 A and AA, best practice) finds wrong with the page as it stands, one line each. */
export async function faults(page: Page): Promise<readonly string[]> {
  // Axe takes the wrong ground for a mark that is scrolled far out of sight.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('*')) if (part.scrollTop > 0) part.scrollTop = 0;
  });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Without its fetching of style sheets, which only rules about landscape need.
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ resultTypes: ['violations'], preload: false })",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`,
    ),
  );
}
