import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/engine/assess.ts';
import { debriefOf } from '../../../src/core/engine/debrief/debrief.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { entriesOf } from '../../../src/play/debrief/entries.ts';
import { aClue, aDecoy, aMessage, both } from '../../fixtures/builders.ts';

const answer = {
  flags: new Map(),
  verdict: 'phish',
  confidence: 0.95,
  action: { kind: 'report' },
  submitted: true,
} as const;

function entriesFor(message: Message) {
  const assessment = assess(message, answer);
  const { steps } = debriefOf(message, assessment);
  return { steps, entries: entriesOf(steps, assessment.findings) };
}

const regionsOf = (entries: ReturnType<typeof entriesFor>['entries']) =>
  entries.map(({ finding, also }) => [finding, ...also].map(({ regions }) => regions[0]));

describe('the list of all explanations', () => {
  it('has one entry for a fact, with all its places and the number of its step', () => {
    const { steps, entries } = entriesFor(
      aMessage({
        facts: [
          { id: 'late', weight: 'strong', title: both('late') },
          { id: 'odd-link', weight: 'decisive', title: both('link') },
        ],
        clues: [
          aClue({ id: 'hour', fact: 'late', anchor: { field: 'date' } }),
          aClue({ id: 'path', anchor: { field: 'returnPath' } }),
          aClue(),
        ],
        decoys: [],
      }),
    );
    expect(entries.map(({ number }) => number)).toEqual([1, 2]);
    expect(entries.map(({ finding }) => finding)).toEqual(steps.map(({ finding }) => finding));
    const [fact] = entries;
    expect(fact?.also).toHaveLength(1);
    expect(new Set(steps[0]?.regions)).toEqual(
      new Set([fact?.finding, ...(fact?.also ?? [])].flatMap((finding) => finding?.regions ?? [])),
    );
  });

  it('says an explanation once, however many places have it', () => {
    const equal = both('Every mail has this.');
    const { entries } = entriesFor(
      aMessage({
        decoys: [
          aDecoy({ id: 'one', anchor: { field: 'date' }, explanation: equal }),
          aDecoy({ id: 'other', anchor: { field: 'to' }, explanation: both('This one is another.') }),
          aDecoy({ id: 'same', anchor: { field: 'cc' }, explanation: equal }),
        ],
      }),
    );
    expect(regionsOf(entries).slice(1)).toEqual([['field/date', 'field/cc'], ['field/to']]);
  });
});
