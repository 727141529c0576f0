import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  messageKeyOf,
  resultCodeOf,
  resultsIn,
  scenarioKeyOf,
} from '../../../src/core/record/result-code.ts';
import { longestSettings, roundCodeOf, settingsOfRoundCode } from '../../../src/core/record/round-code.ts';
import { anyRecord, aMessageRecord, aRecord } from './builders.ts';

describe('a result code', () => {
  it('contains what a trainer needs of any round', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const [read, ...others] = resultsIn(resultCodeOf(record));
        expect(others).toEqual([]);
        if (read?.kind !== 'result') throw new Error(read?.reason);
        const { result } = read;
        expect(result).toMatchObject({ mode: record.mode, score: record.score });
        expect(result.passMark).toBe(record.passMark);
        expect(result.day).toBe(Math.floor(record.endedAt / 86_400_000));
        expect(result.messages).toEqual(
          record.messages.map(({ pack, scenario, message, facts, falseAlarms, ...said }) => ({
            scenarioKey: scenarioKeyOf(pack, scenario),
            messageKey: messageKeyOf(pack, scenario, message),
            truth: said.truth,
            verdict: said.verdict,
            confidence: said.confidence,
            action: said.action,
            score: said.score,
            found: facts.map(({ found }) => found),
            falseAlarms: falseAlarms.length,
          })),
        );
      }),
    );
  });

  it('of twenty messages has at most 300 characters, and no characters that look alike', () => {
    const facts = ['a', 'b', 'c', 'd', 'e'].map((fact) => ({ fact, cue: 'urgency', found: true }) as const);
    const messages = Array.from({ length: 20 }, (_, at) =>
      aMessageRecord({ message: `m-${at}`, facts: at % 2 === 0 ? facts : [] }),
    );
    const code = resultCodeOf(aRecord({ messages, seed: 'seed', passMark: 80 }));
    expect(code.length).toBeLessThanOrEqual(300);
    expect(code).toMatch(/^MR1:[0-9A-HJKMNP-TV-Z]+\.$/);
  });

  it('contains neither ids nor the time of day', () => {
    const morning = resultCodeOf(aRecord({ id: 'one', startedAt: 0, endedAt: 1_795_000_000_000 }));
    const evening = resultCodeOf(
      aRecord({ id: 'two', startedAt: 9, endedAt: 1_795_000_000_000 + 3_600_000 }),
    );
    expect(evening).toBe(morning);
  });

  it('shows which rounds were dealt from the same seed, without the seed', () => {
    const roundOf = (seed: string) => {
      const [read] = resultsIn(resultCodeOf(aRecord({ seed })));
      return read?.kind === 'result' ? read.result.round : undefined;
    };
    expect(roundOf('spring')).toBe(roundOf('spring'));
    expect(roundOf('spring')).not.toBe(roundOf('autumn'));
  });

  it('is found in mails, among other codes, quoted, broken into lines and in small letters', () => {
    const one = resultCodeOf(aRecord({ score: 12.34 }));
    const other = resultCodeOf(aRecord({ score: 56.78 })).toLowerCase();
    const broken = other.replaceAll(/.{10}/g, '$&\n> ');
    const mail = `Dear trainer,\n${one} Regards. Mr 1: me.\n> ${broken}\nBye.`;
    expect(resultsIn(mail)).toMatchObject([
      { kind: 'result', result: { score: 12.34 } },
      { kind: 'result', result: { score: 56.78 } },
    ]);
  });

  it('is refused with one character wrong or missing, or two swapped', () => {
    const code = resultCodeOf(aRecord({ score: 71.5, passMark: 70 }));
    const digits = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    for (let at = 4; at < code.length - 1; at += 1) {
      const wrong = digits[(digits.indexOf(code[at] ?? '') + 7) % 32] ?? '';
      for (const typed of [
        code.slice(0, at) + wrong + code.slice(at + 1),
        code.slice(0, at) + code.slice(at + 1),
      ]) {
        expect(resultsIn(typed)).toEqual([{ kind: 'problem', reason: 'mistyped' }]);
      }
    }
  });

  it('says what is wrong with it', () => {
    const code = resultCodeOf(aRecord());
    expect(resultsIn(code.slice(0, -9))).toEqual([{ kind: 'problem', reason: 'cutOff' }]);
    expect(resultsIn(code.replace('MR1', 'MR2'))).toEqual([{ kind: 'problem', reason: 'newer' }]);
    expect(resultsIn('MR1:.')).toEqual([{ kind: 'problem', reason: 'mistyped' }]);
    expect(resultsIn('MR1:%%%.')).toEqual([{ kind: 'problem', reason: 'mistyped' }]);
    expect(resultsIn('nothing here')).toEqual([]);
  });

  it('is searched in any text without throwing or hanging', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom('MR1:', '.', 'A', '0', ' ', 'MR', ':')),
        (text, pieces) => {
          expect(Array.isArray(resultsIn(text + pieces.join('')))).toBe(true);
        },
      ),
    );
    expect(resultsIn('MR1:'.repeat(5_000))).toHaveLength(1_000);
  });
});

describe('a round code', () => {
  it('contains the settings, however it is typed', () => {
    const settings = 'mode=assessment&length=10&seed=K7';
    const code = roundCodeOf(settings) ?? '';
    expect(settingsOfRoundCode(code)).toBe(settings);
    expect(settingsOfRoundCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toBe(settings);
    expect(settingsOfRoundCode(code.replaceAll('1', 'l'))).toBe(settings);
  });

  it('round-trips any printable settings', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{1,200}$/), (settings) => {
        expect(settingsOfRoundCode(roundCodeOf(settings) ?? '')).toBe(settings);
      }),
    );
  });

  it('of a usual round is short enough to read out', () => {
    const code = roundCodeOf('mode=assessment&packs=sakura-2019&length=10&seed=k7') ?? '';
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{1,4}$/);
    expect(settingsOfRoundCode(code)).toBe('mode=assessment&packs=sakura-2019&length=10&seed=k7');
  });

  it('of an earlier version can still be read', () => {
    expect(settingsOfRoundCode('00W1-706W-Z1SD-7ESR-N79K')).toBe('mode=training&length=8&seed=spring');
  });

  it('is refused with a digit wrong', () => {
    const code = roundCodeOf('a10-40-xk3') ?? '';
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue;
      const wrong = code[at] === '7' ? '8' : '7';
      expect(settingsOfRoundCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
    }
  });

  it('is not made of settings that do not fit, nor read from other texts', () => {
    expect(roundCodeOf('')).toBeUndefined();
    expect(roundCodeOf('日')).toBeUndefined();
    expect(roundCodeOf('x'.repeat(longestSettings + 1))).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const settings = settingsOfRoundCode(text);
        expect(settings === undefined || roundCodeOf(settings) !== undefined).toBe(true);
      }),
    );
    expect(settingsOfRoundCode('0'.repeat(1_000_000))).toBeUndefined();
  });
});
