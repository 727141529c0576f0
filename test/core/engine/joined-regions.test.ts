import { describe, expect, it } from 'vitest';
import { evidence } from '../../../src/core/engine/evidence.ts';
import { placedSolution } from '../../../src/core/engine/placed-solution.ts';
import type { Mail, Message } from '../../../src/core/scenario/format/message.ts';
import type { PhishSolution } from '../../../src/core/scenario/format/solution.ts';
import { aSealedInvitation, aSealedLetter, aSealedSms } from '../../fixtures/channels.ts';
import { aClue, aDecoy, aFact, aMailWith, aPhishSolution, both, inked } from './builders.ts';

const joinedBy = (message: Message): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    placedSolution(message).facts.flatMap(({ clues }) =>
      clues.map(({ thing, joined }) => [thing.id, joined]),
    ),
  );
const innocentIn = (message: Message): readonly string[] =>
  placedSolution(message).innocent.map(({ key }) => key);

const page = {
  id: 'sign-in',
  url: 'https://login.kamome-post.example/a',
  title: both('Sign in'),
  certificate: {
    issuer: 'Example CA',
    names: ['login.kamome-post.example'],
    issued: '2026-11-23T09:00:00+09:00',
  },
  body: [{ kind: 'text' as const, text: both('Sign in') }],
  outcome: both('Your password is theirs'),
  firstAid: both('Change it'),
};

const lure = (solution: Partial<PhishSolution>, over: Partial<Mail> = {}): Mail =>
  aMailWith(aPhishSolution(solution), {
    from: { address: 'info@kamome-post.example' },
    delivery: {
      route: 'direct',
      host: 'mail.kamome-post.example',
      ip: '192.0.2.10',
      spf: 'pass',
      dkim: { domain: 'kamome-post.example', selector: 'a', result: 'pass' },
      dmarcPolicy: 'none',
      charset: 'utf-8',
      zone: '+0900',
    },
    ...over,
  });

describe('a region that joins a fact without being named', () => {
  it('is a header that shows the false domain of the sender', () => {
    const message = lure({});
    expect(joinedBy(message)['clue']).toEqual(
      ['returnPath', 'messageId', 'spf', 'dkim', 'dmarc', 'received1'].map((field) => `field/${field}`),
    );
    for (const field of ['received1', 'messageId', 'dkim'])
      expect(evidence(message, inked({ doubt: [`field/${field}`] }))).toMatchObject({
        score: 1,
        factsFound: 1,
      });
  });

  it('is never a header line that a stranger could have written: a flag there has no effect', () => {
    const message = lure({});
    expect(innocentIn(message)).not.toContain('field/received3');
    expect(evidence(message, inked({ doubt: ['field/received3'] }))).toMatchObject({
      score: 0,
      factsFound: 0,
    });
    expect(evidence(message, inked({ doubt: ['field/fromAddress', 'field/received2'] })).score).toBe(1);
  });

  it('is explained with the words of the clue if it was flagged, and not marked otherwise', () => {
    const [found] = evidence(lure({}), inked({ doubt: ['field/received1'] })).findings;
    expect(found).toMatchObject({
      outcome: 'hit',
      flagged: true,
      regions: ['field/fromAddress', 'field/received1'],
    });
    const [missed] = evidence(lure({}), inked({})).findings;
    expect(missed?.regions).toEqual(['field/fromAddress']);
  });

  it.each([
    ['another server of the same owner', 'mail.example.net', 'info@post.example.net'],
    ['the domain that was registered', 'example3.co.jp', 'info@post.example3.co.jp'],
    ['the same name in letters of its own', 'mail.xn--r8jz45g.example', 'info@例え.example'],
    ['the same name in capitals', 'MAIL.Kamome-Post.example', 'info@kamome-post.example'],
  ])('is %s', (_, host, address) => {
    const message = lure({});
    const sent = { ...message, from: { address }, delivery: { ...message.delivery, host } };
    expect(joinedBy(sent)['clue']).toContain('field/received1');
  });

  it('never shows another customer of the same registry', () => {
    const message = lure({}, { from: { address: 'info@kamome.co.jp' } });
    const sent = { ...message, delivery: { ...message.delivery, host: 'mail.tsubame.co.jp' } };
    expect(innocentIn(sent)).toContain('field/received1');
  });

  it('is the name on a certificate and the address of the next pages', () => {
    const message = lure(
      {
        clues: [aClue({ cue: 'domain-spoofing', anchor: { link: 'renew' } })],
      },
      {
        links: [{ id: 'renew', url: page.url, page: 'sign-in' }],
        pages: [page, { ...page, id: 'code', url: 'https://kamome-post.example/b' }],
      },
    );
    expect(joinedBy(message)['clue']).toEqual(
      expect.arrayContaining(['page/sign-in/address', 'page/sign-in/names', 'page/code/address']),
    );
    for (const part of ['certificate', 'issuer', 'age'])
      expect(innocentIn(message)).not.toContain(`page/sign-in/${part}`);
    expect(innocentIn(message)).toContain('page/sign-in/title');
  });

  it('is never on a page whose address is not false', () => {
    const message = lure({}, { pages: [{ ...page, url: 'https://bank.example/' }] });
    expect(innocentIn(message)).toEqual(expect.arrayContaining(['page/sign-in/age', 'page/sign-in/address']));
  });

  it('is the same telephone number elsewhere, however it is written', () => {
    const message = lure(
      { clues: [aClue({ cue: 'call-back-number', anchor: { quote: both('050-0000-0188') } })] },
      {
        body: [
          { kind: 'text', text: both('Ring 050-0000-0188') },
          { kind: 'text', text: both('Desk (050) 0000 0188') },
          { kind: 'text', text: both('Desk +81 50 0000 0188') },
          { kind: 'text', text: both('Desk 050-0000-0199') },
        ],
      },
    );
    expect(joinedBy(message)['clue']).toEqual(['body/1/0', 'body/2/0']);
  });

  it('is the label of the cell in which a clue lies', () => {
    const message = lure(
      { clues: [aClue({ cue: 'urgency', anchor: { quote: both('Today, 23:59') } })] },
      {
        body: [
          {
            kind: 'table',
            rows: [
              [both('Answer by'), both('Today, 23:59')],
              [both('Number'), both('4012')],
            ],
          },
        ],
      },
    );
    expect(joinedBy(message)['clue']).toEqual(['body/0.r0c0/0']);
    expect(evidence(message, inked({ doubt: ['body/0.r0c0/0'] })).factsFound).toBe(1);
    expect(innocentIn(message)).toContain('body/0.r1c0/0');
  });

  it('is also the label of a myth, but never a heading or a cell of a wider row', () => {
    const message = lure(
      { decoys: [aDecoy({ weighs: 'nothing', anchor: { quote: both('4012') } })] },
      {
        body: [
          {
            kind: 'table',
            heading: 'row',
            rows: [
              [both('What'), both('Which')],
              [both('Number'), both('4012')],
              [both('One'), both('Two'), both('Three')],
            ],
          },
        ],
      },
    );
    expect(innocentIn(message)).not.toContain('body/0.r1c0/0');
    expect(innocentIn(message)).toEqual(expect.arrayContaining(['body/0.r0c0/0', 'body/0.r2c0/0']));
  });

  it.each([
    'sender-address',
    'domain-spoofing',
    'link-target',
    'reply-to-mismatch',
    'failed-authentication',
    'qr-lure',
  ] as const)('shows the domain of a clue of the cue %s', (cue) => {
    const clues = [aClue({ cue, anchor: { field: 'fromAddress' } })];
    expect(joinedBy(lure({ clues }))['clue']).toContain('field/messageId');
  });

  it.each(['sender-address', 'call-back-number', 'changed-bank-details', 'channel-switch'] as const)(
    'shows the number of a clue of the cue %s',
    (cue) => {
      const message = lure(
        { clues: [aClue({ cue, anchor: { quote: both('Account 1234567') } })] },
        {
          body: [
            { kind: 'text', text: both('Account 1234567') },
            { kind: 'text', text: both('Pay to 1234567') },
          ],
        },
      );
      expect(joinedBy(message)['clue']).toEqual(['body/1/0']);
    },
  );

  it('shows the domain or number of a clue of another cue by coincidence only', () => {
    const clues = [
      aClue({ cue: 'urgency', anchor: { quote: both('Ring 050-0000-0188 or see bad.example') } }),
    ];
    const message = lure(
      { clues },
      {
        body: [
          { kind: 'text', text: both('Ring 050-0000-0188 or see bad.example') },
          { kind: 'text', text: both('bad.example, 050-0000-0188') },
        ],
      },
    );
    expect(joinedBy(message)['clue']).toEqual([]);
  });

  it('joins the fact whose clue lies in a header with a header, on a page with a page, in the body with the body', () => {
    const facts = ['field', 'page', 'body'].map((id) => aFact({ id }));
    const clues = [
      aClue({
        id: 'body',
        fact: 'body',
        cue: 'link-target',
        anchor: { quote: both('Open www.kamome-post.example') },
      }),
      aClue({ id: 'page', fact: 'page', cue: 'link-target', anchor: { page: 'sign-in', part: 'address' } }),
      aClue({ id: 'field', fact: 'field' }),
    ];
    const over: Partial<Mail> = {
      links: [{ id: 'renew', url: 'https://kamome-post.example/', page: 'sign-in' }],
      pages: [page],
      body: [
        { kind: 'text', text: both('Open www.kamome-post.example') },
        { kind: 'button', label: both('Open'), link: 'renew' },
      ],
    };
    for (const order of [clues, clues.toReversed()]) {
      const joined = joinedBy(lure({ facts, clues: order }, over));
      expect(joined['field']).toContain('field/messageId');
      expect(joined['page']).toEqual(['page/sign-in/names']);
      expect(joined['body']).toEqual(['link/renew']);
    }
  });

  it('joins the nearest clue, and among clues as near the one of the heaviest fact', () => {
    const facts = [aFact({ id: 'light', weight: 'soft' }), aFact({ id: 'heavy', weight: 'strong' })];
    const quote = both('Open kamome-post.example');
    const clues = [
      aClue({ id: 'words', fact: 'light', cue: 'link-target', anchor: { quote } }),
      aClue({ id: 'sender', fact: 'light', anchor: { field: 'fromAddress' } }),
      aClue({ id: 'reply', fact: 'heavy', cue: 'reply-to-mismatch', anchor: { field: 'replyTo' } }),
    ];
    const over: Partial<Mail> = {
      replyTo: { address: 'desk@kamome-post.example' },
      body: [
        { kind: 'text', text: both('Open kamome-post.example today.') },
        { kind: 'text', text: both('See kamome-post.example') },
      ],
    };
    const joined = joinedBy(lure({ facts, clues }, over));
    expect(joined['words']).toEqual(['body/1/0']);
    expect(joined['reply']).toContain('field/messageId');
    expect(joined['sender']).toEqual([]);
  });

  it('joins the strongest fact with the nearest clue', () => {
    const message = lure(
      {
        facts: [aFact({ id: 'sender', weight: 'strong' }), aFact({ id: 'link', weight: 'decisive' })],
        clues: [
          aClue({ id: 'address', fact: 'sender' }),
          aClue({ id: 'link', fact: 'link', cue: 'domain-spoofing', anchor: { link: 'renew' } }),
        ],
      },
      { links: [{ id: 'renew', url: page.url, page: 'sign-in' }], pages: [page] },
    );
    expect(joinedBy(message)['address']).toContain('field/received1');
    expect(joinedBy(message)['link']).toEqual(['page/sign-in/address', 'page/sign-in/names']);
  });
});

describe('what an author says', () => {
  it('takes precedence for a part of the message', () => {
    const decoys = [aDecoy({ weighs: 'nothing' as const, anchor: { link: 'renew' } })];
    const message = lure({ decoys }, { links: [{ id: 'renew', url: page.url }] });
    expect(joinedBy(message)['clue']).not.toContain('link/renew');
    expect(placedSolution(message).myths).toHaveLength(1);
  });

  it.each(['received1', 'returnPath', 'messageId', 'spf', 'dkim', 'dmarc'] as const)(
    'is replaced where the header %s shows the false domain',
    (field) => {
      const message = lure({ decoys: [aDecoy({ weighs: 'nothing', anchor: { field } })] });
      expect(joinedBy(message)['clue']).toContain(`field/${field}`);
      expect(placedSolution(message).myths).toEqual([]);
    },
  );

  it('is replaced on a page where the certificate names the false domain, and kept for its other parts', () => {
    const part = (name: 'names' | 'address' | 'title') =>
      aDecoy({ id: name, weighs: 'nothing', anchor: { page: 'sign-in', part: name } });
    const message = lure(
      {
        clues: [aClue({ cue: 'domain-spoofing', anchor: { link: 'renew' } })],
        decoys: [part('names'), part('address'), part('title')],
      },
      { links: [{ id: 'renew', url: page.url, page: 'sign-in' }], pages: [page] },
    );
    expect(joinedBy(message)['clue']).toContain('page/sign-in/names');
    expect(joinedBy(message)['clue']).not.toContain('page/sign-in/address');
    expect(placedSolution(message).myths.map(({ thing }) => thing.id)).toEqual(['address', 'title']);
  });

  it('is replaced and not reported where a header shows the false domain', () => {
    const decoys = [
      aDecoy({ id: 'dkim', weighs: 'nothing' as const, anchor: { field: 'dkim' } }),
      aDecoy({ id: 'mime', weighs: 'nothing' as const, anchor: { field: 'mime' } }),
    ];
    const message = lure({ decoys });
    expect(joinedBy(message)['clue']).toContain('field/dkim');
    expect(placedSolution(message).myths.map(({ thing }) => thing.id)).toEqual(['mime']);
  });

  it('makes the domain of a decoy, or of a sender called a myth, count as real', () => {
    const clues = [aClue({ cue: 'sender-address', anchor: { field: 'returnPath' } })];
    const forged = lure({
      clues,
      decoys: [aDecoy({ weighs: 'nothing', anchor: { field: 'fromAddress' } })],
    });
    expect(innocentIn(forged)).toContain('field/received1');
    const honest = lure({ clues, decoys: [aDecoy({ anchor: { field: 'fromAddress' } })] });
    expect(innocentIn(honest)).toContain('field/received1');
  });
});

describe('what is not false', () => {
  it('includes the domain of the recipient', () => {
    const message = lure({}, { from: { address: 'it@example1.co.jp' } });
    expect(joinedBy(message)['clue']).toEqual([]);
  });

  it('includes the imitated name and the domain that failed a check', () => {
    for (const field of ['fromName', 'spf', 'dmarc', 'arc'] as const) {
      const clues = [aClue({ cue: 'failed-authentication', anchor: { field } })];
      const from = { name: both('info@kamome-post.example'), address: 'info@kamome-post.example' };
      expect(joinedBy(lure({ clues }, { from }))['clue']).toEqual([]);
    }
  });

  it('includes the path of a web address', () => {
    const message = lure(
      { clues: [aClue({ cue: 'link-target', anchor: { link: 'renew' } })] },
      { links: [{ id: 'renew', url: 'https://bad.example/?to=kamome-post.example' }] },
    );
    expect(innocentIn(message)).toContain('field/fromAddress');
  });

  it('includes a domain that a clue only mentions', () => {
    const clues = [aClue({ cue: 'inconsistency', anchor: { field: 'fromAddress' } })];
    expect(joinedBy(lure({ clues }))['clue']).toEqual([]);
  });
});

describe('other channels', () => {
  it.each([
    ['the host of an invitation', aSealedInvitation, 'yamada@example5.co.jp', []],
    ['an invitation', aSealedInvitation, 'mail@bad.example', ['body/1/0']],
    ['a text message', aSealedSms, 'mail@bad.example', ['body/1/0']],
    ['a letter', aSealedLetter, 'mail@bad.example', ['body/1/0']],
  ])('join the address in %s, unless it is that of somebody invited', (_, sealed, address, joined) => {
    const clues = [aClue({ cue: 'channel-switch', anchor: { quote: both(`Write to ${address}`) } })];
    const message: Message = {
      ...sealed,
      body: [
        { kind: 'text', text: both(`Write to ${address}`) },
        { kind: 'text', text: both(`Only to ${address}`) },
      ],
      solution: aPhishSolution({ clues: clues.map((clue) => ({ ...clue, cue: 'sender-address' as const })) }),
    };
    expect(joinedBy(message)['clue']).toEqual(joined);
  });

  it('join the number of a caller and the account of a chat', () => {
    const { from: _, to: __, subject: ___, delivery: ____, ...rest } = lure({});
    const voice: Message = {
      ...rest,
      channel: 'voice',
      number: '050-0000-0177',
      seconds: 20,
      body: [{ kind: 'text', text: both('Ring back on 050 0000 0177') }],
      solution: aPhishSolution({ clues: [aClue({ cue: 'call-back-number', anchor: { field: 'number' } })] }),
    };
    expect(joinedBy(voice)['clue']).toEqual(['body/0/0']);
    const chat: Message = {
      ...rest,
      channel: 'chat',
      workspace: both('Office'),
      room: both('Direct'),
      author: { name: both('Mori'), account: 'mori@mori-guest.example', membership: 'guest' },
      body: [{ kind: 'text', text: both('Write to mori@mori-guest.example') }],
      solution: aPhishSolution({ clues: [aClue({ anchor: { field: 'account' } })] }),
    };
    expect(joinedBy(chat)['clue']).toEqual(['body/0/0']);
  });
});
