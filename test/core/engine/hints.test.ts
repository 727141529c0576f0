import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type Move, reasonFor } from '../../../src/core/engine/answer.ts';
import { assess } from '../../../src/core/engine/assess.ts';
import {
  hintCost,
  hintCount,
  type HintPlace,
  hintPlaces,
  hintShare,
  hintsFor,
} from '../../../src/core/engine/hints.ts';
import { movesFrom } from '../../../src/core/engine/move-log.ts';
import type { Anchor } from '../../../src/core/scenario/format/anchor.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLure,
  anAnswer,
  anyMessage,
  aReassurance,
  both,
} from './builders.ts';

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

  it('cost a flawless answer six points each', () => {
    const answer = anAnswer({ flags: ['field/fromAddress'] });
    expect(assess(aLure(), answer).score).toBe(100);
    expect(assess(aLure(), { ...answer, hints: 1 }).score).toBeCloseTo(94, 9);
    expect(assess(aLure(), { ...answer, hints: 2 }).score).toBeCloseTo(88, 9);
    expect(hintShare(-3)).toBe(1);
  });

  const tellingPlaces = [
    ['link', { link: 'portal' }],
    ['text', { quote: both('the invoice of May') }],
    ['text', { field: 'subject' }],
    ['text', { field: 'when' }],
    ['text', { field: 'place' }],
    ['text', { thread: 'earlier' }],
    ['sender', { field: 'fromName' }],
    ['sender', { field: 'fromAddress' }],
    ['sender', { field: 'replyTo' }],
    ['attachment', { attachment: 'invoice' }],
    ['attachment', { attachment: 'invoice', part: 'type' }],
    ['attachment', { attachment: 'invoice', quote: both('Enable editing') }],
    ['attachment', { attachment: 'invoice', image: 'seal' }],
    ['origin', { field: 'sender' }],
    ['origin', { field: 'caller' }],
    ['origin', { field: 'membership' }],
    ['origin', { field: 'returnAddress' }],
    ['delivery', { field: 'returnPath' }],
    ['delivery', { field: 'received3' }],
    ['layout', { slot: 'signature' }],
    ['picture', { image: 'seal' }],
  ] as const satisfies readonly (readonly [HintPlace, Anchor])[];

  const nothingElse = { decoys: [] };
  const lureAt = (...anchors: readonly Anchor[]) =>
    aLure({ ...nothingElse, clues: anchors.map((anchor, at) => aClue({ id: `clue-${at}`, anchor })) });
  const genuineAt = (...anchors: readonly Anchor[]) =>
    aGenuineMail({
      ...nothingElse,
      reassurances: anchors.map((anchor, at) => aReassurance({ id: `sign-${at}`, anchor })),
    });

  it.each(tellingPlaces)(
    'name the place %s for %j, whether it speaks against or for the message',
    (place, anchor) => {
      expect(hintsFor(lureAt(anchor))).toContain(place);
      expect(hintsFor(genuineAt(anchor))).toEqual(hintsFor(lureAt(anchor)));
    },
  );

  it('name any two places in the same order, for lures and genuine mail', () => {
    const anchor = fc.constantFrom(...tellingPlaces);
    fc.assert(
      fc.property(anchor, anchor, ([one, first], [other, second]) => {
        fc.pre(one !== other);
        const named = hintPlaces.filter((place) => place === one || place === other);
        expect(hintsFor(lureAt(first, second))).toEqual(named);
        expect(hintsFor(lureAt(second, first))).toEqual(named);
        expect(hintsFor(genuineAt(second, first))).toEqual(named);
      }),
    );
  });

  it.each<Anchor>([
    { page: 'portal', part: 'address' },
    { page: 'portal', quote: both('Sign in') },
    { page: 'portal', image: 'seal' },
  ])('never name a page, as for %j', (anchor) => {
    expect(hintsFor(lureAt(anchor))).toEqual(['text', 'sender']);
    expect(hintsFor(genuineAt(anchor))).toEqual(['text', 'sender']);
  });

  it('name the place of a weighty fact before that of a soft one, whatever their order', () => {
    const lure = aLure({
      ...nothingElse,
      facts: [aFact({ id: 'pressed', weight: 'soft' }), aFact({ id: 'forged' })],
      clues: [
        aClue({ id: 'a', fact: 'pressed', anchor: { link: 'renew' } }),
        aClue({ id: 'b', fact: 'forged', anchor: { slot: 'greeting' } }),
      ],
    });
    expect(hintsFor(lure)).toEqual(['layout', 'link']);
  });

  it('fall back on odd-looking parts, then on text and sender, so that there are always two', () => {
    const decoys = [aDecoy({ anchor: { image: 'seal' } })];
    expect(hintsFor(aLure({ clues: [], decoys }))).toEqual(['picture', 'text']);
    expect(hintsFor(aGenuineMail({ reassurances: [], decoys }))).toEqual(['picture', 'text']);
    expect(hintsFor(aLure({ clues: [], ...nothingElse }))).toEqual(['text', 'sender']);
    expect(hintsFor(lureAt({ quote: both('due') }))).toEqual(['text', 'sender']);
  });

  it('are two different places in every message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const hints = hintsFor(message);
        expect(new Set(hints).size).toBe(hintCount);
        expect(hints.every((place) => hintPlaces.includes(place))).toBe(true);
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

  it('include the hints taken before it was given, and none after', () => {
    const moves: readonly Move[] = [
      ...given,
      { kind: 'submit', message: 'm', at: 4 },
      { kind: 'hint', message: 'm', at: 5 },
    ];
    expect(answerTo('m', moves)).toMatchObject({ submitted: true, hints: 1 });
  });

  it('close it unanswered if the time ended first, and later moves do not count', () => {
    const moves: readonly Move[] = [
      ...given,
      { kind: 'expire', message: 'm', at: 4 },
      { kind: 'submit', message: 'm', at: 5 },
    ];
    expect(answerTo('m', moves)).toMatchObject({ submitted: false, expired: true, verdict: 'phish' });
  });

  it('include the reason that the player gave last', () => {
    const region = { kind: 'region', region: 'link/main' } as const;
    const moves: readonly Move[] = [
      { kind: 'reason', message: 'm', reason: { kind: 'whole' }, at: 1 },
      { kind: 'reason', message: 'm', reason: region, at: 2 },
      { kind: 'reason', message: 'other', reason: { kind: 'unsaid' }, at: 3 },
    ];
    expect(reasonFor('m', moves)).toEqual(region);
    expect(reasonFor('nobody', moves)).toBeUndefined();
  });

  it('are read from storage, without invalid reasons', () => {
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
