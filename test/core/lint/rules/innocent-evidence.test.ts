import { expect, it } from 'vitest';
import { expressionsIn } from '../../../../src/core/scenario/layout/expressions.ts';
import { aClue, aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lureSaying = (clue: string, elsewhere: string) =>
  aMessage({
    subject: both('Your account'),
    body: [
      { kind: 'text', text: both(clue) },
      { kind: 'text', text: both(elsewhere) },
    ],
    clues: [aClue({ cue: 'urgency', anchor: { quote: both(clue) } })],
  });

it.each([
  ['Answer within 24 hours', 'You have 24 hours left'],
  ['Pay 9,800 yen', 'Total: 9,800 yen'],
  ['By 19 November', 'The page closes on 19 November'],
  ['本日23:59まで', '23:59に停止します'],
  ['１１月１９日まで', '11月19日に停止します'],
  ['Code PQLX-9037', 'Type PQLX-9037 there'],
  ['Ring 050-0000-0188', 'Desk: 05000000188'],
])('reports a part that costs points although a clue says the same: %s / %s', (clue, elsewhere) => {
  expect(remarksOnMessages('innocent-evidence', lureSaying(clue, elsewhere))).toEqual([
    'messages/0/solution',
    'messages/0/solution',
  ]);
});

// Before, each letter doubled the time: 31 letters took minutes.
it.each(['N'.repeat(300), 'N-'.repeat(5_000), 'N1'.repeat(5_000)])(
  'reads capitals in a row in linear time',
  (row) => {
    expect(
      remarksOnMessages('innocent-evidence', lureSaying(`Code PQLX-9037 ${row}`, 'Type PQLX-9037')),
    ).toHaveLength(2);
  },
);

// Before, the time grew with the square of the length: 100,000 digits took eleven seconds.
it.each(['1', '1.', '12,'])('reads a row of %s in linear time', (unit) => {
  const row = unit.repeat(600_000 / unit.length);
  expect(expressionsIn(`By 19 November ${row} 24 hours`)).toEqual(
    expect.arrayContaining(['19 November', '24 hours']),
  );
});

it.each(['#750 November pay', 'http://192.168.20.15:8080/'])(
  'does not match a part of a number: %s',
  (text) => {
    expect(expressionsIn(text).filter((one) => /[ :]/.test(one))).toEqual([]);
  },
);

it('finds it in the subject', () => {
  const lure = { ...lureSaying('Answer within 24 hours', 'Thank you'), subject: both('24 hours left') };
  expect(remarksOnMessages('innocent-evidence', lure)).toHaveLength(2);
});

it.each([
  ['Answer within 24 hours', 'You have 48 hours left'],
  ['Pay 9,800 yen', 'Thank you for your order'],
])('ignores other words: %s / %s', (clue, elsewhere) => {
  expect(remarksOnMessages('innocent-evidence', lureSaying(clue, elsewhere))).toEqual([]);
});

it('accepts a place that the author explained as a myth', () => {
  const lure = lureSaying('Answer within 24 hours', 'You have 24 hours left');
  const decoy = {
    id: 'again',
    anchor: { quote: both('You have 24 hours left') },
    weighs: 'nothing' as const,
    explanation: both('Said before'),
  };
  expect(
    remarksOnMessages('innocent-evidence', { ...lure, solution: { ...lure.solution, decoys: [decoy] } }),
  ).toEqual([]);
});
