import { describe, expect, it } from 'vitest';
import { answerTo, type Move } from '../../src/core/engine/answer.ts';
import { assess, scoringOf } from '../../src/core/engine/assess.ts';
import { debriefOf } from '../../src/core/engine/debrief/debrief.ts';
import { hintsFor } from '../../src/core/engine/hints.ts';
import { answersOfPlayer, playerNames } from '../../src/core/engine/model-players.ts';
import { movesFrom } from '../../src/core/engine/move-log.ts';
import { phishScale } from '../../src/core/engine/phish-scale.ts';
import { canKnow } from '../../src/core/engine/sources.ts';
import { parseIndex, parsePack, parseScenario } from '../../src/core/lint/parse.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import { catalogueOf } from '../../src/core/scenario/read/catalogue.ts';
import { contentIndexOf } from '../../src/core/scenario/read/content-index.ts';
import frozen from '../fixtures/pack-1.json';

/** A pack of the first edition. It does not say who can settle a message, what a message practises, or what came of it. */
const text = JSON.stringify(frozen.scenario);
const read = parseScenario(text, 'first-five.json');
if (!read.ok) throw new Error(read.problems.map((problem) => problem.text.en).join('\n'));
const scenario = read.value;
const called = (id: string): Message => {
  const message = scenario.messages.find((one) => one.id === id);
  if (message === undefined) throw new Error(`${id} is not in the fixture`);
  return message;
};
const lure = called('pay-hold');
const genuine = called('payslip');

describe('a pack written before the second edition', () => {
  it('is read unchanged, pack and scenario', () => {
    expect(parsePack(JSON.stringify(frozen.pack), 'pack.json').ok).toBe(true);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(frozen.scenario);
    expect(/"(settles|technique)"/.test(text)).toBe(false);
  });

  it('is dealt, hinted at, rated and debriefed', () => {
    expect(catalogueOf(scenario.messages).map(({ technique }) => technique)).toContain('ordinary-message');
    for (const message of scenario.messages) {
      expect(new Set(hintsFor(message)).size).toBe(2);
      const [answer] = answersOfPlayer('flawless', message, () => 0);
      if (answer === undefined) throw new Error('nobody is flawless');
      const debrief = debriefOf(message, assess(message, answer));
      expect(debrief.consequence).toBeUndefined();
      expect(debrief.deciding).toBeDefined();
    }
    if (lure.solution.truth !== 'phish') throw new Error('it was a lure');
    expect(phishScale(lure.solution, 'office')?.difficulty).toBe(lure.solution.difficulty);
  });

  it.each([...playerNames])('scores %s within 0 to 100', (player) => {
    for (const message of scenario.messages) {
      for (const answer of answersOfPlayer(player, message, () => 0.4)) {
        const { score } = assess(message, answer);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }
    }
  });

  it('treats every contact as somebody who can know, as before', () => {
    expect(canKnow(genuine, scenario.directory[0]?.id ?? '')).toBe(true);
  });
});

describe('a round kept before the second edition', () => {
  /** As stored then: without inks and looks, with a confidence from the slider. */
  const kept: unknown = JSON.parse(
    JSON.stringify([
      { kind: 'open', message: 'pay-hold', at: 1 },
      { kind: 'flag', message: 'pay-hold', region: 'field/fromAddress', at: 2 },
      { kind: 'flag', message: 'pay-hold', region: 'field/date', at: 3 },
      { kind: 'unflag', message: 'pay-hold', region: 'field/date', at: 4 },
      { kind: 'judge', message: 'pay-hold', verdict: 'phish', confidence: 0.83, at: 5 },
      { kind: 'act', message: 'pay-hold', action: { kind: 'report' }, at: 6 },
      { kind: 'submit', message: 'pay-hold', at: 7 },
      { kind: 'open', message: 'payslip', at: 8 },
      { kind: 'judge', message: 'payslip', verdict: 'legitimate', confidence: 0.75, at: 9 },
      { kind: 'act', message: 'payslip', action: { kind: 'follow' }, at: 10 },
      { kind: 'submit', message: 'payslip', at: 11 },
    ] satisfies readonly Move[]),
  );

  it('loses no move, and its flags are doubts', () => {
    const moves = movesFrom(kept);
    expect(moves).toEqual(kept);
    const answer = answerTo('pay-hold', moves ?? []);
    expect([...answer.flags]).toEqual([['field/fromAddress', 'doubt']]);
    expect(answer).toMatchObject({ submitted: true, verdict: 'phish', confidence: 0.83 });
  });

  it('is scored', () => {
    const scores = [lure, genuine].map((message) => {
      const answer = answerTo(message.id, movesFrom(kept) ?? []);
      if (!answer.submitted) throw new Error('it was answered');
      return assess(message, answer).score;
    });
    expect(scores[0]).toBeGreaterThan(80);
    expect(scores[1]).toBeGreaterThan(50);
  });
});

describe('a pack whose weights are strange', () => {
  const pack = {
    format: 1 as const,
    id: 'spring',
    title: { ja: '春', en: 'Spring' },
    description: { ja: '…', en: '…' },
    author: 'Me',
    licence: 'CC0-1.0',
    audiences: [{ id: 'office', name: { ja: '社員', en: 'Staff' } }],
    scenarios: ['first-five.json'],
  };
  const problemsOf = (weights: object) => {
    const outcome = parsePack(JSON.stringify({ ...pack, scoring: { weights } }), 'pack.json');
    return outcome.ok ? [] : outcome.problems.map(({ path }) => path.join('/'));
  };

  it.each([
    ['all zero', { evidence: 0, verdict: 0, action: 0 }],
    ['huge', { evidence: 1e9, verdict: 1e9, action: 1e9 }],
    ['negative', { evidence: -1, verdict: 1, action: 1 }],
    ['all one', { evidence: 1, verdict: 1, action: 1 }],
    ['not numbers', { evidence: '0.4', verdict: 0.35, action: 0.25 }],
    ['incomplete', { evidence: 0.5, verdict: 0.5 }],
  ])('is refused by name where they are %s, in the pack as in the index', (_, weights) => {
    const named = problemsOf(weights);
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((path) => path.startsWith('scoring/weights'))).toBe(true);
    const index = contentIndexOf([{ pack, scenarios: [], drills: [], lessons: [] }]);
    const [listed] = index.packs;
    const text = JSON.stringify({ ...index, packs: [{ ...listed, scoring: { weights } }] });
    expect(parseIndex(text, 'index.json').ok).toBe(false);
  });

  it('is scored by them if they are equal or leave parts out', () => {
    for (const weights of [
      { evidence: 1 / 3, verdict: 1 / 3, action: 1 / 3 },
      { evidence: 0, verdict: 1, action: 0 },
    ]) {
      expect(problemsOf(weights)).toEqual([]);
      for (const message of scenario.messages) {
        const [answer] = answersOfPlayer('flawless', message, () => 0);
        if (answer === undefined) throw new Error('nobody is flawless');
        expect(assess(message, answer, scoringOf({ scoring: { weights } })).score).toBe(100);
      }
    }
  });
});
