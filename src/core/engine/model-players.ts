/** Players of a known kind, by whom the fairness of the scoring is measured. */
import { layOut } from '../scenario/layout/regions.ts';
import { actionKinds, type ActionKind } from '../scenario/format/vocabulary.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Action, CompleteAnswer } from './answer.ts';
import { type PlacedFact, placedSolution } from './placed-solution.ts';
import { weights } from './weights.ts';

export const playerNames = [
  'flawless',
  'twoStrongest',
  'oneDecisive',
  'twoAndStray',
  'checkOnly',
  'verdictOnly',
  'allFlagged',
  'alwaysPhish',
  'random',
] as const;
export type PlayerName = (typeof playerNames)[number];

/** A whole number from 0 up to but not with `limit`. */
export type Chance = (limit: number) => number;

/** How often the random player tries: its score is the mean. */
const tries = 24;

/** The answers of a player to a message; more than one only where chance decides. */
export function answersOfPlayer(
  player: PlayerName,
  message: Message,
  chance: Chance,
): readonly CompleteAnswer[] {
  const { truth } = message.solution;
  const { facts, innocent } = placedSolution(message);
  const right = (flags: readonly string[]): CompleteAnswer => ({
    flags: new Set(flags),
    verdict: truth,
    confidence: sure,
    action: bestActionOf(message),
    submitted: true,
  });
  const strongest = facts.toSorted((one, other) => weights[other.fact.weight] - weights[one.fact.weight]);
  const [first, second] = strongest.map(spotOf);
  const two = [first, second].filter((spot) => spot !== undefined);
  switch (player) {
    case 'flawless':
      return [right(strongest.map(spotOf))];
    case 'twoStrongest':
      return [right(two)];
    case 'oneDecisive':
      return [right(two.slice(0, 1))];
    case 'twoAndStray':
      return [right([...two, ...innocent.slice(0, 1).map(({ key }) => key)])];
    case 'checkOnly':
    case 'verdictOnly':
      return [right([])];
    case 'allFlagged':
      return [right(layOut(message).regions.map(({ key }) => key))];
    case 'alwaysPhish':
      return [{ ...right([]), verdict: 'phish', action: { kind: 'report' } }];
    case 'random':
      return randomAnswers(message, chance);
  }
}

const sure = 0.95;

const spotOf = ({ clues }: PlacedFact): string => clues.flatMap(({ regions }) => regions)[0] ?? '';

const bestActionOf = ({ solution, verify }: Message): Action =>
  solution.best.action === 'verify'
    ? { kind: 'verify', contact: verify?.contacts?.[0]?.contact ?? 'anybody' }
    : { kind: solution.best.action };

function randomAnswers(message: Message, chance: Chance): readonly CompleteAnswer[] {
  const { regions } = layOut(message);
  const oneOf = <Item>(items: readonly Item[], last: Item): Item => items[chance(items.length)] ?? last;
  return Array.from({ length: tries }, () => {
    const kind = oneOf<ActionKind>(actionKinds, 'keep');
    return {
      // About one place in five, as somebody who marks what catches the eye.
      flags: new Set(regions.filter(() => chance(5) === 0).map(({ key }) => key)),
      verdict: oneOf(['phish', 'legitimate'] as const, 'phish'),
      confidence: oneOf([0.55, 0.75, sure], sure),
      action: kind === 'verify' ? { kind, contact: 'anybody' } : { kind },
      submitted: true,
    };
  });
}
