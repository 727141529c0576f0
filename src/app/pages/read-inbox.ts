import { inboxRound, playedPack, type Round } from '../../core/round/played-message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { assetsOf, type Packs } from '../../packs/content.ts';
import type { Route } from '../route.ts';

/** The round of a whole scenario, scored as its pack says. `scenario` is passed if its request is already under way. */
export async function readInbox(
  route: Extract<Route, { screen: 'play' | 'teach' }>,
  packs: Packs,
  scenario: Promise<Outcome<Scenario>> = packs.scenario(route.pack, route.scenario),
): Promise<Outcome<Round>> {
  const [read, content] = await Promise.all([scenario, packs.index()]);
  if (!read.ok) return read;
  if (!content.ok) return content;
  const pack = playedPack(route.pack, content.value.packs);
  return { ...read, value: inboxRound(read.value, { pack, assets: assetsOf(route.pack) }) };
}
