/** Players of a known kind, by whom the fairness of the scoring is measured. */
import { layOut } from '../scenario/layout/regions.ts';
import { actionKinds, type ActionKind, type Ink, inks } from '../scenario/format/vocabulary.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Action, CompleteAnswer, Flags } from './answer.ts';
import {
  type Placed,
  placedSolution,
  type PlacedSolution,
  regionsOf,
  wantedFacts,
} from './placed-solution.ts';
import { settlingSources } from './sources.ts';
import { confidenceOf, type Seal, seals } from './sureness.ts';
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
  'alwaysCheck',
  'random',
] as const;
export type PlayerName = (typeof playerNames)[number];

/** A whole number from 0 up to but not with `limit`. */
export type Chance = (limit: number) => number;

/** How often the random player tries: its score is the mean. */
const tries = 24;

/** The answers of a player to a message; more than one only where chance decides or both inks are tried. */
export function answersOfPlayer(
  player: PlayerName,
  message: Message,
  chance: Chance,
): readonly CompleteAnswer[] {
  const { truth } = message.solution;
  const placed = placedSolution(message);
  const right = (flags: Flags): CompleteAnswer => ({
    flags,
    verdict: truth,
    confidence: confidenceOf.sure,
    action: bestActionOf(message),
    submitted: true,
  });
  const ink: Ink = truth === 'phish' ? 'doubt' : 'trust';
  const evident = evidentIn(placed);
  const first = evident.slice(0, truth === 'phish' ? 2 : 1);
  switch (player) {
    case 'flawless':
      return [right(inked(evident, ink))];
    case 'twoStrongest':
      return [right(inked(first, ink))];
    case 'oneDecisive':
      return [right(inked(evident.slice(0, 1), ink))];
    case 'twoAndStray': {
      const taken = new Set(placed.reassurances.flatMap(regionsOf));
      const stray = placed.innocent.map(({ key }) => key).find((key) => !taken.has(key));
      return [right(new Map([...inked(first, ink), ...inked(stray === undefined ? [] : [stray], 'doubt')]))];
    }
    case 'checkOnly':
      return [{ ...right(new Map()), looked: settlingSources(message) }];
    case 'verdictOnly':
      return [right(new Map())];
    case 'allFlagged':
      return inks.map((one) =>
        right(
          inked(
            layOut(message).regions.map(({ key }) => key),
            one,
          ),
        ),
      );
    case 'alwaysPhish':
      return [{ ...right(new Map()), verdict: 'phish', action: { kind: 'report' } }];
    case 'alwaysCheck':
      return [
        {
          ...right(new Map()),
          verdict: 'phish',
          confidence: confidenceOf.likely,
          action: checkOf(message),
          looked: settlingSources(message),
        },
      ];
    case 'random':
      return randomAnswers(message, chance);
  }
}

const inked = (regions: readonly string[], ink: Ink): Flags =>
  new Map(regions.map((region) => [region, ink] as const));

/** One place in the message itself for each fact of a lure that is wanted, the strongest first; or for each reassurance. */
function evidentIn(solution: PlacedSolution): readonly string[] {
  const { reassurances } = solution;
  const placeOf = (placed: readonly Placed<unknown>[]): readonly string[] => {
    const regions = placed.flatMap((one) => one.regions);
    return regions.toSorted((one, other) => Number(isOnPage(one)) - Number(isOnPage(other))).slice(0, 1);
  };
  return [
    ...wantedFacts(solution)
      .toSorted((one, other) => weights[other.fact.weight] - weights[one.fact.weight])
      .flatMap(({ clues }) => placeOf(clues)),
    ...reassurances.flatMap((one) => placeOf([one])),
  ];
}

const isOnPage = (region: string): boolean => region.startsWith('page/');

/** The best action; a check is with somebody who can know. */
function bestActionOf(message: Message): Action {
  const { action } = message.solution.best;
  return action === 'verify' ? checkOf(message) : { kind: action };
}

function checkOf(message: Message): Action {
  const settling = message.verify?.contacts?.find(({ settles }) => settles === true);
  const contact = (settling ?? message.verify?.contacts?.[0])?.contact;
  return { kind: 'verify', contact: contact ?? 'nobody' };
}

function randomAnswers(message: Message, chance: Chance): readonly CompleteAnswer[] {
  const { regions } = layOut(message);
  const oneOf = <Item>(items: readonly Item[], last: Item): Item => items[chance(items.length)] ?? last;
  return Array.from({ length: tries }, () => {
    const kind = oneOf<ActionKind>(actionKinds, 'keep');
    const { verdict, sureness } = oneOf<Seal>(seals, { verdict: 'phish', sureness: 'sure' });
    return {
      // No flag, doubt or trust, all three as likely for every part.
      flags: new Map(
        regions.flatMap(({ key }) => {
          const ink = inks[chance(inks.length + 1)];
          return ink === undefined ? [] : [[key, ink] as const];
        }),
      ),
      verdict,
      confidence: confidenceOf[sureness],
      action: kind === 'verify' ? checkOf(message) : { kind },
      submitted: true,
    };
  });
}
