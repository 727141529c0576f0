import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type Move, reasonFor } from '../../../src/core/engine/answer.ts';
import { assess } from '../../../src/core/engine/assess.ts';
import { hintCost, hintCount, type HintPlace, hintShare, hintsFor } from '../../../src/core/engine/hints.ts';
import { movesFrom } from '../../../src/core/engine/move-log.ts';
import type { Anchor } from '../../../src/core/scenario/format/anchor.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import { aClue, aFact, aGenuineMail, aLure, anAnswer, anyMessage, aReassurance, both } from './builders.ts';

const flagsOf = (keys: readonly string[]) => fc.subarray([...keys]);

describe('hints', () => {
  it('never raise a score, and each one lowers what the clues earned by the same share', () => {
    const played = anyMessage.chain((message) =>
      fc.record({
        message: fc.constant(message),
        flags: flagsOf(layOut(message).regions.map(({ key }) => key)),
        verdict: fc.constantFrom('phish' as const, 'legitimate' as const),
        hints: fc.integer({ min: 0, max: 5 }),
      }),
    );
    fc.assert(
      fc.property(played, ({ message, flags, verdict, hints }) => {
        const answer = anAnswer({ flags, verdict });
        const without = assess(message, answer);
        const withHints = assess(message, { ...answer, hints });
        const more = assess(message, { ...answer, hints: hints + 1 });
        expect(withHints.score).toBeLessThanOrEqual(without.score);
        expect(more.score).toBeLessThanOrEqual(withHints.score);
        expect(withHints.evidence).toBeCloseTo(
          without.evidence * (1 - hintCost * Math.min(hints, hintCount)),
          12,
        );
        expect(withHints.findings).toEqual(without.findings);
      }),
    );
  });

  it('leave a flawless answer without them at 100, and cost six points each of it', () => {
    const answer = anAnswer({ flags: ['field/fromAddress'] });
    expect(assess(aLure(), answer).score).toBe(100);
    expect(assess(aLure(), { ...answer, hints: 1 }).score).toBeCloseTo(94, 9);
    expect(assess(aLure(), { ...answer, hints: 2 }).score).toBeCloseTo(88, 9);
    expect(hintShare(-3)).toBe(1);
  });

  it('point to the strongest clue, wherever it stands in the list', () => {
    const lure = aLure({
      facts: [aFact({ id: 'pressed', weight: 'soft' }), aFact({ id: 'sent-on' })],
      clues: [
        aClue({ id: 'a', fact: 'pressed', cue: 'urgency', anchor: { quote: { ja: '期限', en: 'expired' } } }),
        aClue({ id: 'b', fact: 'sent-on', cue: 'link-target', anchor: { link: 'renew' } }),
      ],
    });
    expect(hintsFor(lure)).toEqual({ place: 'link', family: 'technical' });
  });

  it('point in genuine mail to what vouches for it, in the same form', () => {
    expect(hintsFor(aGenuineMail())).toEqual({ place: 'delivery', family: 'technical' });
    const greeting = aGenuineMail({ reassurances: [aReassurance({ anchor: { slot: 'greeting' } })] });
    expect(hintsFor(greeting)).toEqual({ place: 'layout', family: 'language' });
  });

  it.each<[HintPlace, string, Anchor]>([
    ['sender', 'technical', { field: 'fromName' }],
    ['sender', 'technical', { field: 'fromAddress' }],
    ['sender', 'technical', { field: 'replyTo' }],
    ['delivery', 'technical', { field: 'returnPath' }],
    ['delivery', 'technical', { field: 'received3' }],
    ['origin', 'technical', { field: 'sender' }],
    ['origin', 'technical', { field: 'caller' }],
    ['origin', 'technical', { field: 'membership' }],
    ['origin', 'technical', { field: 'returnAddress' }],
    ['text', 'language', { field: 'when' }],
    ['text', 'language', { field: 'place' }],
    ['text', 'language', { field: 'subject' }],
    ['text', 'language', { quote: both('the invoice of May') }],
    ['text', 'language', { thread: 'earlier' }],
    ['layout', 'language', { slot: 'signature' }],
    ['link', 'technical', { link: 'portal' }],
    ['picture', 'visual', { image: 'seal' }],
    ['attachment', 'technical', { attachment: 'invoice' }],
    ['attachment', 'technical', { attachment: 'invoice', quote: both('Enable editing') }],
    ['attachment', 'technical', { attachment: 'invoice', image: 'seal' }],
    ['page', 'technical', { page: 'portal', part: 'address' }],
    ['page', 'technical', { page: 'portal', quote: both('Sign in') }],
    ['page', 'technical', { page: 'portal', image: 'seal' }],
  ])('send a player to the %s and to what is %s there, for %j', (place, family, anchor) => {
    const vouched = aGenuineMail({ reassurances: [aReassurance({ anchor })] });
    expect(hintsFor(vouched)).toEqual({ place, family });
    const lure = aLure({ clues: [aClue({ anchor, cue: 'logo-imitation' })] });
    expect(hintsFor(lure)).toEqual({ place, family: 'visual' });
  });

  it('take the clue named first of several as strong', () => {
    const link = aClue({ id: 'a', cue: 'link-target', anchor: { link: 'renew' } });
    const greeting = aClue({ id: 'b', cue: 'generic-greeting', anchor: { slot: 'greeting' } });
    expect(hintsFor(aLure({ clues: [link, greeting] })).place).toBe('link');
    expect(hintsFor(aLure({ clues: [greeting, link] })).place).toBe('layout');
  });

  it('take a clue that proves no fact for the weakest', () => {
    const lure = aLure({
      facts: [aFact({ weight: 'soft' })],
      clues: [
        aClue({ id: 'a', fact: 'nowhere', anchor: { link: 'renew' } }),
        aClue({ id: 'b', anchor: { slot: 'greeting' } }),
      ],
    });
    expect(hintsFor(lure).place).toBe('layout');
  });

  it('point to the sender where the author names nothing', () => {
    const first = { place: 'sender', family: 'technical' };
    expect(hintsFor(aLure({ clues: [] }))).toEqual(first);
    expect(hintsFor(aGenuineMail({ reassurances: [] }))).toEqual(first);
  });

  it('exist for every message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(Object.keys(hintsFor(message))).toEqual(['place', 'family']);
      }),
    );
  });
});

describe('the moves of an answer', () => {
  const given: readonly Move[] = [
    { kind: 'open', message: 'm', at: 0 },
    { kind: 'hint', message: 'm', at: 1 },
    { kind: 'hint', message: 'other', at: 1 },
    { kind: 'judge', message: 'm', verdict: 'phish', confidence: 0.8, at: 2 },
    { kind: 'act', message: 'm', action: { kind: 'report' }, at: 3 },
  ];

  it('hold the hints that were taken before it was given, and none after', () => {
    const moves: readonly Move[] = [
      ...given,
      { kind: 'submit', message: 'm', at: 4 },
      { kind: 'hint', message: 'm', at: 5 },
    ];
    expect(answerTo('m', moves)).toMatchObject({ submitted: true, hints: 1 });
  });

  it('close it unanswered where the time ended first; what comes later counts nothing', () => {
    const moves: readonly Move[] = [
      ...given,
      { kind: 'expire', message: 'm', at: 4 },
      { kind: 'submit', message: 'm', at: 5 },
    ];
    expect(answerTo('m', moves)).toMatchObject({ submitted: false, expired: true, verdict: 'phish' });
  });

  it('hold what the player said decided it, the last word counting', () => {
    const region = { kind: 'region', region: 'link/main' } as const;
    const moves: readonly Move[] = [
      { kind: 'reason', message: 'm', reason: { kind: 'whole' }, at: 1 },
      { kind: 'reason', message: 'm', reason: region, at: 2 },
      { kind: 'reason', message: 'other', reason: { kind: 'unsaid' }, at: 3 },
    ];
    expect(reasonFor('m', moves)).toEqual(region);
    expect(reasonFor('nobody', moves)).toBeUndefined();
  });

  it('are read back from storage, and what is no reason is dropped', () => {
    const moves: readonly Move[] = [
      ...given,
      { kind: 'expire', message: 'm', at: 4 },
      { kind: 'extend', message: 'm', at: 4 },
      { kind: 'reason', message: 'm', reason: { kind: 'region', region: 'link/main' }, at: 5 },
      { kind: 'reason', message: 'm', reason: { kind: 'whole' }, at: 5 },
      { kind: 'reason', message: 'm', reason: { kind: 'unsaid' }, at: 5 },
    ];
    const wrong = [
      { kind: 'reason', message: 'm', at: 6 },
      { kind: 'reason', message: 'm', reason: null, at: 6 },
      { kind: 'reason', message: 'm', reason: { kind: 'region' }, at: 6 },
      { kind: 'reason', message: 'm', reason: 'whole', at: 6 },
      { kind: 'reason', message: 'm', reason: { kind: 'because' }, at: 6 },
    ];
    expect(movesFrom([...moves, ...wrong])).toEqual(moves);
  });
});
