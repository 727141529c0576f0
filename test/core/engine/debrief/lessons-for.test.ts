import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingOutcome } from '../../../../src/core/engine/finding.ts';
import { lessonsAbout, lessonsFor } from '../../../../src/core/engine/debrief/lessons-for.ts';
import { type CueId, cueIds } from '../../../../src/core/scenario/format/cues.ts';
import type { Weight } from '../../../../src/core/scenario/format/solution.ts';
import { aClue, aDecoy, aReassurance, both } from '../builders.ts';

const clue = (cue: CueId, outcome: FindingOutcome, weight: Weight = 'strong'): Finding => ({
  outcome,
  subject: { kind: 'clue', clue: aClue({ cue }), weight, title: both(cue) },
  regions: [],
  flagged: outcome === 'hit',
});
const decoy = (cue: CueId, outcome: FindingOutcome): Finding => ({
  outcome,
  subject: { kind: 'decoy', decoy: aDecoy({ cue }) },
  regions: [],
  flagged: outcome === 'falseAlarm',
});
const uncued: Finding = {
  outcome: 'falseAlarm',
  subject: { kind: 'decoy', decoy: aDecoy() },
  regions: [],
  flagged: true,
};
const unexplained: Finding = {
  outcome: 'falseAlarm',
  subject: { kind: 'general', region: 'field/to', regionKind: 'field' },
  regions: ['field/to'],
  flagged: true,
};
const reassured: Finding = {
  outcome: 'falseAlarm',
  subject: { kind: 'reassurance', reassurance: aReassurance() },
  regions: [],
  flagged: true,
};

const lesson = (name: string, ...cues: readonly CueId[]) => ({ name, cues });
const shelf = [
  lesson('hurry', 'urgency', 'threat'),
  lesson('links', 'link-target', 'domain-spoofing'),
  lesson('hosts', 'domain-spoofing', 'link-target'),
  lesson('greeting', 'generic-greeting'),
];
const offered = (...findings: readonly Finding[]): readonly string[] =>
  lessonsFor(findings, shelf).map(({ name }) => name);

describe('the lessons offered after an answer', () => {
  it('explain what was missed before what was flagged in error', () => {
    expect(offered(decoy('generic-greeting', 'falseAlarm'), clue('urgency', 'miss'))).toEqual([
      'hurry',
      'greeting',
    ]);
  });

  it('leave out what was found if something was missed', () => {
    expect(offered(clue('link-target', 'hit', 'decisive'), clue('urgency', 'miss'))).toEqual(['hurry']);
  });

  it('explain the deciding fact if there was no mistake', () => {
    expect(offered(clue('link-target', 'hit', 'decisive'), clue('urgency', 'hit'))).toEqual(['links']);
  });

  it('explain the deciding fact if no wrong flag has a cue', () => {
    for (const flagged of [uncued, unexplained, reassured]) {
      expect(offered(flagged, clue('link-target', 'hit', 'decisive'))).toEqual(['links']);
    }
  });

  it('stop at two, those missed first', () => {
    const missed = [clue('generic-greeting', 'miss'), clue('urgency', 'miss'), clue('link-target', 'miss')];
    expect(offered(...missed)).toEqual(['greeting', 'hurry']);
  });

  it('are those that name the cue earliest in their list', () => {
    expect(offered(clue('domain-spoofing', 'miss'))).toEqual(['hosts']);
  });

  it('name a lesson once though it explains two things missed', () => {
    expect(offered(clue('urgency', 'miss'), clue('threat', 'miss'))).toEqual(['hurry']);
  });

  it('are none if no lesson explains it, or if genuine mail was accepted', () => {
    expect(offered(clue('qr-lure', 'miss'))).toEqual([]);
    expect(offered(decoy('urgency', 'passed'), { ...reassured, outcome: 'passed' })).toEqual([]);
    expect(offered(reassured)).toEqual([]);
  });

  it('are never more than two, whatever was missed', () => {
    const anyFindings = fc.array(
      fc
        .tuple(fc.constantFrom(...cueIds), fc.constantFrom<FindingOutcome>('hit', 'miss'))
        .map(([cue, outcome]) => clue(cue, outcome, 'decisive')),
    );
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const names = offered(...findings);
        expect(names.length).toBeLessThanOrEqual(2);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

describe('the lessons about cues that an author names', () => {
  const about = (...cues: readonly CueId[]) => lessonsAbout(cues, shelf).map(({ name }) => name);

  it('follow the order of the cues, each by the lesson that names it earliest', () => {
    expect(about('domain-spoofing', 'threat')).toEqual(['hosts', 'hurry']);
    expect(about('threat', 'domain-spoofing', 'generic-greeting')).toEqual(['hurry', 'hosts']);
  });

  it('are none for no cue, or one that no lesson explains', () => {
    expect([about(), about('qr-lure')]).toEqual([[], []]);
  });
});
