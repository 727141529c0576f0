import { describe, expect, it } from 'vitest';
import { techniqueOf } from '../../../../src/core/scenario/read/technique.ts';
import type { CueId } from '../../../../src/core/scenario/format/cues.ts';
import type { Mail } from '../../../../src/core/scenario/format/message.ts';
import { aClue, aGenuineMail, aLure, aMailWith, aPhishSolution, both } from '../../engine/builders.ts';

const shows = (...cues: readonly CueId[]) =>
  techniqueOf(
    aLure({
      clues: cues.map((cue, index) => aClue({ id: `clue-${index}`, cue, anchor: { field: 'subject' } })),
    }),
  );
const asks = (type: 'code' | 'card'): Mail =>
  aMailWith(aPhishSolution(), {
    pages: [
      {
        id: 'page',
        url: 'https://pay.example/',
        title: both('Pay'),
        body: [{ kind: 'form', fields: [{ id: 'one', label: both('One'), type }], submit: both('Send') }],
        outcome: both('Gone'),
        firstAid: both('Ring'),
      },
    ],
  });

describe('the technique of a message', () => {
  it.each([
    [['paste-and-run', 'sender-address'], 'paste-and-run'],
    [['changed-bank-details', 'thread-hijack'], 'changed-account'],
    [['thread-hijack', 'link-target'], 'hijacked-account'],
    [['call-back-number'], 'call-back'],
    [['gift-card-payment', 'channel-switch'], 'gift-card'],
    [['qr-lure', 'link-target'], 'qr'],
    [['attachment-type'], 'attachment'],
    [['failed-authentication', 'link-target'], 'forged-sender'],
    [['link-target', 'sender-address'], 'link-text'],
    [['poses-as-authority'], 'display-name'],
    [['sender-address'], 'look-alike-domain'],
  ] as const)('follows from its clues: %j is %s', (cues, technique) => {
    expect(shows(...cues)).toBe(technique);
  });

  it('follows from what its page asks for', () => {
    expect(techniqueOf(asks('code'))).toBe('code-relay');
    expect(techniqueOf(asks('card'))).toBe('payment-form');
  });

  it('is the one that its author declares', () => {
    expect(techniqueOf(aLure({ technique: 'extortion' }))).toBe('extortion');
    expect(techniqueOf(aGenuineMail({ technique: 'qr' }))).toBe('qr');
  });

  it('of a genuine message is that of ordinary mail', () => {
    expect(techniqueOf(aGenuineMail())).toBe('ordinary-message');
  });
});
