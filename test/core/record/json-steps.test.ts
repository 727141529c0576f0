import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSteps } from '../../../src/core/record/json-steps.ts';
import { stepsOf } from '../../fixtures/steps.ts';

const read = (text: string): unknown => stepsOf(jsonSteps(text)).result;

/** The value of a text, or that it was refused. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) };
  } catch (error) {
    return error instanceof SyntaxError ? 'refused' : error;
  }
}

const anyText = fc
  .tuple(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '  '))
  .map(([value, space]) => JSON.stringify(value, null, space));

describe('JSON read step by step', () => {
  it('gives the value of JSON.parse', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, and nothing else', () => {
    const damaged = fc
      .tuple(
        anyText,
        fc.nat(),
        fc.nat(2),
        fc.constantFrom('', '"', ',', '[', ']', '{', '}', ':', '\\', ' ', '1'),
      )
      .map(([text, place, cut, put]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + cut);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        expect(outcome(read, text)).toEqual(outcome(JSON.parse, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '',
    '{',
    '[',
    '{"a":1,}',
    '[1,]',
    '[,1]',
    '{"a" 1}',
    '{a:1}',
    '[1] [2]',
    '[1}',
    '{"a":"\\\\\\"}',
    '{"a":"\\\\"}',
    '{"a":1,"a":2}',
    '{"__proto__":{"b":1}}',
    '[[],{},"]",{"[":["{"]}]',
    '\u00a0[]',
  ])('treats %s as JSON.parse does', (text) => {
    expect(outcome(read, text)).toEqual(outcome(JSON.parse, text));
  });

  it('never sets a prototype', () => {
    const value = read('{"__proto__":{"b":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('takes a step for each item of a list', () => {
    const { steps } = stepsOf(
      jsonSteps(JSON.stringify({ kind: 'x', rounds: Array.from({ length: 100 }, () => [1]) })),
    );
    expect(steps.length).toBeGreaterThanOrEqual(100);
  });
});
