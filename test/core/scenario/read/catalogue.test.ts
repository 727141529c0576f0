import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../src/core/scenario/read/catalogue.ts';
import { contentIndexOf } from '../../../../src/core/scenario/read/content-index.ts';
import { parseIndex } from '../../../../src/core/lint/parse.ts';
import { aClue, aDecoy, aLegitimateMessage, aMessage, aScenario, both } from '../../../fixtures/builders.ts';

describe('the catalogue of a scenario', () => {
  it('has for each message what dealing needs, and the twin for both messages', () => {
    const clues = [aClue(), aClue({ id: 'second' }), aClue({ id: 'pressed', cue: 'urgency' })];
    const messages = [
      aMessage({ clues, twin: 'genuine', difficulty: 'moderate' }),
      aLegitimateMessage({ decoys: [aDecoy({ cue: 'threat' }), aDecoy({ id: 'plain' })] }),
    ];
    expect(catalogueOf(messages)).toEqual([
      {
        id: 'notice',
        truth: 'phish',
        difficulty: 'moderate',
        channel: 'mail',
        families: ['technical', 'language'],
        technique: 'link-text',
        twin: 'genuine',
        archetype: 'account-notice',
      },
      {
        id: 'genuine',
        truth: 'legitimate',
        channel: 'mail',
        families: ['language'],
        technique: 'ordinary-message',
        twin: 'notice',
        archetype: 'account-notice',
      },
    ]);
  });

  it('is part of the content index, where a trainer may leave it out', () => {
    const pack = {
      format: 1 as const,
      id: 'spring',
      title: both('春'),
      description: both('…'),
      author: 'Me',
      licence: 'CC0-1.0',
      audiences: [{ id: 'office', name: both('社員') }],
      scenarios: ['a-morning.json'],
    };
    const index = contentIndexOf([{ pack, scenarios: [aScenario()], drills: [], lessons: [] }]);
    expect(index.packs[0]?.scenarios[0]?.catalogue).toHaveLength(2);
    expect(parseIndex(JSON.stringify(index), 'index.json')).toEqual({ ok: true, value: index, problems: [] });
    const byHand = {
      ...index,
      packs: index.packs.map((listed) => ({
        ...listed,
        scenarios: listed.scenarios.map(({ id, title, messages }) => ({ id, title, messages })),
      })),
    };
    expect(parseIndex(JSON.stringify(byHand), 'index.json').ok).toBe(true);
  });
});
