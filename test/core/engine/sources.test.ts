import { describe, expect, it } from 'vitest';
import {
  canKnow,
  isChecked,
  places,
  settlingSources,
  sourceFrom,
  sourcesOf,
} from '../../../src/core/engine/sources.ts';
import type { Verify } from '../../../src/core/scenario/format/message.ts';
import { both } from './builders.ts';

const verify: Verify = {
  contacts: [
    { contact: 'bank', reply: both('Not ours'), settles: true },
    { contact: 'mother', reply: both('No idea') },
  ],
  settles: ['site'],
};

describe('sources', () => {
  it('that settle a message are those its author marks', () => {
    expect(settlingSources({ verify })).toEqual(new Set(['contact/bank', 'site']));
    expect(settlingSources({})).toEqual(new Set());
  });

  it('count as a check once one that settles the message was opened', () => {
    expect(isChecked({ verify }, new Set(['contact/mother', 'within']))).toBe(false);
    expect(isChecked({ verify }, new Set(['contact/mother', 'contact/bank']))).toBe(true);
    expect(isChecked({ verify }, undefined)).toBe(false);
    expect(isChecked({}, new Set(['site']))).toBe(false);
  });

  it('are the people of the directory, then the same places for every message', () => {
    expect(sourcesOf([{ id: 'bank' }])).toEqual(['contact/bank', ...places]);
  });

  it('are read from outside only if they exist', () => {
    for (const source of sourcesOf([{ id: 'bank' }])) expect(sourceFrom(source)).toBe(source);
    const longest = `contact/${'a'.repeat(60)}`;
    expect(sourceFrom(longest)).toBe(longest);
    const others = [
      '',
      'somewhere',
      'contact/',
      'contact/Bank',
      `${longest}a`,
      'a contact/bank',
      'contact/bank, too',
    ];
    for (const other of [...others, 1, null, ['contact/bank']]) expect(sourceFrom(other)).toBeUndefined();
  });

  it('include a contact who can know, or any contact if the pack does not say who can', () => {
    const asked = { contact: 'mother', reply: both('No idea') };
    expect(canKnow({ verify }, 'bank')).toBe(true);
    expect(canKnow({ verify }, 'mother')).toBe(false);
    expect(canKnow({ verify: { contacts: [asked], settles: ['site'] } }, 'mother')).toBe(false);
    expect(canKnow({ verify: { contacts: [{ ...asked, settles: false }] } }, 'mother')).toBe(false);
    expect(canKnow({ verify: { contacts: [asked] } }, 'mother')).toBe(true);
    expect(canKnow({ verify: {} }, 'mother')).toBe(true);
    expect(canKnow({}, 'mother')).toBe(true);
  });
});
