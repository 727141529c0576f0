import { describe, expect, it } from 'vitest';
import { cohortOf, spreadOf } from '../../../src/core/record/cohort.ts';
import { csvOf } from '../../../src/core/record/csv.ts';
import type { HandedMessage, HandedResult } from '../../../src/core/record/result-code.ts';

const handedMessage = (
  messageKey: number,
  right: boolean,
  over: Partial<HandedMessage> = {},
): HandedMessage => ({
  scenarioKey: 1,
  messageKey,
  truth: 'phish',
  verdict: right ? 'phish' : 'legitimate',
  confidence: 0.8,
  action: right ? 'report' : 'keep',
  score: right ? 90 : 20,
  found: [right, false],
  falseAlarms: 0,
  ...over,
});
const handed = (rights: readonly boolean[], over: Partial<HandedResult> = {}): HandedResult => ({
  mode: 'assessment',
  day: 20_000,
  score: 50,
  messages: rights.map((right, at) => handedMessage(at, right)),
  ...over,
});

describe('results read together', () => {
  it('give the spread of their scores', () => {
    expect(spreadOf([40, 10, 30, 20])).toEqual({
      least: 10,
      lowerQuartile: 17.5,
      median: 25,
      upperQuartile: 32.5,
      most: 40,
    });
    expect(spreadOf([])).toBeUndefined();
  });

  it('count who reached the pass mark, among those whose round had one', () => {
    const results = [
      handed([], { score: 80, passMark: 80 }),
      handed([], { score: 79.99, passMark: 80 }),
      handed([], { score: 10 }),
    ];
    expect(cohortOf(results).passed).toMatchObject({ count: 1, total: 2 });
  });

  it('name the hardest message first, with its facts and reports', () => {
    const { messages } = cohortOf([handed([true, false]), handed([true, true]), handed([true, false])]);
    expect(messages.map(({ messageKey, right }) => [messageKey, right.count, right.total])).toEqual([
      [1, 1, 3],
      [0, 3, 3],
    ]);
    expect(messages[0]?.facts.map(({ count }) => count)).toEqual([1, 0]);
    expect(messages[0]?.reported.count).toBe(1);
  });

  it('have no discrimination below ten answers', () => {
    const few = Array.from({ length: 9 }, (_, at) => handed([at < 4, at < 4]));
    expect(cohortOf(few).messages[0]?.discrimination).toEqual({ kind: 'notEnough', needed: 10 });
  });

  it('distinguish a message that good players get right from one that misleads them', () => {
    // Of ten players, five are right at everything else; message 0 goes with them, message 1 against them.
    const results = Array.from({ length: 10 }, (_, at) => {
      const good = at < 5;
      return handed([good, !good, good, good, good, good]);
    });
    const byKey = new Map(
      cohortOf(results).messages.map(({ messageKey, discrimination }) => [messageKey, discrimination]),
    );
    expect(byKey.get(0)).toMatchObject({ kind: 'measured', value: expect.closeTo(1, 6) });
    expect(byKey.get(1)).toMatchObject({ kind: 'measured', value: expect.closeTo(-1, 6) });
  });

  it('have no discrimination if everybody answered alike', () => {
    const alike = Array.from({ length: 10 }, (_, at) => handed([true, at < 5]));
    const message = cohortOf(alike).messages.find(({ messageKey }) => messageKey === 0);
    expect(message?.discrimination).toEqual({ kind: 'noSpread' });
  });

  it('keep messages with different ids apart', () => {
    const forged = handed([], { messages: [handedMessage(0, true, { truth: 'legitimate' })] });
    expect(cohortOf([handed([true]), forged]).messages).toHaveLength(2);
  });

  it('count the different rounds they come from', () => {
    const results = [
      handed([], { round: 5 }),
      handed([], { round: 5 }),
      handed([], { round: 6 }),
      handed([]),
    ];
    expect(cohortOf(results).rounds).toBe(2);
  });

  it('of nobody are empty', () => {
    expect(cohortOf([])).toMatchObject({ results: 0, score: undefined, messages: [], rounds: 0 });
  });
});

describe('a table file', () => {
  it('quotes texts that would break a row, and runs no formula', () => {
    expect(
      csvOf([
        ['a,b', 'say "x"', 1.5],
        ['=1+1', '日本', -2],
      ]),
    ).toBe('\ufeff"a,b","say ""x""",1.5\r\n\'=1+1,日本,-2\r\n');
  });

  it.each(['=1', '+1', '-1', '@SUM', '＝1', '＋1', '－1', '＠SUM', '\t=1', '\n=1'])(
    'runs no formula that begins with a full-width or hidden sign: %j',
    (text) => {
      expect(csvOf([[text]]).replaceAll(/["\ufeff]/g, '')).toMatch(/^'/);
    },
  );

  it.each(['x;=1+1', 'x\t=1+1'])(
    'starts no cell within %j, whatever separator the spreadsheet uses',
    (text) => {
      expect(csvOf([[text, 5]])).toBe(`\ufeff"${text}",5\r\n`);
    },
  );

  it('can be more than a call takes arguments', () => {
    const one = handed(Array.from({ length: 255 }, () => true));
    const messages = one.messages.map((message) => ({ ...message, messageKey: 1 }));
    const { messages: told } = cohortOf(Array.from({ length: 720 }, () => ({ ...one, messages })));
    expect(told.map(({ right }) => right.total)).toEqual([720 * 255]);
    expect(told[0]?.facts).toHaveLength(2);
  });
});
