import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/core/engine/assess.ts';
import { partExplained } from '../../../../src/core/engine/debrief/part-explained.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { placedSolution } from '../../../../src/core/engine/placed-solution.ts';
import { loadPack } from '../../../../src/core/lint/load.ts';
import { readFileSync } from 'node:fs';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import {
  aClue,
  aDecoy,
  aLegitimateSolution,
  aLure,
  aMailWith,
  anAnswer,
  aPhishSolution,
  aReassurance,
  both,
} from '../builders.ts';

const content = `${import.meta.dirname}/../../../content/`;
const { scenarios } = await loadPack(
  (path) => Promise.resolve(readFileSync(content + path, 'utf8')),
  'first-day',
);

const told = (message: Message, region: string, said: Parameters<typeof anAnswer>[0] = {}) =>
  partExplained(message, assess(message, anAnswer(said)).findings, region);

describe('a part that a player asks about', () => {
  it('is explained by the finding that names it', () => {
    expect(told(aLure(), 'field/fromAddress')).toMatchObject({ outcome: 'miss', subject: { kind: 'clue' } });
    const flagged = told(aLure(), 'field/date', { flags: ['field/date'] });
    expect(flagged).toMatchObject({ outcome: 'falseAlarm', subject: { region: 'field/date' } });
  });

  it('is explained by what it belongs to: a clue, a decoy, a myth or a reassurance', () => {
    const body = [
      {
        kind: 'table' as const,
        rows: [
          [both('By'), both('Today, 23:59')],
          [both('For'), both('Room 4012')],
        ],
      },
    ];
    const [urgent, room] = ['body/0.r0c0/0', 'body/0.r1c0/0'] as const;
    const at = (text: string) => ({ quote: both(text) });
    const address = aClue({ id: 'address' });
    const clue = aClue({ id: 'urgent', cue: 'urgency', anchor: at('Today, 23:59') });
    for (const weighs of [undefined, 'nothing'] as const) {
      const decoy = aDecoy({ anchor: at('Room 4012'), ...(weighs && { weighs }) });
      const lure = aMailWith(aPhishSolution({ clues: [address, clue], decoys: [decoy] }), { body });
      expect(told(lure, urgent)).toMatchObject({ subject: { kind: 'clue', clue } });
      expect(told(lure, room)).toMatchObject({ subject: { kind: weighs ? 'myth' : 'decoy', decoy } });
    }
    const reassurance = aReassurance({ anchor: at('Room 4012') });
    const genuine = aMailWith(
      aLegitimateSolution({ reassurances: [aReassurance({ id: 'dmarc' }), reassurance] }),
      { body },
    );
    expect(told(genuine, room)).toMatchObject({ subject: { kind: 'reassurance', reassurance } });
    // A flag elsewhere comes before it in the findings and is not what it belongs to.
    expect(told(genuine, room, { flags: ['field/date', urgent] })).toMatchObject({
      subject: { reassurance },
    });
  });

  it('is harmless if it belongs to nothing, and nothing if it shows the false value or does not exist', () => {
    expect(told(aLure(), 'field/date')).toEqual({
      outcome: 'passed',
      subject: { kind: 'general', region: 'field/date', regionKind: 'field' },
      regions: ['field/date'],
      flagged: false,
    });
    expect(told(aLure(), 'link/renew')).toMatchObject({
      subject: { region: 'link/renew', regionKind: 'link' },
    });
    expect(told(aLure(), 'field/nowhere')).toBe('nothing');
    expect(told(aLure(), 'field/received3')).toBe('nothing');
  });

  it('is never called harmless where it belongs to a clue, in any message of the first day', () => {
    const wrong = scenarios
      .flatMap(({ messages }) => messages)
      .flatMap((message) => {
        const { findings } = assess(message, {
          flags: new Map(),
          verdict: 'phish',
          confidence: 0.75,
          action: { kind: 'report' },
          submitted: true,
        });
        const innocent = new Set(placedSolution(message).innocent.map(({ key }) => key));
        return layOut(message)
          .regions.map(({ key }) => key)
          .filter((key) => !innocent.has(key))
          .filter((key) => {
            const part = partExplained(message, findings, key);
            return part !== 'nothing' && part.subject.kind === 'general';
          });
      });
    expect(wrong).toEqual([]);
  });
});
