import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CompleteAnswer, Flags } from '../../src/core/engine/answer.ts';
import { assess } from '../../src/core/engine/assess.ts';
import type { Subject } from '../../src/core/engine/finding.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import type { Ink } from '../../src/core/scenario/format/vocabulary.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import { FindingCard } from '../../src/explain/FindingCard.tsx';
import { aDecoy, aLegitimateMessage, aMessage } from '../fixtures/builders.ts';
import { drawOnUse, speak } from '../fixtures/screen.tsx';

const decoys = [
  aDecoy({ id: 'odd', anchor: { field: 'date' } }),
  aDecoy({ id: 'myth', weighs: 'nothing', anchor: { field: 'mime' } }),
];
const lure = aMessage({ decoys });
const genuine = aLegitimateMessage({ decoys });

afterEach(() => speak('ja'));

/** The card about one kind of subject, after an answer with these flags. */
async function cardOf(message: Message, kind: Subject['kind'], flags: Flags): Promise<HTMLElement> {
  const answer: CompleteAnswer = {
    flags,
    verdict: message.solution.truth,
    confidence: 0.95,
    action: { kind: 'report' },
    submitted: true,
  };
  const finding = assess(message, answer).findings.find(({ subject }) => subject.kind === kind);
  if (finding === undefined) throw new Error(`nothing found about ${kind}`);
  await drawOnUse(<FindingCard number={1} finding={finding} voices="one" onReveal={() => {}} />);
  return screen.findByRole('article');
}

/** Flags for all regions of a kind of subject, found by an answer without flags. */
function flagOn(message: Message, kind: Subject['kind'], ink: Ink): Flags {
  const answer = assess(message, {
    flags: new Map(),
    verdict: 'phish',
    confidence: 0.95,
    action: { kind: 'report' },
    submitted: true,
  });
  const placed = answer.findings.find(({ subject }) => subject.kind === kind)?.regions ?? [];
  const explained = new Set(answer.findings.flatMap(({ regions }) => regions));
  const regions =
    kind === 'general'
      ? layOut(message)
          .regions.map(({ key }) => key)
          .filter((key) => key === 'field/to' && !explained.has(key))
      : placed;
  const [region] = regions;
  if (region === undefined) throw new Error(`no place of ${kind}`);
  return new Map([[region, ink]]);
}

describe.each([
  ['a lure', lure, 'clue', 'doubt', 'Hit', undefined],
  ['a lure', lure, 'clue', undefined, 'Miss', undefined],
  ['a lure', lure, 'clue', 'trust', 'Trusted by mistake', /but it’s a sign of phishing/],
  ['a lure', lure, 'decoy', 'doubt', 'False alarm', undefined],
  ['a lure', lure, 'decoy', undefined, 'Correctly left alone', undefined],
  ['a lure', lure, 'decoy', 'trust', 'No effect', /cost nothing, but it vouches for nothing/],
  ['a lure', lure, 'myth', 'doubt', 'Proves nothing either way', undefined],
  ['a lure', lure, 'myth', 'trust', 'Proves nothing either way', undefined],
  ['a lure', lure, 'general', 'doubt', 'False alarm', undefined],
  ['a genuine message', genuine, 'reassurance', 'trust', 'Hit', undefined],
  ['a genuine message', genuine, 'reassurance', undefined, 'Miss', undefined],
  ['a genuine message', genuine, 'reassurance', 'doubt', 'Doubted by mistake', /it speaks for the message/],
  ['a genuine message', genuine, 'decoy', 'doubt', 'False alarm', undefined],
  ['a genuine message', genuine, 'decoy', 'trust', 'Doesn’t vouch for it', /it isn’t what shows that/],
  ['a genuine message', genuine, 'decoy', undefined, 'Correctly left alone', undefined],
  ['a genuine message', genuine, 'myth', 'doubt', 'Proves nothing either way', undefined],
  ['a genuine message', genuine, 'myth', 'trust', 'Proves nothing either way', undefined],
  ['a genuine message', genuine, 'general', 'doubt', 'False alarm', undefined],
  ['a genuine message', genuine, 'general', 'trust', 'Doesn’t vouch for it', /it isn’t what shows that/],
] as const)('in %s', (_, message, kind, ink, word, note) => {
  it(`a ${kind} is explained with ${ink ?? 'no'} flag`, async () => {
    await speak('en');
    const card = await cardOf(message, kind, ink === undefined ? new Map() : flagOn(message, kind, ink));
    expect(card).toHaveTextContent(word);
    const said = card.querySelector('.card-note')?.textContent ?? '';
    expect(said).toMatch(note ?? /^$/);
  });
});
