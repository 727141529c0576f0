import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/core/engine/assess.ts';
import { debriefOf } from '../../../../src/core/engine/debrief/debrief.ts';
import type { Finding } from '../../../../src/core/engine/finding.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLure,
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
