/** Finds out whether anybody may record this sitting. */
import type { Language } from '../i18n/language.ts';
import type { PackageSettings } from './package-settings.ts';
import { type Page, type Sitting, unrecorded } from './sitting.ts';

/** Most pages are opened by themselves: only where somebody may record is anything of it loaded. */
export async function openSitting(
  page: Page,
  settings: PackageSettings,
  language: Language,
): Promise<Sitting> {
  const alone = page.parent === page && settings.standard === 'none' && !isLaunched(page.location.search);
  return alone ? unrecorded : (await import('./connect.ts')).connectSitting(page, settings, language);
}

/** Whether the address was written by an LMS. */
function isLaunched(query: string): boolean {
  const parameters = new URLSearchParams(query);
  return parameters.has('endpoint') && (parameters.has('fetch') || parameters.has('auth'));
}
