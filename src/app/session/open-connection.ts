/** Decides whether anybody may record this page. */
import type { Language } from '../../i18n/language.ts';
import { loadOnce } from '../../loading/load-once.ts';
import { launchIn } from './launch.ts';
import type { PackageSettings } from './package-settings.ts';
import { type Page, type Connection, unrecorded } from './connection.ts';

const connecting = loadOnce(() => import('./connect.ts'));

/** Connects the page. The code for it loads only if somebody may record: most pages are opened by themselves. */
export async function openConnection(
  page: Page,
  settings: PackageSettings,
  language: Language,
): Promise<Connection> {
  const alone =
    page.parent === page && settings.standard === 'none' && launchIn(page.location.search) === undefined;
  return alone ? unrecorded : (await connecting()).connectPage(page, settings, language);
}
