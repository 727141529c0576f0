/**
 * Detection difficulty of a lure by the NIST Phish Scale (TN 2276), with intermediate results; and our own decoy
 * load for any message.
 *
 * The scale counts what can be noticed in the message itself, whether or not it decides: clues and myths, but nothing on a
 * page behind it or inside a file.
 */
import { type Cue, type CueId, cueIds, cues } from '../scenario/format/cues.ts';
import type { Message } from '../scenario/format/message.ts';
import type { PhishSolution, Premise } from '../scenario/format/solution.ts';
import { isOnFace, spotOf } from '../scenario/layout/spot.ts';
import { languages } from '../scenario/format/vocabulary.ts';

/** Detection difficulty of a lure. */
export type Difficulty = PhishSolution['difficulty'];

/** A cue and how often it counts. */
export interface CueCount {
  readonly cue: CueId;
  readonly count: number;
}

/** NIST's bands of the number of cues. */
export type CueAmount = 'few' | 'some' | 'many';
/** NIST's bands of premise alignment. */
export type PremiseStrength = 'weak' | 'medium' | 'strong';

/** A rating by the Phish Scale with its intermediate results. */
export interface PhishScale {
  /** The cues that count, in catalogue order. */
  readonly cues: readonly CueCount[];
  readonly cueTotal: number;
  readonly cueCategory: CueAmount;
  readonly premise: {
    /** Each 0, 2, 4, 6 or 8. */
    readonly elements: Omit<Premise, 'audience' | 'difficulty'>;
    /** −8 to 32, even numbers: exposure is subtracted. */
    readonly rating: number;
    readonly category: PremiseStrength;
  };
  readonly difficulty: Difficulty;
}

/** How hard a lure is to detect for one audience; undefined if its premise is not rated for that audience. */
export function phishScale(solution: PhishSolution, audience: string): PhishScale | undefined {
  const premise = solution.premise.find((rated) => rated.audience === audience);
  if (premise === undefined) return undefined;
  const counted = countCues(noticeable(solution));
  const cueTotal = totalOf(counted);
  const cueCategory = amountOf(cueTotal);
  const { audience: _, difficulty: __, ...elements } = premise;
  const rating =
    elements.process + elements.relevance + elements.events + elements.consequence - elements.exposure;
  const category = strengthOf(rating);
  return {
    cues: counted,
    cueTotal,
    cueCategory,
    premise: { elements, rating, category },
    difficulty: difficulties[cueCategory][category],
  };
}

/** The difficulty that the author gives for an audience; undefined if its premise is not rated for that audience. */
export function writtenDifficulty(solution: PhishSolution, audience: string): Difficulty | undefined {
  const premise = solution.premise.find((rated) => rated.audience === audience);
  return premise && (premise.difficulty ?? solution.difficulty);
}

/** The signs on the face of the message. A pretext that copies a process for anybody mimics one, whoever reads it. */
function noticeable({ clues, decoys, premise }: PhishSolution): readonly Sign[] {
  const myths = decoys.filter(({ weighs }) => weighs === 'nothing');
  const mimics: readonly Sign[] = premise.some(({ process }) => process > 0)
    ? [{ cue: 'mimics-process' }]
    : [];
  return [...[...clues, ...myths].filter(({ anchor }) => isOnFace(spotOf(anchor))), ...mimics];
}

/**
 * How much of a message looks like a cue but is honest, counted as in the Phish Scale. It is not part of the Phish
 * Scale.
 */
export function decoyLoad({ solution }: Message): {
  readonly cues: readonly CueCount[];
  readonly total: number;
} {
  const counted = countCues(solution.decoys);
  return { cues: counted, total: totalOf(counted) };
}

/** NIST's matrix: fewer cues and a stronger premise make detection harder. */
const difficulties = {
  few: { strong: 'very', medium: 'very', weak: 'moderate' },
  some: { strong: 'very', medium: 'moderate', weak: 'moderate-least' },
  many: { strong: 'moderate', medium: 'moderate', weak: 'least' },
} as const satisfies Record<CueAmount, Record<PremiseStrength, Difficulty>>;

/** NIST's bands start at 1; zero cues count as few. */
function amountOf(cueTotal: number): CueAmount {
  if (cueTotal <= 8) return 'few';
  return cueTotal <= 14 ? 'some' : 'many';
}

function strengthOf(rating: number): PremiseStrength {
  if (rating <= 10) return 'weak';
  return rating < 18 ? 'medium' : 'strong';
}

interface Sign {
  readonly cue?: CueId;
  readonly only?: 'ja' | 'en';
}

function countCues(signs: readonly Sign[]): readonly CueCount[] {
  return cueIds
    .map((cue) => ({
      cue,
      count: countOf(
        cues[cue].counting,
        signs.filter((sign) => sign.cue === cue),
      ),
    }))
    .filter(({ count }) => count > 0);
}

function countOf(counting: Cue['counting'], signs: readonly Sign[]): number {
  switch (counting) {
    case 'instances':
      return instances(signs);
    case 'once':
      return Math.min(1, signs.length);
    case 'never':
      return 0;
  }
}

/** A reader sees one language only. If the languages differ, the larger number counts. */
function instances(signs: readonly Sign[]): number {
  return Math.max(
    ...languages.map(
      (language) => signs.filter(({ only }) => only === undefined || only === language).length,
    ),
  );
}

function totalOf(counted: readonly CueCount[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
