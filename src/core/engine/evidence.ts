/** The flags of an answer against the clues, decoys and reassurances of a message. */
import type { Message } from '../scenario/format/message.ts';
import { type Flags, inkedIn } from './answer.ts';
import type { Around } from './confirmed-regions.ts';
import { type CostlyRegions, costlyRegions } from './costly-regions.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings.ts';
import {
  isFlagged,
  isFound,
  type PlacedFact,
  placedSolution,
  type PlacedSolution,
  regionsOf,
  wantedFacts,
} from './placed-solution.ts';
import { isChecked } from './sources.ts';
import { checkWeight, enoughForGenuine, enoughForLure, reassuranceWeight, weights } from './weights.ts';

export interface Evidence {
  /** 0 to 1: what was shown for the right verdict, less what it cost, against what is enough. */
  readonly score: number;
  /** Clues first, deciding ones foremost; then reassurances found, false alarms, what is neutral, what was rightly left alone. */
  readonly findings: readonly Finding[];
  readonly factsFound: number;
  /** Those that can be found in the message itself, and what was found besides on a page or in a file. */
  readonly facts: number;
}

/** What the flags of an answer show, with what else the player knows; flags on what is no region of the message count nothing. */
export function evidence(message: Message, flags: Flags, around: Around = {}): Evidence {
  const solution = placedSolution(message);
  const doubted = inkedIn(flags, 'doubt');
  const trusted = inkedIn(flags, 'trust');
  const costly = costlyRegions(message, solution, around);
  const shown = { doubted, trusted, costly, check: isChecked(message, around.looked) ? checkWeight : 0 };
  const found = solution.facts.filter((fact) => isFound(fact, doubted));
  return {
    score: clamped(
      message.solution.truth === 'phish' ? shownOfLure(solution, shown) : shownOfGenuine(solution, shown),
    ),
    findings: findingsOf(solution, costly, flags),
    factsFound: found.length,
    facts: new Set([...wantedFacts(solution), ...found]).size,
  };
}

interface Shown {
  readonly doubted: ReadonlySet<string>;
  readonly trusted: ReadonlySet<string>;
  readonly costly: CostlyRegions;
  readonly check: number;
}

/** What was found and checked, less each wrong doubt, and twice for each clue that was trusted. */
function shownOfLure(solution: PlacedSolution, { doubted, trusted, costly, check }: Shown): number {
  const { facts } = solution;
  const total = weightOf(facts);
  // Without a fact that can be found, only what was wrongly doubted tells.
  const enough = Math.min(enoughForLure, weightOf(wantedFacts(solution))) || 1;
  const found = total === 0 ? 1 : weightOf(facts.filter((fact) => isFound(fact, doubted)));
  const wrong = countIn(costly.doubt, doubted);
  const clues = new Set(facts.flatMap((fact) => fact.clues.flatMap(regionsOf)));
  const cost = costOf(wrong, { of: costly.doubt.size, each: 1, all: total });
  return (found + check - cost - 2 * countIn(clues, trusted)) / enough;
}

/** The reassurances trusted and what was checked, less what was trusted besides and what was doubted. */
function shownOfGenuine(
  { reassurances }: PlacedSolution,
  { doubted, trusted, costly, check }: Shown,
): number {
  const placed = reassurances.filter((one) => regionsOf(one).length > 0);
  const total = reassuranceWeight * placed.length;
  const found =
    placed.length === 0
      ? enoughForGenuine
      : reassuranceWeight * placed.filter((one) => isFlagged(one, trusted)).length;
  const astray = countIn(costly.trust, trusted);
  const cost = costOf(astray, { of: costly.trust.size, each: 1 / 2, all: total });
  return (found + check - cost - countIn(costly.doubt, doubted)) / enoughForGenuine;
}

const countIn = (regions: ReadonlySet<string>, flagged: ReadonlySet<string>): number =>
  [...regions].filter((key) => flagged.has(key)).length;

interface Places {
  readonly of: number;
  /** What one costs at least. */
  readonly each: number;
  /** What all together cost at least: as much as could be found, so that flagging everything never pays. */
  readonly all: number;
}

/** What wrong flags cost: little where one is wrong among many, and ever more the nearer to all. */
const costOf = (wrong: number, { of, each, all }: Places): number =>
  wrong === 0 ? 0 : Math.max(each * wrong, all * (wrong / of) ** 2);

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

function weightOf(facts: readonly PlacedFact[]): number {
  return facts.reduce((sum, { fact }) => sum + weights[fact.weight], 0);
}
