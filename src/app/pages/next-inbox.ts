import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import type { Route } from '../route.ts';

type PlayRoute = Extract<Route, { screen: 'play' }>;

/** The inbox that comes after this one, in the order of the start page; undefined after the last. */
export function nextInbox(
  { packs }: ContentIndex,
  { pack, scenario }: Pick<PlayRoute, 'pack' | 'scenario'>,
): { readonly title: Localized; readonly route: PlayRoute } | undefined {
  const inboxes = packs.flatMap(({ id, scenarios }) =>
    scenarios.map((one) => ({ pack: id, scenario: one.id, title: one.title })),
  );
  const at = inboxes.findIndex((one) => one.pack === pack && one.scenario === scenario);
  const next = at === -1 ? undefined : inboxes[at + 1];
  return next && { title: next.title, route: { screen: 'play', pack: next.pack, scenario: next.scenario } };
}
