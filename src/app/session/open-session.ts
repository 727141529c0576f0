/** Finds out whether anybody may record this sitting. */
import type { Language } from '../../i18n/language.ts';
import { launchIn } from './launch.ts';
import type { PackageSettings } from './package-settings.ts';
import { type Page, type Sitting, unrecorded } from './session.ts';

/** Most pages are opened by themselves: only where somebody may record is anything of it loaded. */
export async function openSitting(
  page: Page,
  settings: PackageSettings,
  language: Language,
): Promise<Sitting> {
  const alone =
    page.parent === page && settings.standard === 'none' && launchIn(page.location.search) === undefined;
  return alone ? unrecorded : (await import('./connect.ts')).connectSitting(page, settings, language);
}
