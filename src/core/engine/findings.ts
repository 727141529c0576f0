/** The explained lines about an answer: what was found, missed, wrong, neutral or rightly left alone. */
import type { Ink } from '../scenario/format/vocabulary.ts';
import { type Flags, inkedIn } from './answer.ts';
import type { CostlyRegions } from './costly-regions.ts';
import type { Finding } from './finding.ts';
import {
  isFlagged,
  isFound,
  isSeenOnFace,
  type Placed,
  type PlacedFact,
  type PlacedSolution,
  regionsOf,
} from './placed-solution.ts';
import { weights } from './weights.ts';

/** Where it lies, and of what joined it only what was flagged: a mark on everything would hide what matters. */
function shownRegions({ regions, joined }: Placed<unknown>, flags: Flags): readonly string[] {
  const met = joined.filter((region) => flags.has(region));
  return met.length === 0 ? regions : [...regions, ...met];
}

/** All findings: clues, decisive ones first; then what was found, missed, wrong, neutral, and rightly left alone. */
export function findingsOf(
  solution: PlacedSolution,
  regions: CostlyRegions,
  flags: Flags,
): readonly Finding[] {
  const doubted = inkedIn(flags, 'doubt');
  const clues = solution.facts
    .toSorted((one, other) => weights[other.fact.weight] - weights[one.fact.weight])
    .flatMap((fact) => clueFindings(fact, flags, doubted));
  const others = otherFindings(solution, regions, flags);
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
  const isHit = isFound(placed, doubted);
  return placed.clues.map((clue): Finding => {
    const seen = flaggedAs(clue, flags);
    return {
      // A player who rightly opened nothing could not see it.
      outcome: isHit ? 'hit' : isSeenOnFace(clue) || seen.flagged ? 'miss' : 'passed',
      subject: { kind: 'clue', clue: clue.thing, weight, title },
      ...seen,
    };
  });
}

function otherFindings(
  { decoys, myths, reassurances, innocent }: PlacedSolution,
  { doubt, trust, confirmed, prudent }: CostlyRegions,
  flags: Flags,
): readonly Finding[] {
  const isCostly = (key: string): boolean =>
    (flags.get(key) === 'doubt' && doubt.has(key)) || (flags.get(key) === 'trust' && trust.has(key));
  const costly = new Set([...doubt, ...trust].filter(isCostly));
  const sparing = (keys: readonly string[]): Pick<Finding, 'spared'> => {
    if (keys.some((key) => confirmed.has(key) && flags.get(key) === 'trust')) return { spared: 'confirmed' };
    return keys.some((key) => prudent.has(key) && flags.get(key) === 'doubt') ? { spared: 'prudent' } : {};
  };
  const explained = new Set([...decoys, ...reassurances].flatMap(regionsOf));
  const trusted = inkedIn(flags, 'trust');
  const isVouched = reassurances.some((placed) => isFlagged(placed, trusted));
  return [
    ...decoys.map((placed): Finding => {
      const seen = flaggedAs(placed, flags);
      const subject = { kind: 'decoy', decoy: placed.thing } as const;
      if (isFlagged(placed, costly)) return { outcome: 'falseAlarm', subject, ...seen };
      if (!seen.flagged) return { outcome: 'passed', subject, ...seen };
      return { outcome: 'neutral', subject, ...seen, ...sparing(regionsOf(placed)) };
    }),
    ...reassurances.map((placed): Finding => ({
      outcome: outcomeOfReassurance(placed, { trusted, costly, isVouched }),
      subject: { kind: 'reassurance', reassurance: placed.thing },
      ...flaggedAs(placed, flags),
    })),
    ...innocent.flatMap(({ key, kind }): readonly Finding[] => {
      const spared = sparing([key]);
      if (explained.has(key) || (!costly.has(key) && spared.spared === undefined)) return [];
      return [
        {
          outcome: costly.has(key) ? 'falseAlarm' : 'neutral',
          subject: { kind: 'general', region: key, regionKind: kind },
          regions: [key],
          flagged: true,
          ink: flags.get(key) ?? 'doubt',
          ...spared,
        },
      ];
    }),
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
