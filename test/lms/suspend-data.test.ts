import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type Move } from '../../src/core/engine/answer.ts';
import { actionKinds } from '../../src/core/scenario/format/vocabulary.ts';
import { hintCount } from '../../src/core/engine/hints.ts';
import { movesFromSuspendData, roundOf, suspendData } from '../../src/lms/suspend-data.ts';
import kept from '../fixtures/suspend-data.json';

const now = Date.UTC(2026, 10, 24);
const frozen = '1~%23%2Fround%3Fseed%3Da%7Eb~0!7ja!B!p23!0!s!top2v4';

/** `count` messages of `size` regions each. */
const round = (count: number, size: number) =>
  Array.from({ length: count }, (_, place) => ({
    message: `office/monday/mail-${place}`,
    regions: Array.from({ length: size }, (_region, index) => `body/${place}.${index}/0`),
  }));

const movesIn = (count: number, size: number) => {
  const message = fc.nat(count - 1).map((place) => `office/monday/mail-${place}`);
  const region = fc.tuple(fc.nat(count - 1), fc.nat(size - 1));
  const ink = fc.constantFrom(undefined, 'doubt' as const, 'trust' as const);
  const at = fc.nat(10 ** 6).map((seconds) => now + seconds * 1000);
  return fc.array(
    fc.oneof<fc.Arbitrary<Move>[]>(
      fc
        .record({ kind: fc.constantFrom('flag', 'unflag'), region, ink, at })
        .map(({ kind, region: [place, index], ink: chosen, at: time }) => ({
          kind,
          ...(kind === 'flag' && chosen && { ink: chosen }),
          message: `office/monday/mail-${place}`,
          region: `body/${place}.${index}/0`,
          at: time,
        })),
      fc.record({
        kind: fc.constant('judge'),
        message,
        verdict: fc.constantFrom('phish', 'legitimate'),
        confidence: fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100),
        at,
      }),
      fc.record({
        kind: fc.constant('act'),
        message,
        action: fc.oneof(
          fc.constantFrom(...actionKinds.filter((kind) => kind !== 'verify')).map((kind) => ({ kind })),
          fc.constantFrom('csirt', 'a-b-c').map((contact) => ({ kind: 'verify' as const, contact })),
        ),
        at,
      }),
      fc.record({ kind: fc.constantFrom('submit', 'open', 'hint', 'expire'), message, at }),
    ),
    { maxLength: 400 },
  );
};

/** The check that a message's entry carries, as written for it. */
function checkOf(messages: ReturnType<typeof round>, place: string): string {
  const message = messages[Number.parseInt(place, 36)]?.message;
  if (message === undefined) return '000';
  const text =
    suspendData({ round: 'r', moves: [{ kind: 'open', message, at: now }] }, messages, 4_088) ?? '';
  return text.split('~')[2]?.split('!')[1] ?? '';
}

const withLaterFields = (regions: string): string =>
  regions
    .replace('field/replyTo ', 'field/replyTo field/sentBy ')
    .replace('field/received3 ', 'field/received3 field/originatingIp ')
    .replace('field/mailer ', 'field/mailer field/priority ');

describe('the state of a round', () => {
  const answered = (message: string, at: number): readonly Move[] => [
    { kind: 'open', message, at },
    { kind: 'flag', message, region: 'body/0.1/0', at },
    { kind: 'judge', message, verdict: 'phish', confidence: 0.75, at },
    { kind: 'act', message, action: { kind: 'report' }, at },
    { kind: 'submit', message, at },
  ];

  it('has the same text as in earlier versions, because LMSs store it', () => {
    const text = suspendData(
      { round: '#/round?seed=a~b', moves: answered('office/monday/mail-0', 1_795_000_000_000) },
      round(2, 3),
      4_088,
    );
    expect(text).toBe(frozen);
    const moves = movesFromSuspendData(frozen, round(2, 3), now) ?? [];
    expect(answerTo('office/monday/mail-0', moves)).toMatchObject({
      verdict: 'phish',
      confidence: 0.75,
      action: { kind: 'report' },
      submitted: true,
    });
    expect(moves.every(({ at }) => at === 1_795_000_000_000)).toBe(true);
    expect(roundOf(frozen)).toBe('#/round?seed=a~b');
  });

  // Frozen: each text was written by some version, with the regions of its messages at that time.
  it.each(
    kept.flatMap(
      (state) =>
        [
          [state.name, state, (regions: string) => regions],
          [`${state.name}, now that mails have more fields`, state, withLaterFields],
        ] as const,
    ),
  )('is still read: %s', (_, state, regionsNow) => {
    const messages = state.messages.map(({ message, regions }) => ({
      message,
      regions: regionsNow(regions).split(' '),
    }));
    expect(roundOf(state.text)).toBe(state.round);
    const moves = movesFromSuspendData(state.text, messages, now);
    const answers = messages.map(({ message }) => answerTo(message, moves));
    expect(answers).toEqual(
      state.answers.map((answer) => ({
        ...answer,
        flags: new Map(answer.flags.map((region) => [region, 'doubt'])),
      })),
    );
  });

  it('has a fixed number for each action, whatever the order of the vocabulary', () => {
    const moves = actionKinds.map((kind, place): Move => ({
      kind: 'act',
      message: `office/monday/mail-${place}`,
      action: kind === 'verify' ? { kind, contact: 'csirt' } : { kind },
      at: now,
    }));
    const text = suspendData({ round: 'r', moves }, round(8, 1), 4_088) ?? '';
    const written = text
      .split('~')
      .slice(2)
      .map((entry) => entry.split('!')[4] ?? '');
    expect(Object.fromEntries(actionKinds.map((kind, place) => [kind, written[place]]))).toEqual({
      report: '0',
      delete: '1',
      keep: '2',
      follow: '3',
      reply: '4',
      verify: '5csirt',
      verifyWithin: '6',
      'own-way': '7',
    });
  });

  it("may be exactly as long as the limit, and drops the oldest answer's flags first", () => {
    const messages = round(2, 3);
    const moves = [...answered('office/monday/mail-1', 1_000), ...answered('office/monday/mail-0', 9_000)];
    const whole = suspendData({ round: 'r', moves }, messages, 4_088) ?? '';
    expect(suspendData({ round: 'r', moves }, messages, whole.length)).toBe(whole);
    const shorter = suspendData({ round: 'r', moves }, messages, whole.length - 1);
    expect(shorter).toBeDefined();
    expect(shorter?.length).toBeLessThan(whole.length);
    expect(suspendData({ round: 'r', moves }, messages, 3)).toBeUndefined();
  });

  it('read back gives the same answers, within the limit of SCORM 1.2', () => {
    const messages = round(20, 150);
    fc.assert(
      fc.property(movesIn(20, 150), fc.string({ unit: 'grapheme', maxLength: 60 }), (moves, name) => {
        const text = suspendData({ round: name, moves }, messages, 4_088);
        expect(text).toBeDefined();
        if (text === undefined) return;
        expect(text).toMatch(/^[\x20-\x7e]{1,4088}$/);
        expect(roundOf(text)).toBe(name);
        const back = movesFromSuspendData(text, messages, now);
        for (const { message } of messages) expect(answerTo(message, back)).toEqual(answerTo(message, moves));
      }),
      { numRuns: 200 },
    );
  });

  it('has room for sixty answered messages with thirty flags each', () => {
    const messages = round(60, 400);
    const moves = messages.flatMap(({ message, regions }): readonly Move[] => [
      ...regions
        .filter((_, index) => index % 13 === 0)
        .map((region) => ({ kind: 'flag' as const, message, region, at: now })),
      { kind: 'judge', message, verdict: 'phish', confidence: 0.87, at: now },
      { kind: 'act', message, action: { kind: 'verify', contact: 'csirt' }, at: now },
      { kind: 'submit', message, at: now },
    ]);
    const text = suspendData({ round: 'office', moves }, messages, 4_088);
    expect(
      movesFromSuspendData(text ?? '', messages, now).filter(({ kind }) => kind === 'flag'),
    ).toHaveLength(60 * 31);
  });

  it('includes both inks and the opened sources', () => {
    const sources = ['contact/bank', 'contact/csirt', 'site', 'tickets'] as const;
    const messages = round(1, 3).map((one) => ({ ...one, sources, settling: new Set(['site'] as const) }));
    const message = 'office/monday/mail-0';
    const moves: readonly Move[] = [
      { kind: 'flag', message, region: 'body/0.0/0', at: now },
      { kind: 'flag', message, region: 'body/0.2/0', ink: 'trust', at: now },
      { kind: 'look', message, source: 'contact/csirt', at: now },
      { kind: 'look', message, source: 'site', at: now },
    ];
    const text = suspendData({ round: 'r', moves }, messages, 4_088) ?? '';
    expect(text).toMatch(/!C![a-z0-9]BA$/);
    expect(answerTo(message, movesFromSuspendData(text, messages, now))).toEqual(answerTo(message, moves));
    // If there is little room, only a look that counts is kept.
    const short = suspendData({ round: 'r', moves }, messages, text.length - 1) ?? '';
    expect(answerTo(message, movesFromSuspendData(short, messages, now)).looked).toEqual(new Set(['site']));
    // The sources have changed since it was written: a look may have meant another one.
    const moved = messages.map((one) => ({ ...one, sources: ['tickets', ...sources] as const }));
    expect(answerTo(message, movesFromSuspendData(text, moved, now))).not.toHaveProperty('looked');
  });

  it('has room for sixty checked answers with thirty flags each, in both inks', () => {
    const sources = Array.from({ length: 20 }, (_, index) => `contact/c-${index}` as const);
    const messages = round(60, 400).map((one) => ({
      ...one,
      sources,
      settling: new Set(sources.slice(4, 7)),
    }));
    const moves = messages.flatMap(({ message, regions }): readonly Move[] => [
      ...regions
        .filter((_, index) => index % 13 === 0)
        .map((region, index): Move => ({
          kind: 'flag',
          message,
          region,
          ink: index % 2 === 0 ? 'doubt' : 'trust',
          at: now,
        })),
      ...sources.map((source): Move => ({ kind: 'look', message, source, at: now })),
      { kind: 'judge', message, verdict: 'phish', confidence: 0.95, at: now },
      { kind: 'act', message, action: { kind: 'report' }, at: now },
      { kind: 'submit', message, at: now },
    ]);
    const text = suspendData({ round: 'office', moves }, messages, 4_088);
    const back = movesFromSuspendData(text ?? '', messages, now);
    for (const { message } of messages) {
      const { flags, looked } = answerTo(message, back);
      expect(flags).toEqual(answerTo(message, moves).flags);
      expect(looked).toEqual(new Set(['contact/c-4']));
    }
  });

  it('drops times first, then drafts, and answers last', () => {
    const messages = round(4, 50);
    const draft = (place: number, at: number): readonly Move[] => [
      { kind: 'judge', message: `office/monday/mail-${place}`, verdict: 'phish', confidence: 0.9, at },
    ];
    const given: readonly Move[] = [
      ...draft(3, now),
      { kind: 'act', message: 'office/monday/mail-3', action: { kind: 'report' }, at: now },
      { kind: 'submit', message: 'office/monday/mail-3', at: now },
    ];
    const moves = [...draft(0, now - 9_000), ...draft(1, now - 5_000), ...given];
    const whole = suspendData({ round: 'r', moves }, messages, 4_096) ?? '';
    const untimed = suspendData({ round: 'r', moves }, messages, whole.length - 1) ?? '';
    expect(
      movesFromSuspendData(untimed, messages, 0).map(({ message, at }) => `${message.at(-1)} ${at}`),
    ).toEqual(['0 0', '0 0', '1 0', '1 0', '3 0', '3 0', '3 0', '3 0']);
    const shorter = suspendData({ round: 'r', moves }, messages, untimed.length - 1) ?? '';
    expect(new Set(movesFromSuspendData(shorter, messages, 0).map(({ message }) => message.at(-1)))).toEqual(
      new Set(['1', '3']),
    );
    const shortest = suspendData({ round: 'r', moves: given }, messages, 10);
    expect(shortest).toBeUndefined();
  });

  it('drops the flags of a message whose text was edited since, and keeps its answer', () => {
    const messages = round(1, 10);
    const moves: readonly Move[] = [
      { kind: 'flag', message: 'office/monday/mail-0', region: 'body/0.3/0', at: now },
      { kind: 'judge', message: 'office/monday/mail-0', verdict: 'legitimate', confidence: 0.5, at: now },
    ];
    const text = suspendData({ round: 'r', moves }, messages, 4_096) ?? '';
    expect(movesFromSuspendData(text, round(1, 11), now).map(({ kind }) => kind)).toEqual(['open', 'judge']);
  });

  it('is read safely if it is cut or random', () => {
    const messages = round(5, 40);
    fc.assert(
      fc.property(movesIn(5, 40), fc.nat(), (moves, cut) => {
        const text = suspendData({ round: 'r', moves }, messages, 4_096) ?? '';
        const back = movesFromSuspendData(text.slice(0, cut % (text.length + 1)), messages, now);
        expect(back.length).toBeLessThanOrEqual(5 * 55);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        roundOf(text);
        for (const move of movesFromSuspendData(text, messages, now))
          expect(messages.some(({ message }) => message === move.message)).toBe(true);
      }),
    );
  });

  it('never gives more moves than a player can make', () => {
    const messages = round(3, 4);
    const entry = (place: string) => `${place}!${checkOf(messages, place)}!AAAAAAAA!p23!0!s999!zzzzzzzz`;
    const text = ['1~r', ...Array.from({ length: 5_000 }, (_, at) => entry((at % 36).toString(36)))].join(
      '~',
    );
    const moves = movesFromSuspendData(text, messages, now);
    // Opened, four flags, verdict, action, hints, submitted.
    expect(moves).toHaveLength(3 * (1 + 4 + 1 + 1 + hintCount + 1));
    expect(moves.every(({ at }) => at === now)).toBe(true);
  });

  it('never names more than the round has', () => {
    const messages = round(4, 30);
    const part = fc.string({ unit: fc.constantFrom(...'0123abzAZ!~sxpl_-9'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), (parts) => {
        const moves = movesFromSuspendData(['1', 'r', ...parts].join('~'), messages, now);
        expect(moves.length).toBeLessThanOrEqual(4 * (1 + 30 + 1 + 1 + hintCount + 1));
        for (const move of moves) expect(new Date(move.at).getTime()).toBeLessThanOrEqual(now);
      }),
    );
  });

  it.each(['', '2~round', '1', 'junk', '1~%', '1~%E3%8'])('is ignored if it is %o', (text) => {
    expect(roundOf(text)).toBeUndefined();
  });
});
