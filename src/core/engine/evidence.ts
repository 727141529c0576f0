/** The flags of an answer against the clues, decoys and reassurances of a message. */
import type { Message } from '../scenario/format/message.ts';
import type { Ink } from '../scenario/format/vocabulary.ts';
import { type Flags, inkedIn } from './answer.ts';
import type { Finding } from './finding.ts';
import {
  type Placed,
  type PlacedFact,
  placedSolution,
  type PlacedSolution,
  regionsOf,
} from './placed-solution.ts';
import { checkWeight, enoughForGenuine, enoughForLure, reassuranceWeight, weights } from './weights.ts';

export interface Evidence {
  /** 0 to 1: what was shown for the right verdict, less what it cost, against what is enough. */
  readonly score: number;
  /** Clues first, deciding ones foremost; then reassurances found, false alarms, what is neutral, what was rightly left alone. */
  readonly findings: readonly Finding[];
  readonly factsFound: number;
  readonly facts: number;
}

/** What the flags of an answer show; flags on what is no region of the message count nothing. `checked`: a source settled it. */
export function evidence(message: Message, flags: Flags, checked = false): Evidence {
  const solution = placedSolution(message);
  const doubted = inkedIn(flags, 'doubt');
  const trusted = inkedIn(flags, 'trust');
  const found = solution.facts.filter((fact) => isFound(fact, doubted));
  const check = checked ? checkWeight : 0;
  return {
    score: clamped(
      message.solution.truth === 'phish'
        ? shownOfLure(solution, { doubted, trusted, check })
        : shownOfGenuine(solution, { doubted, trusted, check }),
    ),
    findings: findingsOf(solution, message.solution.truth === 'phish', flags, doubted, trusted),
    factsFound: found.length,
    facts: solution.facts.length,
  };
}

interface Shown {
  readonly doubted: ReadonlySet<string>;
  readonly trusted: ReadonlySet<string>;
  readonly check: number;
}

/** What was found and checked, less each wrong doubt, and twice for each clue that was trusted. */
function shownOfLure({ facts, innocent }: PlacedSolution, { doubted, trusted, check }: Shown): number {
  const total = weightOf(facts);
  // Without a fact that can be found, only what was wrongly doubted tells.
  const enough = Math.min(enoughForLure, total) || 1;
  const found = total === 0 ? 1 : weightOf(facts.filter((fact) => isFound(fact, doubted)));
  const wrong = innocent.filter(({ key }) => doubted.has(key)).length;
  const clues = new Set(facts.flatMap((fact) => fact.clues.flatMap(regionsOf)));
  const misplaced = [...clues].filter((key) => trusted.has(key)).length;
  return (
    (found + check - costOf(wrong, { of: innocent.length, each: 1, all: total }) - 2 * misplaced) / enough
  );
}

/** The reassurances trusted and what was checked, less what was trusted besides and what was doubted. */
function shownOfGenuine(
  { reassurances, innocent }: PlacedSolution,
  { doubted, trusted, check }: Shown,
): number {
  const placed = reassurances.filter((one) => regionsOf(one).length > 0);
  const vouching = new Set(placed.flatMap(regionsOf));
  const others = innocent.filter(({ key }) => !vouching.has(key));
  const total = reassuranceWeight * placed.length;
  const found =
    placed.length === 0
      ? enoughForGenuine
      : reassuranceWeight * placed.filter((one) => isFlagged(one, trusted)).length;
  const astray = others.filter(({ key }) => trusted.has(key)).length;
  const wrong = innocent.filter(({ key }) => doubted.has(key)).length;
  const cost = costOf(astray, { of: others.length, each: 1 / 2, all: total });
  return (found + check - cost - wrong) / enoughForGenuine;
}

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

function isFound({ clues }: PlacedFact, doubted: ReadonlySet<string>): boolean {
  return clues.some((clue) => isFlagged(clue, doubted));
}

function isFlagged(placed: Placed<unknown>, flagged: { readonly has: (region: string) => boolean }): boolean {
  return regionsOf(placed).some((region) => flagged.has(region));
}

/** Where it lies, and of what joined it only what was flagged: a mark on everything would hide what matters. */
function shownRegions({ regions, joined }: Placed<unknown>, flags: Flags): readonly string[] {
  const met = joined.filter((region) => flags.has(region));
  return met.length === 0 ? regions : [...regions, ...met];
}

function weightOf(facts: readonly PlacedFact[]): number {
  return facts.reduce((sum, { fact }) => sum + weights[fact.weight], 0);
}

function findingsOf(
  solution: PlacedSolution,
  isLure: boolean,
  flags: Flags,
  doubted: ReadonlySet<string>,
  trusted: ReadonlySet<string>,
): readonly Finding[] {
  const clues = solution.facts
    .toSorted((one, other) => weights[other.fact.weight] - weights[one.fact.weight])
    .flatMap((fact) => clueFindings(fact, flags, doubted));
  const others = otherFindings(solution, isLure, flags, { doubted, trusted });
  const inOutcome = (outcome: Finding['outcome']) => others.filter((finding) => finding.outcome === outcome);
  return [
    ...clues,
    ...inOutcome('hit'),
    ...inOutcome('miss'),
    ...inOutcome('falseAlarm'),
    ...inOutcome('neutral'),
    ...inOutcome('passed'),
  ];
}

/** Where it lies, whether it was flagged and in which ink. */
function flaggedAs(placed: Placed<unknown>, flags: Flags): Pick<Finding, 'regions' | 'flagged' | 'ink'> {
  const inks = regionsOf(placed).flatMap((region) => flags.get(region) ?? []);
  const ink: Ink | undefined = inks.includes('trust') ? 'trust' : inks[0];
  return { regions: shownRegions(placed, flags), flagged: ink !== undefined, ...(ink && { ink }) };
}

function clueFindings(placed: PlacedFact, flags: Flags, doubted: ReadonlySet<string>): readonly Finding[] {
  const { weight, title } = placed.fact;
  const outcome = isFound(placed, doubted) ? 'hit' : 'miss';
  return placed.clues.map((clue): Finding => ({
    outcome,
    subject: { kind: 'clue', clue: clue.thing, weight, title },
    ...flaggedAs(clue, flags),
  }));
}

function otherFindings(
  solution: PlacedSolution,
  isLure: boolean,
  flags: Flags,
  { doubted, trusted }: { readonly doubted: ReadonlySet<string>; readonly trusted: ReadonlySet<string> },
): readonly Finding[] {
  const { decoys, myths, reassurances, innocent } = solution;
  const vouching = new Set(reassurances.flatMap(regionsOf));
  // On a lure, trust costs only on clues, where it is reported.
  const costly = new Set(
    innocent
      .map(({ key }) => key)
      .filter((key) => doubted.has(key) || (!isLure && trusted.has(key) && !vouching.has(key))),
  );
  const explained = new Set([...decoys, ...reassurances].flatMap(regionsOf));
  const isVouched = reassurances.some((placed) => isFlagged(placed, trusted));
  return [
    ...decoys.map((placed): Finding => {
      const seen = flaggedAs(placed, flags);
      return {
        outcome: isFlagged(placed, costly) ? 'falseAlarm' : seen.flagged ? 'neutral' : 'passed',
        subject: { kind: 'decoy', decoy: placed.thing },
        ...seen,
      };
    }),
    ...reassurances.map((placed): Finding => ({
      outcome: outcomeOfReassurance(placed, { trusted, costly, isVouched }),
      subject: { kind: 'reassurance', reassurance: placed.thing },
      ...flaggedAs(placed, flags),
    })),
    ...innocent
      .filter(({ key }) => costly.has(key) && !explained.has(key))
      .map(({ key, kind }): Finding => ({
        outcome: 'falseAlarm',
        subject: { kind: 'general', region: key, regionKind: kind },
        regions: [key],
        flagged: true,
        ink: flags.get(key) ?? 'doubt',
      })),
    ...myths.map((placed): Finding => ({
      outcome: 'neutral',
      subject: { kind: 'myth', decoy: placed.thing },
      ...flaggedAs(placed, flags),
    })),
  ];
}

interface Vouching {
  readonly trusted: ReadonlySet<string>;
  readonly costly: ReadonlySet<string>;
  readonly isVouched: boolean;
}

/** One reassurance is enough, so the others are missed only where none was found. */
function outcomeOfReassurance(
  placed: Placed<unknown>,
  { trusted, costly, isVouched }: Vouching,
): Finding['outcome'] {
  if (isFlagged(placed, trusted)) return 'hit';
  if (isFlagged(placed, costly)) return 'falseAlarm';
  return isVouched ? 'passed' : 'miss';
}
