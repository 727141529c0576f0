/** What there is to say about one part of an answered message, for a player who asks. */
import type { Message } from '../../scenario/format/message.ts';
import { layOut } from '../../scenario/layout/regions.ts';
import type { Finding, Subject } from '../finding.ts';
import { type Placed, placedSolution } from '../placed-solution.ts';

/**
 * The finding about a region: the one that names it, else the clue, decoy or reassurance that it belongs to; `nothing` for a part that
 * shows the false value but proves nothing by itself, and where there is no such region.
 */
export function partExplained(
  message: Message,
  findings: readonly Finding[],
  region: string,
): Finding | 'nothing' {
  const named = findings.find(({ regions }) => regions.includes(region));
  if (named !== undefined) return named;
  const { facts, decoys, myths, reassurances, innocent } = placedSolution(message);
  const isJoined = ({ joined }: Placed<unknown>): boolean => joined.includes(region);
  const owner = [...facts.flatMap(({ clues }) => clues), ...reassurances, ...decoys, ...myths].find(isJoined);
  const told =
    owner && findings.find(({ subject }) => subject.kind !== 'general' && thingOf(subject) === owner.thing);
  if (told !== undefined) return told;
  const part = layOut(message).regions.find(({ key }) => key === region);
  if (part === undefined || !innocent.some(({ key }) => key === region)) return 'nothing';
  return {
    outcome: 'passed',
    subject: { kind: 'general', region, regionKind: part.kind },
    regions: [region],
    flagged: false,
  };
}

function thingOf(subject: Exclude<Subject, { readonly kind: 'general' }>): unknown {
  switch (subject.kind) {
    case 'clue':
      return subject.clue;
    case 'decoy':
    case 'myth':
      return subject.decoy;
    case 'reassurance':
      return subject.reassurance;
  }
}
