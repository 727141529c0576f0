import { describe, expect, it } from 'vitest';
import { answersOfPlayer, type Chance, type PlayerName } from '../../../src/core/engine/model-players.ts';
import type { Mail, Message } from '../../../src/core/scenario/format/message.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLegitimateSolution,
  aMailWith,
  aPhishSolution,
  aReassurance,
  both,
  inked,
} from './builders.ts';

const never: Chance = () => {
  throw new Error('Only the random player needs chance.');
};
const answers = (player: PlayerName, message: Message, chance = never) =>
  answersOfPlayer(player, message, chance);
const flagsOf = (player: PlayerName, message: Message) => answers(player, message).map(({ flags }) => flags);

const verify = {
  contacts: [
    { contact: 'mother', reply: both('No idea') },
    { contact: 'bank', reply: both('Not ours'), settles: true as const },
  ],
  settles: ['site' as const],
};
const page = {
  id: 'sign-in',
  url: 'https://renew.example/',
  title: both('Sign in'),
  body: [],
  outcome: both('Lost'),
  firstAid: both('Change it'),
};
const lure = aMailWith(
  aPhishSolution({
    facts: [
      aFact({ id: 'tone', weight: 'soft' }),
      aFact({ id: 'target', weight: 'strong' }),
      aFact({ id: 'sender', weight: 'decisive' }),
    ],
    clues: [
      aClue({ id: 'tone', fact: 'tone', cue: 'urgency', anchor: { slot: 'greeting' } }),
      aClue({ id: 'page', fact: 'target', cue: 'inconsistency', anchor: { page: 'sign-in', part: 'title' } }),
      aClue({ id: 'face', fact: 'target', cue: 'inconsistency', anchor: { field: 'subject' } }),
      aClue({ id: 'address', fact: 'sender' }),
      aClue({ id: 'again', fact: 'sender', anchor: { field: 'date' } }),
    ],
    best: { action: 'verify', reason: both('They know') },
  }),
  { verify, links: [{ id: 'renew', url: page.url, page: 'sign-in' }], pages: [page] },
);
const genuine = aMailWith(
  aLegitimateSolution({
    reassurances: [aReassurance(), aReassurance({ id: 'more', anchor: { field: 'dkim' } })],
    decoys: [aDecoy({ anchor: { field: 'subject' }, weighs: 'nothing' })],
    best: { action: 'keep', reason: both('Nothing to do') },
  }),
  { verify },
);
const right = {
  verdict: 'phish',
  confidence: 0.95,
  action: { kind: 'verify', contact: 'bank' },
  submitted: true,
};
const rightOfGenuine = { ...right, verdict: 'legitimate', action: { kind: 'keep' } };

describe('a model player', () => {
  it('that is flawless flags one place in the message for each fact, or each reassurance', () => {
    expect(answers('flawless', lure)).toEqual([
      { ...right, flags: inked({ doubt: ['field/fromAddress', 'field/subject', 'slot/greeting'] }) },
    ]);
    expect(answers('flawless', genuine)).toEqual([
      { ...rightOfGenuine, flags: inked({ trust: ['field/dmarc', 'field/dkim'] }) },
    ]);
  });

  it('that flags the strongest only takes two of a lure, or the decisive one; of a genuine mail one', () => {
    expect(flagsOf('twoStrongest', lure)).toEqual([inked({ doubt: ['field/fromAddress', 'field/subject'] })]);
    expect(flagsOf('oneDecisive', lure)).toEqual([inked({ doubt: ['field/fromAddress'] })]);
    for (const player of ['twoStrongest', 'oneDecisive'] as const)
      expect(flagsOf(player, genuine)).toEqual([inked({ trust: ['field/dmarc'] })]);
  });

  it('that doubts one place too many takes one that is innocent and no reassurance', () => {
    const subject = aGenuineMail({ reassurances: [aReassurance({ anchor: { field: 'subject' } })] });
    expect(flagsOf('twoAndStray', lure)).toEqual([
      inked({ doubt: ['field/fromAddress', 'field/subject', 'field/fromName'] }),
    ]);
    expect(flagsOf('twoAndStray', subject)).toEqual([
      inked({ trust: ['field/subject'], doubt: ['field/fromName'] }),
    ]);
  });

  it('that flags nothing answers rightly by itself or by what it looked at', () => {
    expect(answers('verdictOnly', lure)).toEqual([{ ...right, flags: new Map() }]);
    expect(answers('checkOnly', lure)).toEqual([
      { ...right, flags: new Map(), looked: new Set(['contact/bank', 'site']) },
    ]);
  });

  it('that flags everything tries both inks', () => {
    const keys = layOut(genuine).regions.map(({ key }) => key);
    expect(flagsOf('allFlagged', genuine)).toEqual([inked({ doubt: keys }), inked({ trust: keys })]);
  });

  it('that has one answer for all gives it whatever the message is', () => {
    for (const message of [lure, genuine]) {
      expect(answers('alwaysPhish', message)).toEqual([
        { ...right, flags: new Map(), action: { kind: 'report' } },
      ]);
      expect(answers('alwaysCheck', message)).toEqual([
        { ...right, flags: new Map(), confidence: 0.75, looked: new Set(['contact/bank', 'site']) },
      ]);
    }
  });

  it('asks any contact where none settles the message, and nobody where there is none', () => {
    const actionOn = (over: Partial<Mail>) =>
      answers('alwaysCheck', aMailWith(genuine.solution, over))[0]?.action;
    expect(actionOn({ verify: { contacts: [{ contact: 'mother', reply: both('No idea') }] } })).toEqual({
      kind: 'verify',
      contact: 'mother',
    });
    expect(actionOn({})).toEqual({ kind: 'verify', contact: 'nobody' });
    expect(actionOn({ verify: { settles: ['site'] } })).toEqual({ kind: 'verify', contact: 'nobody' });
  });

  it('that guesses tries two dozen times, each with a flag, an action and a seal by chance', () => {
    const drawn = (pick: (limit: number) => number) => answers('random', lure, pick);
    const keys = layOut(lure).regions.map(({ key }) => key);
    const lowest = drawn(() => 0);
    expect(lowest).toHaveLength(24);
    for (const one of lowest)
      expect(one).toEqual({ ...right, flags: inked({ doubt: keys }), action: { kind: 'report' } });
    const highest = drawn((limit) => limit - 1)[0];
    expect(highest).toMatchObject({ flags: new Map(), verdict: 'legitimate', confidence: 0.95 });
    // Of two inks and none, the third leaves a part without a flag.
    const limits = new Set<number>();
    drawn((limit) => {
      limits.add(limit);
      return 1;
    });
    expect(limits).toEqual(new Set([3, 6, actionKinds.length]));
    expect(drawn(() => 1)[0]).toMatchObject({
      verdict: 'phish',
      confidence: 0.75,
      action: { kind: actionKinds[1] },
    });
    expect(drawn(() => actionKinds.indexOf('verify'))[0]?.action).toEqual(right.action);
    expect(drawn(() => 99)[0]).toMatchObject({
      verdict: 'phish',
      confidence: 0.95,
      action: { kind: 'keep' },
    });
  });
});
