import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/engine/answer.ts';
import { defaultPoints, handling, type ActionPoints } from '../../../src/core/engine/handling.ts';
import type { Message, Verify } from '../../../src/core/scenario/format/message.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';
import { aGenuineMail, aLure, aMailWith, aLegitimateSolution, anAnswer, both } from './builders.ts';

const actions = actionKinds.map((kind): Action => (kind === 'verify' ? { kind, contact: 'bank' } : { kind }));
const earned = (
  message: Message,
  action: Action,
  {
    points = defaultPoints,
    ...said
  }: { points?: ActionPoints; verdict?: 'phish' | 'legitimate'; confidence?: number } = {},
) => handling(message, { ...anAnswer(said), action }, points);
const table = (message: Message, verdict: 'phish' | 'legitimate') =>
  Object.fromEntries(actions.map((action) => [action.kind, earned(message, action, { verdict })]));

describe('handling', () => {
  it('pays for each action at a lure by the default table', () => {
    expect(table(aLure(), 'phish')).toEqual({
      report: 1,
      verify: 0.85,
      'own-way': 0.6,
      delete: 0.5,
      keep: 0.3,
      reply: 0.1,
      verifyWithin: 0.1,
      follow: 0,
    });
  });

  it('pays for each action at genuine mail by the default table', () => {
    expect(table(aGenuineMail(), 'legitimate')).toEqual({
      keep: 1,
      'own-way': 1,
      verify: 0.85,
      report: 0.85,
      follow: 0.8,
      reply: 0.8,
      delete: 0.3,
      verifyWithin: 0.1,
    });
  });

  it("prefers the message's own points to the pack's", () => {
    const points = { ...defaultPoints, phish: { ...defaultPoints.phish, delete: 0.7, keep: 0.2 } };
    const lure = aLure({ points: { keep: 0 } });
    expect(earned(lure, { kind: 'delete' }, { points })).toBe(0.7);
    expect(earned(lure, { kind: 'keep' }, { points })).toBe(0);
  });

  it('pays the best action in full, whatever the tables say', () => {
    const best = { action: 'verify', reason: both('Ask first') } as const;
    const mail = aGenuineMail({ best, points: { verify: 0.5 } });
    expect(earned(mail, { kind: 'verify', contact: 'bank' })).toBe(1);
  });
});

describe('reporting a genuine message', () => {
  it.each([
    [0.55, 0.85],
    [0.75, 0.85],
    [0.84, 0.85],
    [0.85, 0.6],
    [0.95, 0.6],
    [1, 0.6],
  ])('called phishing at %f earns %f', (confidence, points) => {
    expect(earned(aGenuineMail(), { kind: 'report' }, { verdict: 'phish', confidence })).toBe(points);
  });

  it('earns as much if it is called genuine, with any confidence', () => {
    expect(earned(aGenuineMail(), { kind: 'report' }, { verdict: 'legitimate', confidence: 0.95 })).toBe(
      0.85,
    );
  });

  it('earns at most what its author gives, if that is less', () => {
    const mail = aGenuineMail({ points: { report: 0.9 } });
    expect(earned(mail, { kind: 'report' }, { verdict: 'phish', confidence: 0.75 })).toBe(0.9);
    expect(earned(mail, { kind: 'report' }, { verdict: 'phish', confidence: 0.95 })).toBe(0.6);
    const low = aGenuineMail({ points: { report: 0.2 } });
    expect(earned(low, { kind: 'report' }, { verdict: 'phish', confidence: 0.95 })).toBe(0.2);
  });

  it('does not apply to a lure', () => {
    expect(earned(aLure(), { kind: 'report' }, { verdict: 'phish', confidence: 0.95 })).toBe(1);
  });
});

describe('checking with somebody', () => {
  const verify: Verify = {
    contacts: [
      { contact: 'bank', reply: both('That is not ours'), settles: true },
      { contact: 'mother', reply: both('No idea') },
    ],
  };
  const mail = aMailWith(aLegitimateSolution(), { verify });

  it('earns less if they cannot know, or if nobody in the list was asked', () => {
    expect(earned(mail, { kind: 'verify', contact: 'bank' })).toBe(0.85);
    expect(earned(mail, { kind: 'verify', contact: 'mother' })).toBe(0.6);
    expect(earned(mail, { kind: 'verify', contact: 'nobody' })).toBe(0.6);
  });

  it('is not the best action with somebody who cannot know', () => {
    const best = { action: 'verify', reason: both('Ask the bank') } as const;
    const asks = aMailWith(aLegitimateSolution({ best }), { verify });
    expect(earned(asks, { kind: 'verify', contact: 'bank' })).toBe(1);
    expect(earned(asks, { kind: 'verify', contact: 'mother' })).toBe(0.6);
  });

  it('counts as asking nobody who can know, if the author says so', () => {
    const unsure = aMailWith(aLegitimateSolution(), {
      verify: { contacts: [{ contact: 'bank', reply: both('We will call back'), settles: false }] },
    });
    expect(earned(unsure, { kind: 'verify', contact: 'bank' })).toBe(0.6);
  });

  it('counts for every contact in packs that do not say who can know', () => {
    const old = aMailWith(aLegitimateSolution(), {
      verify: { contacts: [{ contact: 'bank', reply: both('That is ours') }] },
    });
    expect(earned(old, { kind: 'verify', contact: 'bank' })).toBe(0.85);
  });
});
