/**
 * The rounds that a page has opened, told to the page that a reload brings. An LMS may answer that page with what it had before the last
 * seconds, since many send the last of it only while the page goes away; the device's own copy of these rounds is newer.
 */
import { isFields, jsonFrom } from '../../core/scenario/read/from-outside.ts';
import { asked, isReloaded } from '../../loading/browser.ts';
import type { TabStorage } from '../../lms/port.ts';

const name = 'mikiwame.rounds';

/** Milliseconds from the end of a page to the start of the next one that count as a reload. */
const longest = 60_000;

/** Where a page is launched, and for whom; another launch or learner has rounds of its own. */
export interface LaunchPlace {
  /** The path and the query of the page. */
  readonly address: string;
  /** The learner's own database on this device. */
  readonly owner: string | undefined;
}

/** Keeps the hashes of opened rounds. `at` is the time by the device's clock, in milliseconds since 1970. */
export function keepOpenedRounds(
  tab: TabStorage,
  { address, owner = '' }: LaunchPlace,
  hashes: readonly string[],
  at: number,
): void {
  tab.write(name, JSON.stringify({ address, owner, hashes, at }));
}

/** The hashes that the page before a reload kept; none where it is another launch or learner, or longer ago. */
export function openedBeforeReload(
  tab: TabStorage,
  { address, owner = '' }: LaunchPlace,
  now: number,
): ReadonlySet<string> {
  const kept = jsonFrom(tab.read(name) ?? '');
  if (!isFields(kept) || kept['address'] !== address || kept['owner'] !== owner) return new Set();
  const { hashes, at } = kept;
  if (typeof at !== 'number' || Math.abs(now - at) > longest || !Array.isArray(hashes)) return new Set();
  return new Set(hashes.filter((hash) => typeof hash === 'string'));
}

/** A window as far as it is looked into. */
interface Framed {
  readonly parent?: Framed;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
}

/**
 * Whether the page was loaded again rather than launched. Where the whole page of an LMS is loaded again, its frames say that they are
 * new, so the windows above are asked as well; those of another origin do not answer.
 */
export function isLoadedAgain(page: Framed): boolean {
  const { parent } = page;
  if (asked(() => isReloaded(page), false)) return true;
  return parent !== undefined && parent !== page && isLoadedAgain(parent);
}
