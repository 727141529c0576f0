import { inboxRound, type PlayedPack, playedPack, type Round } from '../../core/round/played-message.ts';
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
  const [read, pack] = await Promise.all([scenario, packOf(route.pack, packs)]);
  if (!read.ok) return read;
  if (!pack.ok) return pack;
  return { ...read, value: inboxRound(read.value, { pack: pack.value, assets: assetsOf(route.pack) }) };
}

/** What the round knows of its pack. The index, which grows with all messages of all packs, is read only where the pack's own file is not readable. */
async function packOf(id: string, packs: Packs): Promise<Outcome<PlayedPack>> {
  const own = await packs.pack(id);
  if (own.ok) return { ...own, value: playedPack(id, [own.value]) };
  const content = await packs.index();
  return content.ok ? { ...content, value: playedPack(id, content.value.packs) } : content;
}
