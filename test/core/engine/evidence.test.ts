import { describe, expect, it } from 'vitest';
import { evidence } from '../../../src/core/engine/evidence.ts';
import type { Finding } from '../../../src/core/engine/finding.ts';
import { placedSolution } from '../../../src/core/engine/placed-solution.ts';
import { anchorAt } from '../../../src/core/scenario/layout/anchor-at.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLure,
  aMailWith,
  aReassurance,
  inked,
  sentence,
} from './builders.ts';

const shown = (message: Message, ...flags: readonly string[]) => evidence(message, inked({ doubt: flags }));

const about = ({ subject }: Finding): string => {
  switch (subject.kind) {
    case 'clue':
      return subject.clue.id;
    case 'decoy':
    case 'myth':
      return subject.decoy.id;
    case 'reassurance':
      return subject.reassurance.id;
    case 'general':
      return subject.region;
  }
};
const lines = (message: Message, ...flags: readonly string[]) =>
  shown(message, ...flags).findings.map((finding) => `${about(finding)} ${finding.outcome}`);

const threeFacts = aLure({
  facts: [
    aFact({ id: 'tone', weight: 'soft' }),
    aFact({ id: 'sender', weight: 'decisive' }),
    aFact({ id: 'target', weight: 'strong' }),
  ],
  clues: [
    aClue({ id: 'threat', fact: 'tone', anchor: { quote: { ja: '停止します', en: 'suspended' } } }),
    aClue({ id: 'address', fact: 'sender', anchor: { field: 'fromAddress' } }),
    aClue({ id: 'return', fact: 'sender', anchor: { field: 'returnPath' } }),
    aClue({ id: 'link', fact: 'target', anchor: { link: 'renew' } }),
  ],
});

const trusting = (message: Message, ...trust: readonly string[]) => evidence(message, inked({ trust }));

describe('evidence of a lure', () => {
  it('counts facts by their weight, against what is enough', () => {
    expect(shown(threeFacts, 'field/fromAddress').score).toBeCloseTo(3 / 5, 12);
    expect(shown(threeFacts, 'link/renew').score).toBeCloseTo(2 / 5, 12);
    expect(shown(threeFacts, sentence.threat).score).toBeCloseTo(1 / 5, 12);
    expect(shown(threeFacts).score).toBe(0);
    expect(shown(threeFacts, 'field/fromAddress', 'link/renew').score).toBe(1);
    expect(shown(threeFacts, 'field/fromAddress', 'link/renew', sentence.threat).score).toBe(1);
  });

  it('is complete with all facts if these are less than enough', () => {
    const one = aLure({ facts: [aFact({ weight: 'strong' })] });
    expect(shown(one, 'field/fromAddress').score).toBe(1);
  });

  it('counts a check as two', () => {
    const checkable: Message = { ...threeFacts, verify: { settles: ['site'] } };
    const looked = new Set(['site'] as const);
    expect(evidence(checkable, inked({}), { looked }).score).toBeCloseTo(2 / 5, 12);
    expect(evidence(checkable, inked({ doubt: ['field/fromAddress'] }), { looked }).score).toBe(1);
  });

  it('subtracts two for each trusted clue, whichever of its regions is trusted', () => {
    const doubted = ['field/fromAddress', 'link/renew'];
    const trusted = (...trust: readonly string[]) =>
      evidence(threeFacts, inked({ doubt: doubted, trust })).score;
    expect(trusted(sentence.threat)).toBeCloseTo(3 / 5, 12);
    expect(trusted(sentence.threat, 'field/returnPath')).toBeCloseTo(1 / 5, 12);
    // Message-ID shows the false domain of the sender and so belongs to that fact.
    expect(trusted('field/messageId')).toBeCloseTo(3 / 5, 12);
  });

  it('finds nothing by trust, and ignores trust in parts without a clue', () => {
    expect(trusting(threeFacts, 'field/fromAddress')).toMatchObject({ score: 0, factsFound: 0 });
    const withTrust = evidence(threeFacts, inked({ doubt: ['field/fromAddress'], trust: ['field/date'] }));
    expect(withTrust.score).toBeCloseTo(3 / 5, 12);
  });

  it('counts a fact once, however many of its clues are flagged', () => {
    const one = shown(threeFacts, 'field/returnPath');
    expect(one).toMatchObject({ factsFound: 1, facts: 3 });
    expect(shown(threeFacts, 'field/returnPath', 'field/fromAddress').score).toBe(one.score);
  });

  it('reports a clue as found but not flagged if its fact was found elsewhere', () => {
    const { findings } = shown(threeFacts, 'field/returnPath');
    expect(findings.map((finding) => [about(finding), finding.outcome, finding.flagged])).toEqual([
      ['address', 'hit', false],
      ['return', 'hit', true],
      ['link', 'miss', false],
      ['threat', 'miss', false],
    ]);
  });

  it('gives each clue the weight and title of its fact and the regions it lies in', () => {
    const title = { ja: '送信元', en: 'Sender' };
    const clue = aClue({ anchor: { quote: { ja: '切れました。24時間', en: 'expired. Renew' } } });
    const [finding] = shown(aLure({ facts: [aFact({ weight: 'strong', title })], clues: [clue] })).findings;
    expect(finding).toEqual({
      outcome: 'miss',
      subject: { kind: 'clue', clue, weight: 'strong', title },
      regions: [sentence.expired, sentence.urgent],
      flagged: false,
    });
  });

  it('subtracts one for each wrong doubt while there are few', () => {
    const { innocent } = placedSolution(threeFacts);
    expect(innocent).toHaveLength(28);
    const found = ['field/fromAddress', 'link/renew', sentence.threat];
    expect(shown(threeFacts, ...found, 'field/date').score).toBe(1);
    expect(shown(threeFacts, ...found, 'field/date', 'field/to').score).toBeCloseTo(4 / 5, 12);
  });

  it('subtracts everything if all parts are flagged', () => {
    const everything = layOut(threeFacts).regions.map(({ key }) => key);
    expect(shown(threeFacts, ...everything).score).toBe(0);
  });

  it('subtracts more for each flag the nearer to all, so that one among few costs little', () => {
    const facts = Array.from({ length: 5 }, (_, index) => aFact({ id: `fact-${index}` }));
    const fields = ['fromAddress', 'subject', 'to', 'cc', 'date'] as const;
    const lure = aLure({
      facts,
      clues: facts.map(({ id }, index) =>
        aClue({
          id: `clue-${id}`,
          fact: id,
          cue: 'inconsistency',
          anchor: { field: fields[index] ?? 'mime' },
        }),
      ),
    });
    const [one, ...others] = placedSolution(lure).innocent.map(({ key }) => key);
    const found = fields.map((field) => `field/${field}`);
    const few: Message = {
      ...lure,
      solution: {
        ...lure.solution,
        decoys: others.slice(3).flatMap((key, index) => {
          const anchor = anchorAt(key, layOut(lure));
          return anchor === undefined ? [] : [aDecoy({ id: `myth-${index}`, anchor, weighs: 'nothing' })];
        }),
      },
    };
    const innocent = placedSolution(few).innocent.map(({ key }) => key);
    expect(innocent).toEqual([one, ...others.slice(0, 3)]);
    const after = (count: number) => shown(few, ...found, ...innocent.slice(0, count)).score;
    // 15 could be found: the first of four takes 15/16, yet at least 1, the second 15/4 in all.
    expect(shown(few, ...found.slice(0, 2), ...innocent.slice(0, 1)).score).toBe(1);
    expect(shown(few, ...found.slice(0, 2), ...innocent.slice(0, 2)).score).toBeCloseTo((6 - 15 / 4) / 5, 12);
    expect(after(4)).toBe(0);
  });

  it('ignores flags on keys that are no region of the message', () => {
    expect(shown(threeFacts, 'field/fromAddress', 'field/nothing', '__proto__')).toEqual(
      shown(threeFacts, 'field/fromAddress'),
    );
  });

  it('does not require a fact without a region', () => {
    const lure = aLure({
      facts: [aFact(), aFact({ id: 'lost' }), aFact({ id: 'bare' })],
      clues: [aClue(), aClue({ id: 'lost', fact: 'lost', anchor: { link: 'nowhere' } })],
    });
    expect(shown(lure, 'field/fromAddress')).toMatchObject({ score: 1, facts: 1, factsFound: 1 });
    const lost = aLure({ clues: [aClue({ anchor: { link: 'nowhere' } })] });
    expect(shown(lost)).toMatchObject({ score: 1, facts: 0, findings: [] });
    expect(shown(lost, 'field/date').score).toBe(0);
  });
});

describe('evidence of genuine mail', () => {
  it('is complete where no reassurance has a place, and needs those alone that have one', () => {
    const lost = aReassurance({ id: 'lost', anchor: { link: 'nowhere' } });
    expect(shown(aGenuineMail({ reassurances: [lost] })).score).toBe(1);
    expect(shown(aGenuineMail({ reassurances: [lost] }), 'field/date').score).toBeCloseTo(2 / 3, 12);
    expect(trusting(aGenuineMail({ reassurances: [lost, aReassurance()] }), 'field/dmarc').score).toBe(1);
  });

  it('is zero without a reason, and complete with one reassurance', () => {
    const mail = aGenuineMail();
    expect(shown(mail)).toMatchObject({ score: 0, facts: 0, factsFound: 0 });
    expect(trusting(mail, 'field/dmarc').score).toBe(1);
  });

  it('counts a check as two of three', () => {
    const checkable: Message = { ...aGenuineMail(), verify: { settles: ['site'] } };
    expect(evidence(checkable, inked({}), { looked: new Set(['site']) }).score).toBeCloseTo(2 / 3, 12);
  });

  it('subtracts one for each doubt, and a half for trust in a part that proves nothing', () => {
    const mail = aGenuineMail();
    const after = (doubt: readonly string[], trust: readonly string[]) =>
      evidence(mail, inked({ doubt, trust: ['field/dmarc', ...trust] })).score;
    expect(after(['field/date'], [])).toBeCloseTo(2 / 3, 12);
    expect(after(['field/date', 'field/to'], [])).toBeCloseTo(1 / 3, 12);
    expect(after([], ['field/date'])).toBeCloseTo(2.5 / 3, 12);
    expect(after([], ['field/date', 'field/to'])).toBeCloseTo(2 / 3, 12);
  });

  it('is zero if everything is flagged, in either ink', () => {
    const mail = aGenuineMail({
      reassurances: [aReassurance(), aReassurance({ id: 'other', anchor: { field: 'dkim' } })],
    });
    const everything = layOut(mail).regions.map(({ key }) => key);
    expect(shown(mail, ...everything).score).toBe(0);
    expect(trusting(mail, ...everything).score).toBe(0);
  });

  it('says which reassurance was found, which was missed, and which was doubted', () => {
    const reassurance = aReassurance();
    const other = aReassurance({ id: 'other', anchor: { field: 'dkim' } });
    const mail = aGenuineMail({ reassurances: [reassurance, other] });
    expect(shown(mail).findings).toEqual([
      {
        outcome: 'miss',
        subject: { kind: 'reassurance', reassurance },
        regions: ['field/dmarc'],
        flagged: false,
      },
      {
        outcome: 'miss',
        subject: { kind: 'reassurance', reassurance: other },
        regions: ['field/dkim'],
        flagged: false,
      },
    ]);
    expect(trusting(mail, 'field/dmarc').findings).toMatchObject([
      { outcome: 'hit', flagged: true, ink: 'trust' },
      { outcome: 'passed', flagged: false },
    ]);
    expect(shown(mail, 'field/dkim').findings).toMatchObject([
      { outcome: 'miss' },
      { outcome: 'falseAlarm', flagged: true, ink: 'doubt' },
    ]);
  });

  it('reports trust in a part that proves nothing', () => {
    const mail = aGenuineMail();
    expect(trusting(mail, 'field/dmarc', 'field/date').findings).toMatchObject([
      { outcome: 'hit' },
      { outcome: 'falseAlarm', ink: 'trust', subject: { kind: 'general', region: 'field/date' } },
    ]);
  });
});

describe('findings', () => {
  const lure = aLure({
    facts: [aFact({ id: 'tone', weight: 'soft' }), aFact({ id: 'sender' })],
    clues: [
      aClue({ id: 'threat', fact: 'tone', anchor: { quote: { ja: '停止します', en: 'suspended' } } }),
      aClue({ id: 'address', fact: 'sender' }),
    ],
    decoys: [
      aDecoy({ id: 'left', anchor: { field: 'mailer' } }),
      aDecoy({ id: 'https', anchor: { field: 'mime' }, weighs: 'nothing' }),
      aDecoy({ id: 'night', anchor: { field: 'date' } }),
    ],
  });

  it('come in order: clues by weight, false alarms, myths, what was left alone', () => {
    expect(lines(lure, 'link/renew', 'field/date', 'field/subject', sentence.threat)).toEqual([
      'address miss',
      'threat hit',
      'night falseAlarm',
      'field/subject falseAlarm',
      'link/renew falseAlarm',
      'https neutral',
      'left passed',
    ]);
  });

  it('report a flagged decoy as a false alarm with the explanation of its author', () => {
    const decoy = aDecoy();
    expect(shown(aLure({ decoys: [decoy] }), 'field/date').findings[1]).toEqual({
      outcome: 'falseAlarm',
      subject: { kind: 'decoy', decoy },
      regions: ['field/date'],
      flagged: true,
      ink: 'doubt',
    });
  });

  it('report each flagged region without an explanation by itself', () => {
    expect(shown(aLure(), 'link/renew').findings[1]).toEqual({
      outcome: 'falseAlarm',
      subject: { kind: 'general', region: 'link/renew', regionKind: 'link' },
      regions: ['link/renew'],
      flagged: true,
      ink: 'doubt',
    });
  });

  it('report a myth as neutral, flagged or not, in either ink, at no cost', () => {
    const decoy = aDecoy({ weighs: 'nothing' });
    const mail = aGenuineMail({ decoys: [decoy] });
    const finding = { outcome: 'neutral', subject: { kind: 'myth', decoy }, regions: ['field/date'] };
    const after = (doubt: readonly string[], trust: readonly string[]) =>
      evidence(mail, inked({ doubt, trust: ['field/dmarc', ...trust] }));
    expect(after([], [])).toMatchObject({ score: 1, findings: [{}, { ...finding, flagged: false }] });
    expect(after(['field/date'], [])).toMatchObject({
      score: 1,
      findings: [{}, { ...finding, ink: 'doubt' }],
    });
    expect(after([], ['field/date'])).toMatchObject({
      score: 1,
      findings: [{}, { ...finding, ink: 'trust' }],
    });
  });

  it('prefer a clue to a myth in the same region', () => {
    const shared = aLure({ decoys: [aDecoy({ anchor: { field: 'fromAddress' }, weighs: 'nothing' })] });
    expect(shown(shared, 'field/fromAddress')).toMatchObject({ score: 1, factsFound: 1 });
    expect(lines(shared, 'field/fromAddress')).toEqual(['clue hit', 'decoy neutral']);
  });

  it('do not count a decoy as a false alarm if only regions shared with a clue or a myth are flagged', () => {
    const quote = { ja: '切れました。24時間', en: 'expired. Renew' };
    const shared = aLure({
      clues: [aClue({ anchor: { quote: { ja: '24時間以内', en: 'within 24 hours' } } })],
      decoys: [aDecoy({ anchor: { quote } })],
    });
    expect(lines(shared)).toEqual(['clue miss', 'decoy passed']);
    expect(lines(shared, sentence.urgent)).toEqual(['clue hit', 'decoy neutral']);
    expect(lines(shared, sentence.expired)).toEqual(['clue miss', 'decoy falseAlarm']);
    const mail = aGenuineMail({
      decoys: [
        aDecoy({ id: 'myth', anchor: { field: 'dmarc' }, weighs: 'nothing' }),
        aDecoy({ anchor: { field: 'dmarc' } }),
      ],
    });
    expect(lines(mail, 'field/dmarc')).toEqual(['reassurance miss', 'decoy neutral', 'myth neutral']);
  });

  it('do not depend on the order of the flags', () => {
    expect(lines(lure, 'link/renew', 'field/subject')).toEqual(lines(lure, 'field/subject', 'link/renew'));
  });
});

describe('a clue of one language', () => {
  it('is found by a flag on the region that serves both languages', () => {
    const quoted = (quote: { ja: string } | { en: string }, only: 'ja' | 'en') =>
      aMailWith(aLure({ clues: [aClue({ anchor: { quote }, only })] }).solution);
    const ja = quoted({ ja: '24時間以内' }, 'ja');
    const en = quoted({ en: 'within 24 hours' }, 'en');
    expect(shown(ja, sentence.urgent).score).toBe(1);
    expect(shown(en, sentence.urgent).score).toBe(1);
  });
});
