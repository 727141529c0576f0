import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { askedBy } from '../../../src/app/pages/prepare-round.ts';
import { parametersIn } from '../../../src/app/route.ts';
import { packsFrom } from '../../../src/packs/content.ts';
import { serverSource } from '../../../src/packs/server.ts';
import { isAssigned } from '../../../src/app/session/assigned-round.ts';
import { type AskedRound, parametersFor } from '../../../src/core/round/round-settings.ts';

const assigned: AskedRound = { mode: 'assessment', length: 10, passMark: 80, packs: ['office', 'first-day'] };

const counts = async (query: string, of: AskedRound = assigned): Promise<boolean> =>
  isAssigned(await askedIn(query), of);

/** What an address asks for, where its file can be read. */
async function askedIn(query: string): Promise<AskedRound> {
  const read = await askedBy(parametersIn(query), packsFrom(serverSource(() => false)));
  if (!read.ok) throw new Error('the round file was not read');
  return read.value.asked;
}

const own = new URLSearchParams(parametersFor(assigned).map(([name, value]) => [name, value])).toString();

afterEach(() => vi.unstubAllGlobals());

describe('the assigned round', () => {
  it.each([
    ['as the package writes it', own],
    ['with a seed of its own', `${own}&seed=k7`],
    ['in another order', 'passMark=80&packs=first-day,office&length=10&mode=assessment&seed=a'],
    ['spelled in escapes', '%6Dode=assess%6Dent&length=%31%30&passMark=80&packs=office%2Cfirst-day'],
    ['with `&amp;` for &', own.replaceAll('&', '&amp;')],
    ['with what others append', `utm_source=mail&${own}&_=17&token=x`],
    ['with a name twice, the last one right', `passMark=0&length=1&${own}`],
    ['with a value that cannot be used', `${own}&passMark=-1&length=one`],
    ['with a name in other letters', `${own}&passmark=0&LENGTH=1&Mode=training`],
  ])('is recognised %s', async (_, query) => {
    expect(await counts(query)).toBe(true);
  });

  it.each([
    ['no settings', ''],
    ['another mode', own.replace('assessment', 'training')],
    ['a lower mark', own.replace('80', '0')],
    ['no mark, which means 70', own.replace('&passMark=80', '')],
    ['fewer messages', own.replace('length=10', 'length=1')],
    ['fewer packs', own.replace('%2Cfirst-day', '')],
    ['a last value that is lower', `${own}&passMark=0`],
    ['a last value in escapes', `${own}&pass%4Dark=%30`],
    ['a last value behind `&amp;`', `${own}&amp;passMark=0`],
    ['more that was not asked for: a share', `${own}&genuine=0`],
    ['a difficulty', `${own}&difficulty=least`],
    ['a channel', `${own}&channels=sms`],
    ['a timer', `${own}&timer=21600`],
    ['hints', `${own}&hints=on`],
    ['weights', `${own}&weights=9,0,0,0,0,0`],
  ])('is not recognised in an address with %s', async (_, query) => {
    expect(await counts(query)).toBe(false);
  });

  it('is recognised in a round file only if the file asks for the same', async () => {
    const files: Record<string, string> = {
      'content/rounds/easy.json': JSON.stringify({ ...assigned, passMark: 0 }),
      'content/rounds/same.json': JSON.stringify(assigned),
    };
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(
        new Response(files[address] ?? '', {
          status: address in files ? 200 : 404,
          headers: { 'Content-Type': 'application/json' },
        }),
      ),
    );
    expect(await counts('round=easy')).toBe(false);
    expect(await counts('round=same')).toBe(true);
    expect(await counts(`round=easy&${own}`)).toBe(true);
    expect(await counts(`${own}&round=easy`)).toBe(true);
    expect(await counts('round=same&passMark=0')).toBe(false);
  });

  it('uses the learner’s own weights in practice mode, unless weights were assigned', async () => {
    const practice: AskedRound = { mode: 'practice', length: 4 };
    expect(await counts('mode=practice&length=4&seed=x&weights=1,2,3,4,5,6', practice)).toBe(true);
    const weighed: AskedRound = { ...practice, weights: [1, 1, 1, 1, 1, 1] };
    expect(await counts('mode=practice&length=4&weights=9,0,0,0,0,0', weighed)).toBe(false);
    expect(await counts('mode=practice&length=4&weights=1,1,1,1,1,1', weighed)).toBe(true);
  });

  it('includes the round of every day if the round of the day is assigned', async () => {
    expect(await counts('mode=daily&seed=2026-11-30', { mode: 'daily' })).toBe(true);
    expect(await counts('mode=daily&length=1', { mode: 'daily' })).toBe(false);
  });

  it('is training where no mode is given', async () => {
    expect(await counts('mode=training&length=2', { length: 2 })).toBe(true);
    expect(await counts('mode=practice&length=2', { length: 2 })).toBe(false);
  });

  it('does not include a round that differs in any setting except the seed', () => {
    const anyAsked = fc.record(
      {
        mode: fc.constantFrom('training' as const, 'assessment' as const),
        packs: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        length: fc.integer({ min: 1, max: 3 }),
        genuine: fc.constantFrom(0, 0.5, 1),
        passMark: fc.constantFrom(0, 70, 100),
        timer: fc.constantFrom(30, 60),
        hints: fc.boolean(),
        seed: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: [] },
    );
    const plain = ({ mode = 'training', packs, length, genuine, passMark, timer, hints }: AskedRound) =>
      JSON.stringify([mode, packs?.toSorted().join(), length, genuine, passMark, timer, hints]);
    fc.assert(
      fc.property(anyAsked, anyAsked, (one, other) => {
        expect(isAssigned(one, other)).toBe(plain(one) === plain(other));
      }),
    );
  });
});
