/** Decides what a page shows first, which may have been launched with a round. */
import type { Standard } from '../../lms/port.ts';
import { loadOnce } from '../../loading/load-once.ts';
import type { Packs } from '../../packs/content.ts';
import { hashOf, type Parameters, type Route, routeOf } from '../route.ts';
import type { PackageSettings } from './package-settings.ts';

/**
 * The settings of the round that is assigned here: the package's own, else those that the page around the frame writes into the frame's
 * address. In any other address a learner can write what they like.
 */
export function assignedOf(
  { round }: PackageSettings,
  asked: Route | undefined,
  standard: Standard,
): Parameters | undefined {
  if (round !== undefined) return round;
  return standard === 'frame' && asked?.screen === 'round' ? asked.parameters : undefined;
}

interface Places {
  readonly assigned: Parameters | undefined;
  /** The unfinished round of an earlier session. */
  readonly left: string | undefined;
  /** What the query of the page asks for. */
  readonly asked: Route | undefined;
  /** Whether an LMS has just launched the page, rather than the learner reloading it. */
  readonly isLaunched: boolean;
  readonly packs: Pick<Packs, 'roundText'>;
}

/**
 * The hash to begin with; undefined where that of the address stays. It is the round that was left, else the assigned one, else what
 * the query asks for. Once the player has gone elsewhere, a reload stays there; but the start of a package with an assigned round is
 * that round, whatever a portal has put behind the `#`.
 */
export async function firstHashOf(
  hash: string,
  { assigned, left, asked, isLaunched, packs }: Places,
): Promise<string | undefined> {
  const isStart = routeOf(hash).screen === 'start';
  if (hash !== '' && !(isStart && (assigned !== undefined || isLaunched))) return undefined;
  const first = assigned === undefined ? asked : ({ screen: 'round', parameters: assigned } as const);
  return (await hashLeft(left, assigned, packs)) ?? (first && hashOf(first));
}

/** The hash of the unfinished round, if it can be resumed here. A package with an assigned round resumes no other. */
export async function hashLeft(
  left: string | undefined,
  assigned: Parameters | undefined,
  packs: Pick<Packs, 'roundText'>,
): Promise<string | undefined> {
  if (left === undefined) return undefined;
  const route = routeOf(left);
  if (assigned === undefined) return hashOf(route);
  const isHere = route.screen === 'round' && (await isOfAssigned(route.parameters, assigned, packs));
  return isHere ? hashOf(route) : undefined;
}

const comparing = loadOnce(() => import('./assigned-round.ts'));
const preparing = loadOnce(() => import('../pages/prepare-round.ts'));

/** Also where that cannot be told now: only rounds that counted are left, and whether this one does is asked again as it opens. */
async function isOfAssigned(
  parameters: Parameters,
  assigned: Parameters,
  packs: Pick<Packs, 'roundText'>,
): Promise<boolean> {
  const [{ askedBy }, { isAssigned }] = await Promise.all([preparing(), comparing()]);
  const [left, here] = [await askedBy(parameters, packs), await askedBy(assigned, packs)];
  return !left.ok || !here.ok || isAssigned(left.value.asked, here.value.asked);
}
