/** What came of following a lure, as its author tells it. */
import type { Message } from '../../scenario/format/message.ts';
import type { MockPage } from '../../scenario/format/page.ts';
import type { Localized } from '../../scenario/format/text.ts';
import type { CompleteAnswer } from '../answer.ts';

/** What came of a lure that a player followed, step by step. */
export interface LureScene {
  /** What the player did, one of the actions that a lure wants. */
  readonly did: 'follow' | 'reply' | 'verifyWithin';
  /** What came of it, in the order of time; at least one. */
  readonly after: readonly [Localized, ...Localized[]];
  /** What to do in the next ten minutes, where its author says. */
  readonly firstAid: Localized | undefined;
}

/** The scene of an answer that did what a lure wants; undefined for other answers, and where its author tells nothing. */
export function consequenceScene(
  { solution, links, pages }: Message,
  { action: { kind }, verdict }: Pick<CompleteAnswer, 'action' | 'verdict'>,
): LureScene | undefined {
  if (solution.truth !== 'phish' || (kind !== 'follow' && kind !== 'reply' && kind !== 'verifyWithin'))
    return;
  const page = kind === 'follow' ? lastPage(links ?? [], pages ?? []) : undefined;
  const wrong = verdict === 'legitimate' ? solution.consequence?.wrong : undefined;
  const [first, ...others] = [page?.outcome, wrong].filter((text) => text !== undefined);
  return first && { did: kind, after: [first, ...others], firstAid: page?.firstAid };
}

/** The page that a link leads to, or the last of those that follow it: there everything was given away. */
function lastPage(
  links: readonly { readonly page?: string }[],
  pages: readonly MockPage[],
): MockPage | undefined {
  const passed = new Set<MockPage>();
  let page = pages.find(({ id }) => links.some((link) => link.page === id));
  while (page?.next !== undefined && !passed.has(page)) {
    passed.add(page);
    const { next } = page;
    page = pages.find(({ id }) => id === next) ?? page;
  }
  return page;
}
