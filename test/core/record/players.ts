/** Simulated players whose skill, caution and calibration are known, and rounds played by them. */
import type { CompleteAnswer } from '../../../src/core/engine/answer.ts';
import { type Assessment, assess } from '../../../src/core/engine/assess.ts';
import { type Result, tally } from '../../../src/core/engine/result/tally.ts';
import { recordOf } from '../../../src/core/record/record-of.ts';
import type { RoundRecord } from '../../../src/core/record/round-record.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aGenuineMail, aLure, inked } from '../engine/builders.ts';

/** The equal-variance model: the look of a message is normal around ±d′/2, and beyond c it is called phishing. */
export interface Player {
  /** d′. */
  readonly skill: number;
  /** c; infinite for those who never look. */
  readonly caution: number;
  /** What the player says, given the chance that the verdict is right, 0 to 1. */
  readonly confidence: (chance: number) => number;
  readonly flagsEverything?: true;
}

/** The chance that the player believes, clamped to the scale. */
export const honest = (chance: number): number => Math.max(0.5, chance);
const certain = (): number => 1;

export const players = {
  'a beginner': { skill: 0.5, caution: 0, confidence: honest },
  'an ordinary player': { skill: 1, caution: 0, confidence: honest },
  'a good player': { skill: 2, caution: 0, confidence: honest },
  'an expert': { skill: 3, caution: 0, confidence: honest },
  'a trusting player': { skill: 1.5, caution: 0.8, confidence: honest },
  'an alarmist': { skill: 1.5, caution: -0.8, confidence: honest },
  'one who is always certain': { skill: 1, caution: 0, confidence: certain },
  'one who is never certain': { skill: 2, caution: 0, confidence: () => 0.5 },
  'one who tosses a coin': { skill: 0, caution: 0, confidence: honest },
  'one who always says phishing': { skill: 0, caution: -Infinity, confidence: certain },
  'one who always says genuine': { skill: 0, caution: Infinity, confidence: certain },
  'one who flags everything': { skill: 1, caution: 0, confidence: honest, flagsEverything: true },
} as const satisfies Record<string, Player>;

export interface PlayedRound {
  readonly result: Result;
  readonly record: RoundRecord;
  readonly assessments: readonly Assessment[];
}

/** Messages of each kind in a round. */
export const ofEach = 10;
const messages: readonly Message[] = Array.from({ length: ofEach }, (_, at) => [
  { ...aLure(), id: `lure-${at}` },
  { ...aGenuineMail(), id: `mail-${at}` },
]).flat();
const allRegions = layOut(aLure()).regions.map(({ key }) => key);

/** A number of rounds; equal seeds give equal rounds. */
export function play(player: Player, rounds: number, seed: number): readonly PlayedRound[] {
  const chance = randomFrom(seed);
  return Array.from({ length: rounds }, (_, round) => {
    const assessments = messages.map((message) => assessed(message, answerOf(player, message, chance)));
    const result = tally(messages, assessments, 80);
    return { result, record: recordFrom(result, assessments, `round-${round}`), assessments };
  });
}

function answerOf(player: Player, message: Message, chance: () => number): CompleteAnswer {
  const isLure = message.solution.truth === 'phish';
  const look = normalFrom(chance) + (isLure ? player.skill : -player.skill) / 2;
  const saysPhish = look > player.caution;
  const lureChance = 1 / (1 + Math.exp(-player.skill * look));
  // In hundredths, as the slider did.
  const said = Math.round(100 * player.confidence(saysPhish ? lureChance : 1 - lureChance)) / 100;
  return {
    flags: inked({ doubt: player.flagsEverything ? allRegions : saysPhish ? ['field/fromAddress'] : [] }),
    verdict: saysPhish ? 'phish' : 'legitimate',
    confidence: said,
    action: { kind: saysPhish ? 'report' : 'keep' },
    submitted: true,
  };
}

/** Caches assessments, which depend on message and answer only. */
const known = new Map<string, Assessment>();

function assessed(message: Message, answer: CompleteAnswer): Assessment {
  const key = [message.id, answer.flags.size, answer.verdict, answer.confidence].join('/');
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = assess(message, answer);
  known.set(key, fresh);
  return fresh;
}

function recordFrom(result: Result, assessments: readonly Assessment[], id: string): RoundRecord {
  const played = messages.flatMap((message, at) => {
    const assessment = assessments[at];
    return assessment === undefined
      ? []
      : [{ pack: 'pack', scenario: 'scenario', id: message.id, message, assessment }];
  });
  return recordOf({ id, mode: 'training', score: result.score, played, moves: [] });
}

/** Mulberry32: numbers from 0 up to 1 that depend on the seed alone. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller 1958. */
function normalFrom(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
