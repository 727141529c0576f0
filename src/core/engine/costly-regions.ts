/** The regions where a flag costs points, by ink. */
import { expressionsIn } from '../scenario/layout/expressions.ts';
import type { Region } from '../scenario/layout/regions.ts';
import type { Message } from '../scenario/format/message.ts';
import { type Around, confirmedRegions, type Inbox } from './confirmed-regions.ts';
import { type PlacedSolution, regionsOf } from './placed-solution.ts';

/** Keys of regions that are neither clue nor myth, and what else a flag on them does. */
export interface CostlyRegions {
  /** Where doubt costs. */
  readonly doubt: ReadonlySet<string>;
  /** Where trust costs; empty for a lure, in which trust costs only on clues. */
  readonly trust: ReadonlySet<string>;
  /** Of a genuine message: where trust would cost if the player's own sources did not confirm what stands there. */
  readonly confirmed: ReadonlySet<string>;
  /** Of a genuine message: where doubt would cost if the best action were not about just this. */
  readonly prudent: ReadonlySet<string>;
}

/** Nothing is known around the message. */
const noInbox: Inbox = { directory: [], notices: [] };

/** What was found out, by solution, inbox, and the sources looked at: an answer is assessed many times. */
const costlyRegionsOf = new WeakMap<PlacedSolution, WeakMap<Inbox, Map<string, CostlyRegions>>>();

/** The regions of a message where a flag costs, for a player who knows what lies around it. */
export function costlyRegions(message: Message, solution: PlacedSolution, around: Around): CostlyRegions {
  const { inbox = noInbox, looked } = around;
  const sources = [...(looked ?? [])].toSorted().join();
  const byInbox = costlyRegionsOf.get(solution) ?? new WeakMap<Inbox, Map<string, CostlyRegions>>();
  const bySources = byInbox.get(inbox) ?? new Map<string, CostlyRegions>();
  const costly = bySources.get(sources) ?? costlyFor(message, solution, around);
  costlyRegionsOf.set(solution, byInbox.set(inbox, bySources.set(sources, costly)));
  return costly;
}

function costlyFor(message: Message, solution: PlacedSolution, around: Around): CostlyRegions {
  const innocent = new Set(solution.innocent.map(({ key }) => key));
  if (message.solution.truth === 'phish') {
    return { doubt: innocent, trust: new Set(), confirmed: new Set(), prudent: new Set() };
  }
  const vouching = new Set(solution.reassurances.flatMap(regionsOf));
  const others = [...innocent].filter((key) => !vouching.has(key));
  const known = confirmedRegions(message, solution.layout, vouching, around);
  const unknown = others.filter((key) => !known.has(key));
  // Somewhere trust has to cost, or flagging everything would pay.
  const isAllKnown = unknown.length === 0;
  const prudent = prudentRegions(message, solution);
  return {
    doubt: new Set([...innocent].filter((key) => !prudent.has(key))),
    trust: new Set(isAllKnown ? others : unknown),
    confirmed: new Set(isAllKnown ? [] : others.filter((key) => known.has(key))),
    prudent: new Set([...innocent].filter((key) => prudent.has(key))),
  };
}

/**
 * The regions that the best action of a genuine message is about: those that show a number, sum, day or code of its reason, and the
 * links where the best is to go one's own way instead of using them.
 */
function prudentRegions({ solution: { best } }: Message, { layout }: PlacedSolution): ReadonlySet<string> {
  const told = new Set([best.reason.ja, best.reason.en].flatMap(expressionsIn));
  const isAbout = ({ kind, page, text }: Region): boolean =>
    (best.action === 'own-way' && kind === 'link' && page === undefined) ||
    (text !== undefined && [text.ja, text.en].flatMap(expressionsIn).some((one) => told.has(one)));
  return new Set(layout.regions.filter(isAbout).map(({ key }) => key));
}
