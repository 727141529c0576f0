/** Who records this sitting, if anybody. */
import type { Language } from '../i18n/language.ts';
import type { Host } from '../lms/host.ts';
import type { Exchange, LmsSession, Trouble } from '../lms/lms.ts';
import { standaloneSession } from '../lms/standalone.ts';
import type { PackageSettings } from './package-settings.ts';
import type { Teller } from './tell-game.ts';

export interface Sitting {
  readonly session: LmsSession;
  /** Absent where nobody records. */
  readonly teller: Teller | undefined;
  /** The page around the frame, which may also change language and theme. */
  readonly host: Host | undefined;
  /** Why nobody records what should have been recorded. */
  readonly trouble: Trouble | undefined;
  /** What was tried where there is trouble. */
  readonly attempt: readonly Exchange[];
}

export type Page = Window & typeof globalThis;

/** A sitting of which nobody is told. */
export const unrecorded: Sitting = {
  session: standaloneSession(),
  teller: undefined,
  host: undefined,
  trouble: undefined,
  attempt: [],
};

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
