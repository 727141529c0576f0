import { describe, expect, it } from 'vitest';
import { decoyLoad, phishScale, writtenDifficulty } from '../../../src/core/engine/phish-scale.ts';
import { type CueId, cues } from '../../../src/core/scenario/format/cues.ts';
import type { Clue, Decoy, Premise } from '../../../src/core/scenario/format/solution.ts';
import { solutionSchema } from '../../../src/core/scenario/format/solution.ts';
import type { Anchor } from '../../../src/core/scenario/format/anchor.ts';
import { aClue, aDecoy, aGenuineMail, aPhishSolution, aPremise, both } from './builders.ts';

const urgent = (count: number): readonly Clue[] =>
  Array.from({ length: count }, (_, index) => aClue({ id: `clue-${index}`, cue: 'urgency' }));
const rate = (clues: readonly Clue[], premise: Partial<Premise> = {}, decoys: readonly Decoy[] = []) =>
  phishScale(
    aPhishSolution({
      clues: [...clues],
      decoys: [...decoys],
      premise: [aPremise({ process: 0, ...premise })],
    }),
    'office',
  );

const weak = { process: 0, relevance: 4, events: 6, consequence: 2, exposure: 2 } as const;
const medium = { process: 0, relevance: 6, events: 6, consequence: 2, exposure: 2 } as const;
const strong = { process: 0, relevance: 8, events: 8, consequence: 4, exposure: 2 } as const;

describe('phishScale', () => {
  it('returns its intermediate results', () => {
    const clues = [...urgent(2), aClue({ cue: 'generic-greeting' }), aClue({ cue: 'qr-lure' })];
    expect(rate(clues, strong)).toEqual({
      cues: [
        { cue: 'urgency', count: 2 },
        { cue: 'generic-greeting', count: 1 },
      ],
      cueTotal: 3,
      cueCategory: 'few',
      premise: { elements: strong, rating: 18, category: 'strong' },
      difficulty: 'very',
    });
  });

  it.each([
    [0, 'few'],
    [1, 'few'],
    [8, 'few'],
    [9, 'some'],
    [14, 'some'],
    [15, 'many'],
  ])('calls %i cues %s', (count, amount) => {
    expect(rate(urgent(count))).toMatchObject({ cueTotal: count, cueCategory: amount });
  });

  it.each<[number, string, Partial<Premise>]>([
    [-8, 'weak', { process: 0, relevance: 0, events: 0, consequence: 0, exposure: 8 }],
    [10, 'weak', weak],
    [12, 'medium', medium],
    [16, 'medium', { relevance: 8, events: 8, consequence: 0, exposure: 0 }],
    [18, 'strong', strong],
    [32, 'strong', { process: 8, relevance: 8, events: 8, consequence: 8, exposure: 0 }],
  ])('calls a premise of %i %s', (rating, category, premise) => {
    expect(rate(urgent(1), premise)).toMatchObject({ premise: { rating, category } });
  });

  it.each([
    [1, strong, 'very'],
    [1, medium, 'very'],
    [1, weak, 'moderate'],
    [9, strong, 'very'],
    [9, medium, 'moderate'],
    [9, weak, 'moderate-least'],
    [15, strong, 'moderate'],
    [15, medium, 'moderate'],
    [15, weak, 'least'],
  ])('rates %i cues under the premise %j as %s', (count, premise, difficulty) => {
    expect(rate(urgent(count), premise)?.difficulty).toBe(difficulty);
  });

  it('rates a lure differently for another audience, and has no rating for an unrated one', () => {
    const solution = aPhishSolution({
      premise: [aPremise(strong), aPremise({ ...weak, audience: 'factory' })],
    });
    expect(phishScale(solution, 'office')?.difficulty).toBe('very');
    expect(phishScale(solution, 'factory')?.difficulty).toBe('moderate');
    expect(phishScale(solution, 'sales')).toBeUndefined();
  });

  it('counts each cue as the catalogue says: by instances, by presence, or not', () => {
    const twice = (cue: CueId) => rate([aClue({ id: 'one', cue }), aClue({ id: 'two', cue })])?.cueTotal;
    expect(twice('link-target')).toBe(2);
    expect(twice('sender-address')).toBe(1);
    expect(twice('secrecy-request')).toBe(0);
  });

  it('knows 23 cues that count', () => {
    const clues = Object.keys(cues).length;
    const counting = Object.values(cues).filter((cue) => cue.counting !== 'never').length;
    expect([clues > 23, counting]).toEqual([true, 23]);
  });

  it('counts the cues that a reader of one language sees, in the language with more', () => {
    const only = (id: string, language: 'ja' | 'en') =>
      aClue({ id, cue: 'spelling-grammar', only: language });
    const common = aClue({ id: 'common', cue: 'spelling-grammar' });
    expect(rate([only('ja-1', 'ja'), only('en-1', 'en'), common])?.cueTotal).toBe(2);
    expect(rate([only('ja-1', 'ja'), only('ja-2', 'ja'), only('en-1', 'en'), common])?.cueTotal).toBe(3);
  });

  it('counts a myth as the cue that people take it for, and no other decoy', () => {
    const myth = aDecoy({ id: 'logo', cue: 'logo-imitation', weighs: 'nothing' });
    const odd = aDecoy({ id: 'threat', cue: 'threat' });
    const uncalled = aDecoy({ id: 'date', weighs: 'nothing' });
    expect(rate(urgent(2), {}, [myth, odd, uncalled])?.cues).toEqual([
      { cue: 'logo-imitation', count: 1 },
      { cue: 'urgency', count: 2 },
    ]);
  });

  it.each<[number, Anchor]>([
    [1, { field: 'received1' }],
    [1, { link: 'renew' }],
    [1, { image: 'seal' }],
    [1, { attachment: 'invoice' }],
    [0, { attachment: 'invoice', part: 'macro' }],
    [0, { attachment: 'invoice', quote: both('Enable editing') }],
    [0, { page: 'portal', part: 'address' }],
    [0, { page: 'portal', formField: 'password' }],
    [0, { page: 'portal', quote: both('Sign in') }],
    [0, { page: 'portal', image: 'seal' }],
  ])('counts %i for a clue at %j: only what is visible in the message itself', (count, anchor) => {
    expect(rate([aClue({ cue: 'urgency', anchor })])?.cueTotal).toBe(count);
    const myth = aDecoy({ cue: 'urgency', weighs: 'nothing', anchor });
    expect(rate([], {}, [myth])?.cueTotal).toBe(count);
  });

  it('counts once that a lure mimics a process for any audience, whether the cue is written or not', () => {
    const mimics = { cue: 'mimics-process', count: 1 };
    const solution = aPhishSolution({
      clues: urgent(1).slice(),
      premise: [aPremise({ process: 0 }), aPremise({ audience: 'factory', process: 2 })],
    });
    expect(phishScale(solution, 'office')?.cues).toContainEqual(mimics);
    expect(phishScale(solution, 'factory')?.cues).toContainEqual(mimics);
    expect(rate([aClue({ cue: 'mimics-process' })], { process: 4 })?.cues).toEqual([mimics]);
    expect(rate(urgent(1), { process: 0 })?.cues).not.toContainEqual(mimics);
  });

  it('has one premise for all audiences, except those with their own', () => {
    const solution = aPhishSolution({
      difficulty: 'very',
      premise: [aPremise(), aPremise({ audience: 'factory', difficulty: 'moderate' })],
    });
    expect(writtenDifficulty(solution, 'office')).toBe('very');
    expect(writtenDifficulty(solution, 'factory')).toBe('moderate');
    expect(writtenDifficulty(solution, 'sales')).toBeUndefined();
    expect(phishScale(solution, 'factory')?.premise.elements).not.toHaveProperty('difficulty');
  });

  it('relies on the format to refuse odd values', () => {
    const solution = aPhishSolution();
    const odd = { ...solution, premise: [{ ...aPremise(), process: 3 }] };
    expect(solutionSchema.safeParse(solution).success).toBe(true);
    expect(solutionSchema.safeParse(odd).success).toBe(false);
  });
});

describe('decoyLoad', () => {
  it('counts the honest signs of a message by the same rule', () => {
    const mail = aGenuineMail({
      decoys: [
        aDecoy({ id: 'deadline', cue: 'urgency' }),
        aDecoy({ id: 'deadline-again', cue: 'urgency' }),
        aDecoy({ id: 'greeting', cue: 'generic-greeting' }),
        aDecoy({ id: 'greeting-again', cue: 'generic-greeting' }),
        aDecoy({ id: 'unnamed' }),
      ],
    });
    expect(decoyLoad(mail)).toEqual({
      cues: [
        { cue: 'urgency', count: 2 },
        { cue: 'generic-greeting', count: 1 },
      ],
      total: 3,
    });
    expect(decoyLoad(aGenuineMail())).toEqual({ cues: [], total: 0 });
  });
});
