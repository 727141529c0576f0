import { describe, expect, it } from 'vitest';
import { evidence } from '../../../src/core/engine/evidence.ts';
import type { Finding } from '../../../src/core/engine/finding.ts';
import { placedSolution } from '../../../src/core/engine/placed-solution.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aClue, aDecoy, aFact, aGenuineMail, aLure, aMessage, aReassurance, sentence } from './builders.ts';

const shown = (message: Message, ...flags: readonly string[]) => evidence(message, new Set(flags));

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

describe('evidence of a lure', () => {
  it('counts facts by their weight', () => {
    expect(shown(threeFacts, 'field/fromAddress').score).toBeCloseTo((2 * 3) / (2 * 3 + 3), 12);
    expect(shown(threeFacts, 'link/renew').score).toBeCloseTo((2 * 2) / (2 * 2 + 4), 12);
    expect(shown(threeFacts, sentence.threat).score).toBeCloseTo(2 / (2 + 5), 12);
    expect(shown(threeFacts).score).toBe(0);
    expect(shown(threeFacts, 'field/fromAddress', 'link/renew', sentence.threat).score).toBe(1);
  });

  it('counts a fact once, whichever and however many of its clues were met', () => {
    const one = shown(threeFacts, 'field/returnPath');
    expect(one).toMatchObject({ factsFound: 1, facts: 3 });
    expect(shown(threeFacts, 'field/returnPath', 'field/fromAddress').score).toBe(one.score);
  });

  it('says of a clue whose fact was found elsewhere that it was found, though not flagged', () => {
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

  it('makes all innocent regions together cost twice the weight of the facts', () => {
    const { innocent } = placedSolution(threeFacts);
    const everything = innocent
      .map(({ key }) => key)
      .concat('field/fromAddress', 'link/renew', sentence.threat);
    // 35 regions, 4 of them clues and 6 joining them; 6 of weight. A false alarm costs 1, and all of them more than twice 6.
    expect(innocent).toHaveLength(25);
    expect(shown(threeFacts, ...everything).score).toBeCloseTo((2 * 6) / (2 * 6 + 25), 12);
    expect(shown(threeFacts, 'field/fromAddress', 'field/date').score).toBeCloseTo(6 / (6 + 1 + 3), 12);
  });

  it('makes a false alarm dearer where innocent regions are few', () => {
    const short = aLure({
      facts: Array.from({ length: 10 }, (_, index) => aFact({ id: `fact-${index}` })),
      clues: Array.from({ length: 10 }, (_, index) => aClue({ id: `clue-${index}`, fact: `fact-${index}` })),
    });
    const innocent = placedSolution(short).innocent.length;
    expect(innocent).toBe(27);
    expect(shown(short, 'field/fromAddress', 'field/date').score).toBeCloseTo(60 / (60 + 60 / 27), 12);
  });

  it('passes over flags on what is no region of the message', () => {
    expect(shown(threeFacts, 'field/fromAddress', 'field/nothing', '__proto__')).toEqual(
      shown(threeFacts, 'field/fromAddress'),
    );
  });

  it('asks of nobody a fact that lies nowhere', () => {
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
  it('falls with each flag, all costing the same', () => {
    const mail = aGenuineMail();
    expect(shown(mail)).toMatchObject({ score: 1, facts: 0, factsFound: 0 });
    expect(shown(mail, 'field/date').score).toBe(1 / 2);
    expect(shown(mail, 'field/date', 'field/to', 'link/renew').score).toBe(1 / 4);
  });

  it('says which reassurances were left alone and which were flagged', () => {
    const reassurance = aReassurance();
    const mail = aGenuineMail({ reassurances: [reassurance] });
    expect(shown(mail).findings).toEqual([
      {
        outcome: 'passed',
        subject: { kind: 'reassurance', reassurance },
        regions: ['field/dmarc'],
        flagged: false,
      },
    ]);
    expect(shown(mail, 'field/dmarc').findings).toMatchObject([{ outcome: 'falseAlarm', flagged: true }]);
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

  it('tell a flagged decoy as a false alarm that its author explained', () => {
    const decoy = aDecoy();
    expect(shown(aLure({ decoys: [decoy] }), 'field/date').findings[1]).toEqual({
      outcome: 'falseAlarm',
      subject: { kind: 'decoy', decoy },
      regions: ['field/date'],
      flagged: true,
    });
  });

  it('tell each flagged region that nobody explained by itself', () => {
    expect(shown(aLure(), 'link/renew').findings[1]).toEqual({
      outcome: 'falseAlarm',
      subject: { kind: 'general', region: 'link/renew', regionKind: 'link' },
      regions: ['link/renew'],
      flagged: true,
    });
  });

  it('tell a myth as neutral, flagged or not, at no cost', () => {
    const decoy = aDecoy({ weighs: 'nothing' });
    const mail = aGenuineMail({ decoys: [decoy] });
    const finding = { outcome: 'neutral', subject: { kind: 'myth', decoy }, regions: ['field/date'] };
    expect(shown(mail)).toMatchObject({ score: 1, findings: [{ ...finding, flagged: false }, {}] });
    expect(shown(mail, 'field/date')).toMatchObject({
      score: 1,
      findings: [{ ...finding, flagged: true }, {}],
    });
  });

  it('let a clue go before a myth in the region they share', () => {
    const shared = aLure({ decoys: [aDecoy({ anchor: { field: 'fromAddress' }, weighs: 'nothing' })] });
    expect(shown(shared, 'field/fromAddress')).toMatchObject({ score: 1, factsFound: 1 });
    expect(lines(shared, 'field/fromAddress')).toEqual(['clue hit', 'decoy neutral']);
  });

  it('blame nobody for a decoy flagged only where a clue or a myth lies too', () => {
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
    expect(lines(mail, 'field/dmarc')).toEqual(['decoy neutral', 'reassurance neutral', 'myth neutral']);
  });

  it('do not depend on the order in which flags were planted', () => {
    expect(lines(lure, 'link/renew', 'field/subject')).toEqual(lines(lure, 'field/subject', 'link/renew'));
  });
});

describe('a clue of one language', () => {
  it('is met by the region that serves both languages', () => {
    const quoted = (quote: { ja: string } | { en: string }, only: 'ja' | 'en') =>
      aMessage(aLure({ clues: [aClue({ anchor: { quote }, only })] }).solution);
    const ja = quoted({ ja: '24時間以内' }, 'ja');
    const en = quoted({ en: 'within 24 hours' }, 'en');
    expect(shown(ja, sentence.urgent).score).toBe(1);
    expect(shown(en, sentence.urgent).score).toBe(1);
  });
});
