import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type CompleteAnswer, type Flags, type Move } from '../../../src/core/engine/answer.ts';
import { assess, defaultScoring, type Scoring } from '../../../src/core/engine/assess.ts';
import { costlyRegions } from '../../../src/core/engine/costly-regions.ts';
import { evidence } from '../../../src/core/engine/evidence.ts';
import { answersOfPlayer } from '../../../src/core/engine/model-players.ts';
import { placedSolution, regionsOf } from '../../../src/core/engine/placed-solution.ts';
import { settlingSources } from '../../../src/core/engine/sources.ts';
import { confidenceOf, surenesses } from '../../../src/core/engine/sureness.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../../src/core/scenario/format/scenario.ts';
import { actionKinds, type Ink, inks } from '../../../src/core/scenario/format/vocabulary.ts';
import { anyMessage, inked } from './builders.ts';

const packs = new URL('../../../content/packs/', import.meta.url).pathname;
const inboxes = readdirSync(packs)
  .map((pack) => `${packs}${pack}/scenarios/`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder).map((file): Scenario => JSON.parse(readFileSync(folder + file, 'utf8'))),
  );
const shipped = inboxes.flatMap(({ messages }) => messages);
/** The inbox of a shipped message; a generated one has none. */
const inboxOf = new Map(inboxes.flatMap((inbox) => inbox.messages.map((message) => [message, inbox])));

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const anyScoring: fc.Arbitrary<Scoring> = fc
  .record({ evidence: share, verdict: share, action: share })
  .map(({ evidence, verdict, action }) => {
    const sum = evidence + verdict + action;
    const weights = { evidence: evidence / sum, verdict: verdict / sum, action: action / sum };
    return { ...defaultScoring, weights };
  });

/** Any complete answer; flags lie on regions of the message and on keys that are none. */
const anyAnswerTo = (message: Message): fc.Arbitrary<CompleteAnswer> => {
  const keys = [...layOut(message).regions.map(({ key }) => key), 'field/none', 'toString'];
  return fc
    .record({
      flagged: fc.subarray(keys),
      ink: fc.array(fc.constantFrom(...inks), { minLength: keys.length, maxLength: keys.length }),
      verdict: fc.constantFrom('phish' as const, 'legitimate' as const),
      confidence: fc.constantFrom(...Object.values(confidenceOf), 0.5, 0.8, 1),
      action: fc.constantFrom(...actionKinds),
      checked: fc.boolean(),
    })
    .map(({ flagged, ink, verdict, confidence, action, checked }) => ({
      flags: new Map(flagged.map((region, at) => [region, ink[at] ?? 'doubt'] as const)),
      verdict,
      confidence,
      action: action === 'verify' ? { kind: action, contact: 'bank' } : { kind: action },
      ...(checked && { looked: settlingSources(message) }),
      submitted: true as const,
    }));
};

/** The answer with these regions flagged as well, or in another ink than before. */
const withFlags = (answer: CompleteAnswer, ink: Ink, ...regions: readonly string[]): CompleteAnswer => ({
  ...answer,
  flags: new Map([...answer.flags, ...regions.map((region) => [region, ink] as const)]),
});
const without = (answer: CompleteAnswer, region: string): CompleteAnswer => ({
  ...answer,
  flags: new Map([...answer.flags].filter(([key]) => key !== region)),
});
const assessed = (message: Message, answer: CompleteAnswer, scoring: Scoring = defaultScoring) =>
  assess(message, answer, scoring, inboxOf.get(message));
const scoreOf = (message: Message, answer: CompleteAnswer) => assessed(message, answer).score;
const costlyTo = (message: Message, { looked }: CompleteAnswer) =>
  costlyRegions(message, placedSolution(message), { inbox: inboxOf.get(message), looked });
const noFlags: Flags = new Map();

const theOne = <Item>(items: readonly Item[]): Item => {
  const [first] = items;
  if (first === undefined) throw new Error('there is none');
  return first;
};
const flawless = (message: Message): CompleteAnswer => theOne(answersOfPlayer('flawless', message, () => 0));

const withoutAny = (answer: CompleteAnswer, regions: readonly string[]): CompleteAnswer => {
  let bare = answer;
  for (const region of regions) bare = without(bare, region);
  return bare;
};

/** True signs, each by its own region. Flagging one more can only help. */
const trueSigns = (message: Message): readonly string[] => {
  const { facts, reassurances } = placedSolution(message);
  return [...facts.flatMap(({ clues }) => clues), ...reassurances].flatMap(regionsOf);
};

describe.each([
  ['generated', anyMessage],
  ['shipped', fc.constantFrom(...shipped)],
])('the laws of scoring over %s messages', (_, anyOne) => {
  const anyPlayed = anyOne.chain((message) => fc.tuple(fc.constant(message), anyAnswerTo(message)));

  it('keep every score within 0 to 100', () => {
    fc.assert(
      fc.property(anyPlayed, anyScoring, ([message, answer], scoring) => {
        const { score, evidence, judgement, handling } = assessed(message, answer, scoring);
        for (const part of [evidence, judgement, handling, score / 100]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('give a flawless answer exactly 100, and blame nothing in it', () => {
    fc.assert(
      fc.property(anyOne, anyScoring, (message, scoring) => {
        const { score, findings } = assessed(message, flawless(message), scoring);
        expect(score).toBe(100);
        expect(findings.filter(({ outcome }) => outcome === 'miss' || outcome === 'falseAlarm')).toEqual([]);
      }),
    );
  });

  it('never lower a score for one more true sign, nor raise it for taking one back', () => {
    fc.assert(
      fc.property(anyPlayed, fc.nat(), ([message, answer], pick) => {
        const signs = trueSigns(message);
        const region = signs[pick % Math.max(1, signs.length)];
        fc.pre(region !== undefined);
        const ink = message.solution.truth === 'phish' ? 'doubt' : 'trust';
        const more = scoreOf(message, withFlags(answer, ink, region ?? ''));
        expect(more).toBeGreaterThanOrEqual(scoreOf(message, without(answer, region ?? '')));
      }),
    );
  });

  it('never raise a score for one more wrong flag', () => {
    fc.assert(
      fc.property(anyPlayed, fc.nat(), ([message, answer], pick) => {
        const { doubt, trust } = costlyTo(message, answer);
        const isLure = message.solution.truth === 'phish';
        for (const [ink, keys] of [
          ['doubt', [...doubt]],
          ['trust', isLure ? trueSigns(message) : [...trust]],
        ] as const) {
          for (const key of keys.slice(pick % Math.max(1, keys.length)).slice(0, 1)) {
            expect(scoreOf(message, withFlags(answer, ink, key))).toBeLessThanOrEqual(
              scoreOf(message, without(answer, key)),
            );
          }
        }
      }),
    );
  });

  it('ignore trust in what is confirmed, and doubt about what the best action is about', () => {
    fc.assert(
      fc.property(anyPlayed, ([message, answer]) => {
        const { confirmed, prudent } = costlyTo(message, answer);
        const vouching = new Set(placedSolution(message).reassurances.flatMap(regionsOf));
        for (const [ink, keys] of [
          ['trust', [...confirmed]],
          ['doubt', [...prudent].filter((key) => !vouching.has(key))],
        ] as const) {
          const bare = withoutAny(answer, keys);
          expect(scoreOf(message, withFlags(answer, ink, ...keys))).toBe(scoreOf(message, bare));
        }
      }),
    );
  });

  it('ignore a flag on a myth, in either ink', () => {
    fc.assert(
      fc.property(anyPlayed, fc.constantFrom(...inks), ([message, answer], ink) => {
        const { myths, innocent } = placedSolution(message);
        const telling = new Set([...trueSigns(message), ...innocent.map(({ key }) => key)]);
        const neutral = myths.flatMap(regionsOf).filter((region) => !telling.has(region));
        const bare = withoutAny(answer, neutral);
        expect(scoreOf(message, withFlags(answer, ink, ...neutral))).toBe(scoreOf(message, bare));
      }),
    );
  });

  it('never pay flagging everything more than flagging nothing, whatever the verdict and ink', () => {
    fc.assert(
      fc.property(anyPlayed, fc.constantFrom(...inks), ([message, answer], ink) => {
        const everything = layOut(message).regions.map(({ key }) => key);
        const all = { ...answer, flags: inked({ [ink]: everything }) };
        expect(scoreOf(message, all)).toBeLessThanOrEqual(scoreOf(message, { ...answer, flags: noFlags }));
      }),
    );
  });

  it('keep an answer without a reason below 70', () => {
    fc.assert(
      fc.property(anyPlayed, ([message, { looked: _looked, ...answer }]) => {
        expect(scoreOf(message, { ...answer, flags: noFlags })).toBeLessThan(70);
      }),
    );
  });

  it('never pay a wrong verdict more than the right one, other things equal', () => {
    fc.assert(
      fc.property(anyPlayed, ([message, answer]) => {
        const { truth } = message.solution;
        const other = truth === 'phish' ? 'legitimate' : 'phish';
        expect(scoreOf(message, { ...answer, verdict: other })).toBeLessThanOrEqual(
          scoreOf(message, { ...answer, verdict: truth }),
        );
      }),
    );
  });

  it('pay the most on average for saying what one believes, whatever that is', () => {
    const words = surenesses.flatMap((sureness) =>
      (['phish', 'legitimate'] as const).map((verdict) => ({ verdict, confidence: confidenceOf[sureness] })),
    );
    const inQuestion = fc.tuple(anyPlayed, fc.constantFrom(...words));
    fc.assert(
      fc.property(inQuestion, ([[message, answer], believed]) => {
        const { truth } = message.solution;
        // Only the verdict: the points of an action may depend on confidence, and have their own law.
        const earned = (said: (typeof words)[number], correct: boolean) =>
          assess(message, {
            ...answer,
            verdict: correct ? truth : truth === 'phish' ? 'legitimate' : 'phish',
            confidence: said.confidence,
          }).judgement;
        /** The average if the verdict is as likely to be right as the player believes. */
        const expected = (said: (typeof words)[number]) => {
          const chance = said.verdict === believed.verdict ? believed.confidence : 1 - believed.confidence;
          return chance * earned(said, true) + (1 - chance) * earned(said, false);
        };
        const best = Math.max(...words.map(expected));
        expect(expected(believed)).toBeCloseTo(best, 12);
      }),
      // Each run assesses a message for all six words, right and wrong.
      { numRuns: 30 },
    );
  });

  it('pay a check with a source that settles the message, and no look at any other', () => {
    fc.assert(
      fc.property(anyPlayed, ([message, { looked: _looked, ...answer }]) => {
        const settling = settlingSources(message);
        const checked = scoreOf(message, { ...answer, looked: settling });
        expect(checked).toBeGreaterThanOrEqual(scoreOf(message, answer));
        const idle = (['notices', 'directory', 'within'] as const).filter((source) => !settling.has(source));
        expect(scoreOf(message, { ...answer, looked: new Set(idle) })).toBe(scoreOf(message, answer));
      }),
    );
  });

  it('do not depend on the order of unrelated moves, and give a log kept before inks a score', () => {
    const played = anyOne.chain((message) => {
      const keys = layOut(message).regions.map(({ key }) => key);
      const ink = fc.option(fc.constantFrom(...inks), { nil: undefined });
      const log: fc.Arbitrary<readonly Move[]> = fc
        .tuple(fc.subarray(keys), fc.array(ink, { minLength: keys.length, maxLength: keys.length }))
        .map(([flags, chosen]) => [
          ...flags.map((region, at): Move => {
            const one = chosen[at];
            return { kind: 'flag', message: message.id, region, ...(one && { ink: one }), at: 1 };
          }),
          { kind: 'look', message: message.id, source: 'site', at: 1 },
          { kind: 'judge', message: message.id, verdict: 'phish', confidence: 0.7, at: 2 },
          { kind: 'act', message: message.id, action: { kind: 'report' }, at: 3 },
        ]);
      return log.chain((moves) =>
        fc.record({
          message: fc.constant(message),
          log: fc.constant(moves),
          shuffled: fc.shuffledSubarray([...moves], { minLength: moves.length }),
          later: fc.nat(),
        }),
      );
    });
    const assessLog = (message: Message, log: readonly Move[]) => {
      const answer = answerTo(message.id, [...log, { kind: 'submit', message: message.id, at: 9 }]);
      if (!answer.submitted) throw new Error('the answer is complete');
      return assessed(message, answer);
    };
    fc.assert(
      fc.property(played, ({ message, log, shuffled, later }) => {
        const first = assessLog(message, log);
        expect(assessLog(message, log)).toEqual(first);
        expect(assessLog(message, shuffled)).toEqual(first);
        const delayed = log.map((move) => ({ ...move, at: move.at + later }));
        expect(assessLog(message, delayed)).toEqual(first);
      }),
    );
  });
});

describe('one wrong flag in a shipped lure, beside all that is right,', () => {
  it('takes little, as there are other places to leave alone', () => {
    const dear = shipped
      .filter(({ solution }) => solution.truth === 'phish')
      .filter((message) => {
        const { facts, innocent } = placedSolution(message);
        const right = facts.flatMap(({ clues }) => clues.flatMap(regionsOf));
        const stray = innocent.find(({ key }) => !right.includes(key))?.key;
        if (stray === undefined) return true;
        const flags: Flags = new Map([...right, stray].map((key) => [key, 'doubt']));
        return evidence(message, flags).score < 0.8;
      });
    expect(dear.map(({ id }) => id)).toEqual([]);
  });
});

describe('a flawless answer to a shipped message', () => {
  it('needs no page or file to be opened, and misses nothing', () => {
    const paged = shipped.filter((message) => {
      const answer = flawless(message);
      const onFace = new Map([...answer.flags].filter(([key]) => !/^(?:page|file)\//.test(key)));
      const { score, findings, factsFound, facts } = assessed(message, { ...answer, flags: onFace });
      const isBlamed = findings.some(({ outcome }) => outcome === 'miss' || outcome === 'falseAlarm');
      return score < 100 || isBlamed || factsFound < facts;
    });
    expect(paged.map(({ id }) => id)).toEqual([]);
  });
});

describe('a clue that is seen only after opening something', () => {
  it('is missed in no shipped message, and no false alarm either', () => {
    const blamed = shipped.filter((message) => {
      const { findings } = assessed(message, { ...flawless(message), flags: noFlags });
      return findings.some(
        ({ outcome, subject, regions }) =>
          outcome === 'miss' &&
          subject.kind === 'clue' &&
          regions.length > 0 &&
          regions.every((key) => /^(?:page|file)\//.test(key)),
      );
    });
    expect(blamed.map(({ id }) => id)).toEqual([]);
  });
});
