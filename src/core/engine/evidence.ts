/** Compares the flags of an answer with the clues, decoys and reassurances of a message. */
import type { Message } from '../scenario/format/message.ts';
import type { Finding } from './finding.ts';
import {
  type Placed,
  type PlacedFact,
  placedSolution,
  type PlacedSolution,
  regionsOf,
} from './placed-solution.ts';
import { weights } from './weights.ts';

/** The evidence part of an assessment. */
export interface Evidence {
  /** 0 to 1. For a lure F = 2TP / (2TP + FP + FN); for genuine mail 1 / (1 + FP). */
  readonly score: number;
  /** In this order: clues, decisive ones first; false alarms; neutral findings; innocent parts rightly left alone. */
  readonly findings: readonly Finding[];
  readonly factsFound: number;
  readonly facts: number;
}

/** What an answer's flags show. Flags on unknown regions are ignored. */
export function evidence(message: Message, flags: ReadonlySet<string>): Evidence {
  const solution = placedSolution(message);
  const found = solution.facts.filter((fact) => isFound(fact, flags));
  const falseAlarms = solution.innocent.filter(({ key }) => flags.has(key)).length;
  const total = weightOf(solution.facts);
  const truePositive = weightOf(found);
  const falsePositive = falseAlarms * costOfFalseAlarm(total, solution.innocent.length);
  return {
    score:
      message.solution.truth === 'phish'
        ? fMeasure(truePositive, falsePositive, total - truePositive)
        : 1 / (1 + falseAlarms),
    findings: findingsOf(solution, flags),
    factsFound: found.length,
    facts: solution.facts.length,
  };
}

function isFound({ clues }: PlacedFact, flags: ReadonlySet<string>): boolean {
  return clues.some((clue) => isFlagged(clue, flags));
}

function isFlagged(placed: Placed<unknown>, flags: ReadonlySet<string>): boolean {
  return regionsOf(placed).some((region) => flags.has(region));
}

/** The regions to mark. Of joined regions only flagged ones, because marks everywhere would hide what matters. */
function shownRegions({ regions, joined }: Placed<unknown>, flags: ReadonlySet<string>): readonly string[] {
  const met = joined.filter((region) => flags.has(region));
  return met.length === 0 ? regions : [...regions, ...met];
}

function weightOf(facts: readonly PlacedFact[]): number {
  return facts.reduce((sum, { fact }) => sum + weights[fact.weight], 0);
}

/**
 * The cost of one false alarm. All innocent regions together cost at least twice the weight of all facts, so that
 * flagging everything never pays.
 */
function costOfFalseAlarm(total: number, innocent: number): number {
  return Math.max(1, (2 * total) / innocent);
}

function fMeasure(truePositive: number, falsePositive: number, falseNegative: number): number {
  const all = 2 * truePositive + falsePositive + falseNegative;
  return all === 0 ? 1 : (2 * truePositive) / all;
}

function findingsOf(solution: PlacedSolution, flags: ReadonlySet<string>): readonly Finding[] {
  const clues = solution.facts
    .toSorted((one, other) => weights[other.fact.weight] - weights[one.fact.weight])
    .flatMap((fact) => clueFindings(fact, flags));
  const others = otherFindings(solution, flags);
  const inOutcome = (outcome: Finding['outcome']) => others.filter((finding) => finding.outcome === outcome);
  return [...clues, ...inOutcome('falseAlarm'), ...inOutcome('neutral'), ...inOutcome('passed')];
}

function clueFindings(placed: PlacedFact, flags: ReadonlySet<string>): readonly Finding[] {
  const { weight, title } = placed.fact;
  const outcome = isFound(placed, flags) ? 'hit' : 'miss';
  return placed.clues.map((clue): Finding => ({
    outcome,
    subject: { kind: 'clue', clue: clue.thing, weight, title },
    regions: shownRegions(clue, flags),
    flagged: isFlagged(clue, flags),
  }));
}

function otherFindings(solution: PlacedSolution, flags: ReadonlySet<string>): readonly Finding[] {
  const { decoys, myths, reassurances, innocent } = solution;
  const costly = new Set(innocent.map(({ key }) => key).filter((key) => flags.has(key)));
  const explained = new Set([...decoys, ...reassurances].flatMap(regionsOf));
  const honest = (placed: Placed<unknown>): Omit<Finding, 'subject'> => {
    const regions = shownRegions(placed, flags);
    const flagged = isFlagged(placed, flags);
    if (isFlagged(placed, costly)) return { outcome: 'falseAlarm', regions, flagged };
    return { outcome: flagged ? 'neutral' : 'passed', regions, flagged };
  };
  return [
    ...decoys.map((placed): Finding => ({
      ...honest(placed),
      subject: { kind: 'decoy', decoy: placed.thing },
    })),
    ...reassurances.map((placed): Finding => ({
      ...honest(placed),
      subject: { kind: 'reassurance', reassurance: placed.thing },
    })),
    ...innocent
      .filter(({ key }) => costly.has(key) && !explained.has(key))
      .map(({ key, kind }): Finding => ({
        outcome: 'falseAlarm',
        subject: { kind: 'general', region: key, regionKind: kind },
        regions: [key],
        flagged: true,
      })),
    ...myths.map((placed): Finding => ({
      outcome: 'neutral',
      subject: { kind: 'myth', decoy: placed.thing },
      regions: shownRegions(placed, flags),
      flagged: isFlagged(placed, flags),
    })),
  ];
}
