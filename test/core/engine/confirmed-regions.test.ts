import { describe, expect, it } from 'vitest';
import type { Around } from '../../../src/core/engine/confirmed-regions.ts';
import { costlyRegions } from '../../../src/core/engine/costly-regions.ts';
import { evidence } from '../../../src/core/engine/evidence.ts';
import { placedSolution } from '../../../src/core/engine/placed-solution.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Mail, Message } from '../../../src/core/scenario/format/message.ts';
import type { DeclaredDelivery } from '../../../src/core/scenario/format/delivery.ts';
import {
  aDecoy,
  aGenuineMail,
  aLegitimateSolution,
  aLure,
  aMailWith,
  aReassurance,
  both,
  inked,
} from './builders.ts';

const signed: DeclaredDelivery = {
  route: 'direct',
  host: 'mail.example.com',
  ip: '192.0.2.10',
  spf: 'pass',
  dkim: { domain: 'example.com', selector: 'a', result: 'pass' },
  dmarcPolicy: 'none',
  charset: 'utf-8',
  zone: '+0900',
};

/** A genuine mail of support@example.com whose greeting alone reassures, so that no address joins a reassurance. */
const mail = (delivery: DeclaredDelivery = signed, over: Partial<Mail> = {}): Message =>
  aMailWith(aLegitimateSolution({ reassurances: [aReassurance({ anchor: { slot: 'greeting' } })] }), {
    delivery,
    ...over,
  });

const confirmedIn = (message: Message, around: Around = {}): readonly string[] => [
  ...costlyRegions(message, placedSolution(message), around).confirmed,
];
const joinedIn = (message: Message): readonly string[] =>
  placedSolution(message).reassurances.flatMap(({ joined }) => joined);
const trusting = (message: Message, regions: readonly string[], around: Around = {}) =>
  evidence(message, inked({ trust: regions }), around);

const aContact = { id: 'shop', name: both('The shop'), role: both('A shop') };
const knowing = (contact: { address?: string; phone?: string; site?: string }): Around => ({
  inbox: { directory: [{ ...aContact, ...contact }] },
});

describe('what the player’s own sources confirm in a genuine message', () => {
  it('is the sender’s domain and the checks that passed for it', () => {
    expect(confirmedIn(mail())).toEqual([
      'field/fromAddress',
      'field/returnPath',
      'field/messageId',
      'field/spf',
      'field/dkim',
      'field/dmarc',
      'field/received1',
    ]);
  });

  it.each<[string, DeclaredDelivery]>([
    ['failed', { ...signed, spf: 'fail', dkim: { domain: 'example.com', selector: 'a', result: 'fail' } }],
    [
      'passed for somebody else',
      {
        ...signed,
        host: 'out.mailer.example',
        envelope: 'bounce@mailer.example',
        dkim: { domain: 'mailer.example', selector: 'a', result: 'pass' },
      },
    ],
  ])('is nothing of the sender where the checks %s', (_, delivery) => {
    expect(confirmedIn(mail(delivery))).toEqual([]);
  });

  it('is no result of DMARC where the domain publishes no policy', () => {
    expect(confirmedIn(mail({ ...signed, dmarcPolicy: 'absent' }))).not.toContain('field/dmarc');
  });

  it('is never a line that travelled with the message', () => {
    const confirmed = confirmedIn(mail({ ...signed, route: 'forwarded' }));
    expect(confirmed).not.toContain('field/received2');
    expect(confirmed).not.toContain('field/received3');
  });

  it.each([
    ['as received, aligned', 'example.com', 'pass', true],
    ['as received, for somebody else', 'mailer.example', 'pass', false],
    ['as received, failed', 'example.com', 'fail', false],
  ] as const)('reads the checks of a mail %s', (_, domain, result, isConfirmed) => {
    const received = aMailWith(
      aLegitimateSolution({ reassurances: [aReassurance({ anchor: { slot: 'greeting' } })] }),
      {
        delivery: {
          route: 'received',
          hops: [{ from: `mail.${domain}`, by: 'mx.example1.co.jp' }],
          spf: result,
          spfDomain: domain,
          signatures: [{ domain, selector: 'a', result }],
          dmarc: isConfirmed ? 'pass' : 'fail',
          dmarcPolicy: 'none',
          charset: 'utf-8',
          zone: '+0900',
        },
      },
    );
    const confirmed = confirmedIn(received);
    for (const field of ['spf', 'dkim', 'dmarc', 'fromAddress']) {
      expect(confirmed.includes(`field/${field}`), field).toBe(isConfirmed);
    }
  });

  it('is a link to a domain of the directory, and a number of it', () => {
    const { dkim: _, ...rest } = signed;
    const unsigned: DeclaredDelivery = { ...rest, spf: 'none', dmarcPolicy: 'absent' };
    const message = mail(unsigned, {
      body: [
        { kind: 'text', text: both('Dear Ms Tanaka,'), slot: 'greeting' },
        { kind: 'text', text: both('Ring 03-0000-0123.') },
        { kind: 'text', text: both('Ring 03-0000-0999.') },
        { kind: 'button', label: both('Renew'), link: 'renew' },
      ],
    });
    expect(confirmedIn(message)).toEqual([]);
    expect(confirmedIn(message, knowing({ site: 'https://renew.example/' }))).toEqual(['link/renew']);
    expect(confirmedIn(message, knowing({ phone: '03-0000-0123' }))).toEqual(['body/1/0']);
    expect(confirmedIn(message, knowing({ address: 'a@mail.renew.example' }))).toEqual(['link/renew']);
  });

  it('is what the notices announce', () => {
    const message = mail(signed, {
      subject: both('Work at 18:30'),
      body: [
        { kind: 'text', text: both('Hello'), slot: 'greeting' },
        { kind: 'text', text: both('The case is PQLX-9037.') },
        { kind: 'text', text: both('The case is PQLX-9038.') },
      ],
    });
    const notice = {
      id: 'work',
      posted: '2026-11-23T09:00:00+09:00',
      title: both('18:30'),
      text: both('Case PQLX-9037'),
    };
    const told = confirmedIn(message, { inbox: { directory: [], notices: [notice] } });
    expect(told).toContain('field/subject');
    expect(told).toContain('body/1/0');
    expect(told).not.toContain('body/2/0');
    expect(confirmedIn(message)).not.toContain('field/subject');
  });

  it('is what a source that can know answered, only if it was asked', () => {
    const message: Message = {
      ...mail(signed, {
        body: [
          { kind: 'text', text: both('Hello'), slot: 'greeting' },
          { kind: 'text', text: both('It costs 12,400 yen.') },
          { kind: 'text', text: both('It ends at 17:45.') },
        ],
      }),
      verify: {
        settles: ['papers'],
        papers: both('The bill says 12,400 yen.'),
        site: both('Open until 17:45.'),
        contacts: [{ contact: 'shop', reply: both('Yes, until 17:45.'), settles: true }],
      },
    };
    const asking = (...looked: readonly ('papers' | 'site' | 'contact/shop')[]) =>
      confirmedIn(message, { looked: new Set(looked) }).filter((key) => key.startsWith('body/'));
    expect(asking()).toEqual([]);
    expect(asking('papers')).toEqual(['body/1/0']);
    expect(asking('site')).toEqual([]);
    expect(asking('contact/shop')).toEqual(['body/2/0']);
  });

  it.each([
    ['a member of the workspace', 'member', true],
    ['a guest', 'guest', false],
  ] as const)('is the mark of a chat for %s', (_, membership, isConfirmed) => {
    const chat: Message = {
      id: 'message',
      channel: 'chat',
      workspace: both('Example'),
      room: both('Direct message'),
      author: { name: both('Ito'), account: 'ito@example5.co.jp', membership },
      sent: '2026-11-24T09:00:00+09:00',
      body: [{ kind: 'text', text: both('Are you there?') }],
      solution: aLegitimateSolution({ reassurances: [aReassurance({ anchor: { field: 'room' } })] }),
    };
    expect(confirmedIn(chat).includes('field/membership')).toBe(isConfirmed);
  });

  it('is the caller whom the telephone knows', () => {
    const voice = (over: { caller?: { ja: string; en: string } }): Message => ({
      id: 'message',
      channel: 'voice',
      number: '03-0000-0123',
      seconds: 20,
      sent: '2026-11-24T09:00:00+09:00',
      body: [{ kind: 'text', text: both('Please ring back.') }],
      solution: aLegitimateSolution({
        reassurances: [aReassurance({ anchor: { quote: both('ring back') } })],
      }),
      ...over,
    });
    expect(confirmedIn(voice({ caller: both('The shop') }))).toEqual(['field/caller']);
    expect(confirmedIn(voice({}))).toEqual([]);
  });

  it('costs nothing when trusted, earns nothing, and is told as confirmed', () => {
    const message = mail();
    const confirmed = confirmedIn(message);
    expect(trusting(message, confirmed).score).toBe(0);
    expect(trusting(message, ['slot/greeting', ...confirmed]).score).toBe(1);
    expect(trusting(message, ['slot/greeting', 'field/dmarc']).findings).toMatchObject([
      { outcome: 'hit' },
      {
        outcome: 'neutral',
        spared: 'confirmed',
        ink: 'trust',
        subject: { kind: 'general', region: 'field/dmarc' },
      },
    ]);
  });

  it('costs as before when doubted', () => {
    const message = mail();
    const flags = inked({ trust: ['slot/greeting'], doubt: ['field/dmarc'] });
    const { score, findings } = evidence(message, flags);
    expect(score).toBeCloseTo(2 / 3, 12);
    expect(findings[1]).toMatchObject({ outcome: 'falseAlarm', ink: 'doubt' });
    expect(findings[1]).not.toHaveProperty('spared');
  });

  it('keeps the words of an author who explained it', () => {
    const decoy = aDecoy({ anchor: { field: 'dmarc' } });
    const message = aGenuineMail({
      reassurances: [aReassurance({ anchor: { slot: 'greeting' } })],
      decoys: [decoy],
    });
    expect(trusting(message, ['slot/greeting', 'field/dmarc'])).toMatchObject({
      score: 1,
      findings: [
        { outcome: 'hit' },
        { outcome: 'neutral', spared: 'confirmed', subject: { kind: 'decoy', decoy } },
      ],
    });
  });

  it('is nothing in a lure', () => {
    expect(confirmedIn(aLure())).toEqual([]);
  });

  it('still costs where nothing else is left, or flagging everything would pay', () => {
    const chat: Message = {
      id: 'message',
      channel: 'chat',
      workspace: both('Example'),
      room: both('Direct message'),
      author: { name: both('Ito'), account: 'ito@example5.co.jp', membership: 'member' },
      sent: '2026-11-24T09:00:00+09:00',
      body: [{ kind: 'text', text: both('Are you there?') }],
      solution: aLegitimateSolution({
        reassurances: [
          aReassurance({ id: 'room', anchor: { field: 'room' } }),
          aReassurance({ id: 'author', anchor: { field: 'author' } }),
          aReassurance({ id: 'workspace', anchor: { field: 'workspace' } }),
          aReassurance({ id: 'date', anchor: { field: 'date' } }),
          aReassurance({ id: 'words', anchor: { quote: both('Are you there?') } }),
        ],
      }),
    };
    const around = knowing({ address: 'ito@example5.co.jp' });
    const { trust, confirmed } = costlyRegions(chat, placedSolution(chat), around);
    expect([...trust]).toEqual(['field/account', 'field/membership']);
    expect([...confirmed]).toEqual([]);
    const everything = layOut(chat).regions.map(({ key }) => key);
    expect(trusting(chat, everything, around).score).toBe(0);
  });
});

describe('what shows the same as a reassurance', () => {
  const official = (anchor: Parameters<typeof aReassurance>[0], over: Partial<Mail> = {}) =>
    aMailWith(aLegitimateSolution({ reassurances: [aReassurance(anchor)] }), {
      delivery: signed,
      links: [{ id: 'renew', url: 'https://www.example.com/renew' }],
      ...over,
    });

  it('joins it: sender, checks that passed for it, and links to its domain', () => {
    const message = official({ anchor: { field: 'fromAddress' } });
    expect(joinedIn(message)).toEqual(['field/spf', 'field/dkim', 'field/dmarc', 'link/renew']);
    expect(trusting(message, ['link/renew']).score).toBe(1);
    expect(joinedIn(official({ anchor: { link: 'renew' } }))).toContain('field/fromAddress');
  });

  it('is no address of a sender without a check that passed', () => {
    const message = official(
      { anchor: { link: 'renew' } },
      {
        delivery: { ...signed, spf: 'fail', dkim: { domain: 'example.com', selector: 'a', result: 'fail' } },
      },
    );
    expect(joinedIn(message)).toEqual([]);
    // The address is right all the same, as the link shows.
    expect(confirmedIn(message)).toContain('field/fromAddress');
  });

  it('is no link to elsewhere, and no region that its author explained', () => {
    const elsewhere = official(
      { anchor: { field: 'fromAddress' } },
      { links: [{ id: 'renew', url: 'https://renew.example/' }] },
    );
    expect(joinedIn(elsewhere)).not.toContain('link/renew');
    const explained = aMailWith(
      aLegitimateSolution({
        reassurances: [aReassurance({ anchor: { field: 'fromAddress' } })],
        decoys: [aDecoy({ anchor: { field: 'dkim' } })],
      }),
      { delivery: signed },
    );
    expect(joinedIn(explained)).toEqual(['field/spf', 'field/dmarc']);
  });

  it('joins no reassurance that is made of words', () => {
    expect(joinedIn(official({ anchor: { slot: 'greeting' } }))).toEqual([]);
  });
});

describe('doubt about what the best action of a genuine message does without', () => {
  const best = (action: 'own-way' | 'keep' | 'verify', reason: string): Message =>
    aGenuineMail({ best: { action, reason: both(reason) } });
  const doubting = (message: Message, region: string) =>
    evidence(message, inked({ trust: ['field/dmarc'], doubt: [region] }));

  it('costs nothing on a link where the best is one’s own way', () => {
    expect(doubting(best('own-way', 'Use your bookmark'), 'link/renew')).toMatchObject({
      score: 1,
      findings: [{ outcome: 'hit' }, { outcome: 'neutral', spared: 'prudent' }],
    });
    expect(doubting(best('keep', 'Nothing to do'), 'link/renew').score).toBeCloseTo(2 / 3, 12);
    expect(doubting(best('own-way', 'Use your bookmark'), 'field/to').score).toBeCloseTo(2 / 3, 12);
  });

  it('costs nothing on what the reason names by its number or time', () => {
    expect(doubting(best('verify', 'Ask why within 24 hours'), 'body/1/1').score).toBe(1);
    expect(doubting(best('verify', 'Ask why'), 'body/1/1').score).toBeCloseTo(2 / 3, 12);
  });
});
