import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/core/engine/assess.ts';
import { debriefOf } from '../../../../src/core/engine/debrief/debrief.ts';
import type { Finding } from '../../../../src/core/engine/finding.ts';
import type { Anchor } from '../../../../src/core/scenario/format/anchor.ts';
import type { Mail, Message } from '../../../../src/core/scenario/format/message.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLure,
  aMailWith,
  aPhishSolution,
  aReassurance,
  anAnswer,
  both,
  sentence,
} from '../builders.ts';

type Said = Parameters<typeof anAnswer>[0];
const after = (message: Message, said: Said = {}) => debriefOf(message, assess(message, anAnswer(said)));

const idOf = (finding: Finding | undefined): string | undefined => {
  switch (finding?.subject.kind) {
    case 'clue':
      return finding.subject.clue.id;
    case 'reassurance':
      return finding.subject.reassurance.id;
    case 'decoy':
    case 'myth':
      return finding.subject.decoy.id;
    case 'general':
      return finding.subject.region;
    case undefined:
      return undefined;
  }
};

const lure = aLure({
  facts: [
    aFact({ id: 'tone', weight: 'soft' }),
    aFact({ id: 'link', weight: 'decisive' }),
    aFact({ id: 'sender', weight: 'decisive' }),
  ],
  clues: [
    aClue({
      id: 'threat',
      fact: 'tone',
      cue: 'threat',
      anchor: { quote: { ja: '停止します', en: 'suspended' } },
    }),
    aClue({ id: 'link', fact: 'link', cue: 'domain-spoofing', anchor: { link: 'renew' } }),
    aClue({ id: 'address', fact: 'sender' }),
  ],
  decoys: [aDecoy({ id: 'night' })],
  consequence: { right: both('10:14 Suzuki removed it'), wrong: both('10:20 Six colleagues got it') },
});

const page = {
  id: 'sign-in',
  url: 'https://renew.example/',
  title: both('Sign in'),
  body: [],
  outcome: both('Lost'),
  firstAid: both('Change it'),
};
const paged: Partial<Mail> = { links: [{ id: 'renew', url: page.url, page: 'sign-in' }], pages: [page] };
/** A lure whose link leads to a page. */
const withPage = (solution: Parameters<typeof aPhishSolution>[0]): Message =>
  aMailWith(aPhishSolution(solution), paged);

describe('the debrief of an answer', () => {
  it('says in a word how it went', () => {
    const mail = aGenuineMail();
    expect(after(lure).outcome).toBe('right');
    expect(after(lure, { confidence: 0.55 }).outcome).toBe('rightUnsure');
    expect(after(lure, { verdict: 'legitimate' }).outcome).toBe('missedLure');
    expect(after(mail).outcome).toBe('heldBack');
    expect(after(mail, { verdict: 'legitimate', confidence: 0.75 }).outcome).toBe('right');
  });

  it('highlights one deciding part: the one that was flagged, otherwise the first in the message', () => {
    expect(idOf(after(lure).deciding)).toBe('link');
    expect(idOf(after(lure, { flags: ['field/fromAddress'] }).deciding)).toBe('address');
    expect(idOf(after(lure, { flags: [sentence.threat] }).deciding)).toBe('link');
    expect(idOf(after(aGenuineMail()).deciding)).toBe('reassurance');
  });

  it('prefers a sign in the message to one behind a link', () => {
    const other = { id: 'other', anchor: { field: 'dkim' } } as const;
    const mail = aGenuineMail({
      reassurances: [aReassurance({ id: 'lost', anchor: { link: 'nowhere' } }), aReassurance(other)],
    });
    expect(idOf(after(mail).deciding)).toBe('other');
  });

  it('corrects one mistake: trust in a clue, else a wrong flag, else a missed fact', () => {
    const correction = (said: Said) => {
      const { correction: one } = after(lure, said);
      return one === undefined ? undefined : `${one.kind} ${idOf(one.finding)}`;
    };
    const wrong = { trust: ['field/fromAddress'], flags: ['field/date', 'link/renew'] };
    expect(correction(wrong)).toBe('trustedClue address');
    expect(correction({ flags: ['field/date', 'link/renew'] })).toBe('wrongFlag night');
    expect(correction({ flags: ['link/renew'] })).toBe('missed address');
    expect(correction({})).toBe('missed address');
    expect(correction({ flags: ['link/renew', 'field/fromAddress'] })).toBeUndefined();
    expect(correction({ flags: [sentence.threat] })).toBe('missed address');
    expect(after(aLure()).correction).toBeUndefined();
  });

  it('corrects what was missed and has a place, not what was found', () => {
    const message = aLure({
      facts: [
        aFact({ id: 'sender' }),
        aFact({ id: 'target', weight: 'strong' }),
        aFact({ id: 'tone', weight: 'soft' }),
      ],
      clues: [
        aClue({ id: 'sender', fact: 'sender' }),
        aClue({ id: 'target', fact: 'target', cue: 'inconsistency', anchor: { field: 'subject' } }),
        aClue({ id: 'lost', fact: 'tone', cue: 'threat', anchor: { link: 'nowhere' } }),
        aClue({ id: 'threat', fact: 'tone', cue: 'threat', anchor: { slot: 'greeting' } }),
      ],
    });
    expect(idOf(after(message, { flags: ['field/subject'] }).correction?.finding)).toBe('threat');
  });

  it('does not count the cost of a hint as a missed fact', () => {
    const answer = anAnswer({ flags: ['link/renew', 'field/fromAddress', sentence.threat] });
    const { alsoSeen, correction } = debriefOf(lure, assess(lure, { ...answer, hints: 1 }));
    expect(alsoSeen.map(idOf)).toEqual(['address', 'threat']);
    expect(correction).toBeUndefined();
  });

  it('lists what was found beyond what is enough', () => {
    const seen = (...flags: readonly string[]) => after(lure, { flags }).alsoSeen.map(idOf);
    expect(seen('link/renew', 'field/fromAddress', sentence.threat)).toEqual(['address', 'threat']);
    expect(seen('link/renew')).toEqual([]);
    expect(seen('link/renew', 'field/fromAddress')).toEqual(['address']);
    const facts = ['one', 'two', 'three'].map((id) => aFact({ id }));
    const clue = (id: string, fact: string, field: 'subject' | 'fromAddress' | 'dkim' | 'date' | 'mailer') =>
      aClue({ id, fact, cue: 'inconsistency', anchor: { field } });
    const many = aLure({
      facts: [...facts, aFact({ id: 'soft', weight: 'soft' })],
      clues: [
        clue('one', 'one', 'subject'),
        clue('two', 'two', 'fromAddress'),
        clue('two-again', 'two', 'dkim'),
        clue('three', 'three', 'date'),
        clue('soft', 'soft', 'mailer'),
      ],
    });
    const answer = { flags: ['field/subject', 'field/fromAddress', 'field/date'], trust: ['field/mailer'] };
    expect(after(many, answer).alsoSeen.map(idOf)).toEqual(['two', 'three']);
  });

  describe('one by one', () => {
    const at = (field: 'fromAddress' | 'replyTo' | 'subject' | 'dkim' | 'date' | 'mailer') => ({ field });
    const clue = (id: string, fact: string, anchor: Anchor) =>
      aClue({ id, fact, anchor, cue: 'inconsistency' });
    const many = aLure({
      facts: [
        aFact({ id: 'soft', weight: 'soft' }),
        aFact({ id: 'strong', weight: 'strong' }),
        aFact({ id: 'one', weight: 'decisive' }),
        aFact({ id: 'two', weight: 'decisive' }),
        aFact({ id: 'three', weight: 'decisive' }),
      ],
      clues: [
        clue('soft', 'soft', { slot: 'greeting' }),
        clue('strong', 'strong', at('subject')),
        clue('one-sender', 'one', at('fromAddress')),
        clue('one-quote', 'one', { quote: { ja: '切れました。24時間', en: 'expired. Renew' } }),
        clue('lost', 'two', { link: 'nowhere' }),
        clue('two', 'two', at('dkim')),
        clue('three', 'three', { attachment: 'invoice' }),
      ],
      decoys: [aDecoy({ id: 'night' })],
    });
    const steps = (message: Message, said: Said = {}) =>
      after(message, said).steps.map(({ finding }) => idOf(finding));

    it('are what decides, what to correct, then what weighs most: three things at most', () => {
      expect(steps(many)).toEqual(['one-sender', 'two', 'three']);
      expect(steps(many, { flags: ['field/subject', 'link/renew', 'field/date'] })).toEqual([
        'one-sender',
        'night',
        'two',
      ]);
      expect(steps(many, { trust: ['field/subject'] })).toEqual(['one-sender', 'strong', 'two']);
      expect(steps(many, { flags: ['file/invoice', 'field/dkim', 'attachment/invoice'] })[0]).toBe('two');
    });

    it('are without soft facts, unless one is to be corrected, and without what lies nowhere', () => {
      const small = aLure({
        facts: [
          aFact({ id: 'soft', weight: 'soft' }),
          aFact({ id: 'one' }),
          aFact({ id: 'strong', weight: 'strong' }),
        ],
        clues: [
          clue('soft', 'soft', { slot: 'greeting' }),
          clue('one', 'one', at('fromAddress')),
          clue('strong', 'strong', at('subject')),
        ],
        decoys: [aDecoy({ id: 'night' })],
      });
      expect(steps(small, { flags: ['field/fromAddress', 'field/subject'] })).toEqual(['one', 'strong']);
      expect(steps(small, { trust: ['body/0/0'] })).toEqual(['one', 'soft', 'strong']);
      expect(steps(aLure({ clues: [clue('lost', 'fact', { link: 'nowhere' })] }))).toEqual([]);
    });

    it('are by weight, then in the message before on a page, and never what lies nowhere', () => {
      const page = { page: 'sign-in', part: 'title' } as const;
      const facts = ['paged', 'one', 'two', 'three'].map((id) => aFact({ id }));
      const clues = [
        clue('paged', 'paged', page),
        clue('one', 'one', at('subject')),
        clue('two', 'two', at('fromAddress')),
        clue('three', 'three', at('dkim')),
      ];
      const found = { flags: ['field/subject', 'field/fromAddress'] };
      expect(steps(withPage({ facts, clues }), found)).toEqual(['one', 'two', 'three']);
      const lost = [clue('lost', 'paged', { link: 'nowhere' }), ...clues.slice(0, 3)];
      expect(steps(withPage({ facts: facts.slice(0, 3), clues: lost }), found)).toEqual([
        'one',
        'two',
        'paged',
      ]);
    });

    it('are a fact with all its places, each with the region that bears its number', () => {
      const [one, two] = after(many).steps;
      expect(one).toMatchObject({
        regions: ['field/fromAddress', sentence.expired, sentence.urgent],
        ends: ['field/fromAddress', sentence.urgent],
      });
      expect(two).toMatchObject({ regions: ['field/dkim'], ends: ['field/dkim'] });
    });

    it('are the reassurances of a genuine message, and what was doubted', () => {
      const mail = aGenuineMail({
        reassurances: (['dkim', 'dmarc', 'mailer', 'subject'] as const).map((field) =>
          aReassurance({ id: field, anchor: { field } }),
        ),
        decoys: [aDecoy({ id: 'night' })],
      });
      expect(steps(mail)).toEqual(['dkim', 'dmarc', 'mailer']);
      expect(steps(mail, { trust: ['field/subject'], flags: ['field/date'] })).toEqual([
        'subject',
        'night',
        'dkim',
      ]);
    });
  });

  it('is decided by nothing where nothing of the solution has a place', () => {
    const lost = aLure({ clues: [aClue({ anchor: { link: 'nowhere' } })], decoys: [aDecoy()] });
    expect(after(lost, { flags: ['field/date', 'field/to'] }).deciding).toBeUndefined();
    const anywhere = aGenuineMail({ reassurances: [aReassurance({ anchor: { link: 'nowhere' } })] });
    expect(after(anywhere, { flags: ['field/date'] }).deciding).toBeUndefined();
  });

  it('is not decided by a clue only because it was trusted', () => {
    expect(idOf(after(lure, { trust: ['field/fromAddress'] }).deciding)).toBe('link');
  });

  it('is decided by a clue that was found on a page of its own link', () => {
    const message = withPage({
      facts: [aFact({ id: 'sender' }), aFact({ id: 'link' })],
      clues: [
        aClue({ id: 'sender', fact: 'sender', cue: 'inconsistency' }),
        aClue({ id: 'link', fact: 'link', cue: 'domain-spoofing', anchor: { link: 'renew' } }),
      ],
    });
    const answer = { flags: ['link/renew', 'page/sign-in/address'] };
    expect(after(message, answer).deciding?.regions).toEqual(['link/renew', 'page/sign-in/address']);
  });

  it('is decided by the heaviest fact, and among equals by one in the message itself', () => {
    const clue = (id: string, anchor: Anchor) => aClue({ id, fact: id, cue: 'inconsistency', anchor });
    const decidingOf = (hidden: Anchor, weight: 'decisive' | 'strong') => {
      const solution = aPhishSolution({
        facts: [aFact({ id: 'hidden' }), aFact({ id: 'face', weight })],
        clues: [clue('hidden', hidden), clue('face', { field: 'subject' })],
      });
      const over = {
        ...paged,
        attachments: [{ id: 'macro', name: both('list.xlsm'), type: 'excel', bytes: 12_000, macro: true }],
      } satisfies Partial<Mail>;
      return idOf(after(aMailWith(solution, over)).deciding);
    };
    for (const hidden of [
      { page: 'sign-in', part: 'title' },
      { attachment: 'macro', part: 'macro' },
    ] as const) {
      expect(decidingOf(hidden, 'decisive')).toBe('face');
      expect(decidingOf(hidden, 'strong')).toBe('hidden');
    }
  });

  it('ends with one sentence for next time and one line of what came of it', () => {
    expect(after(lure)).toMatchObject({
      next: both('Check the address'),
      consequence: both('10:14 Suzuki removed it'),
    });
    expect(after(lure, { verdict: 'legitimate' }).consequence).toEqual(both('10:20 Six colleagues got it'));
    expect(after(aGenuineMail()).consequence).toBeUndefined();
  });
});
