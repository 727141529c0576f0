import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/core/packaging/digest.ts';
import { parametersOf } from '../../src/app/parameters.ts';
import { hashOf, type Route, routeOf } from '../../src/app/route.ts';

describe('a route', () => {
  it.each([
    { screen: 'start' },
    { screen: 'settings' },
    { screen: 'play', pack: 'sakura-2019', scenario: 'june-2019' },
    { screen: 'drill', pack: 'sakura-2019', scenario: 'june-2019', drill: 'own-account' },
    { screen: 'drill', pack: 'first-aid', drill: 'link-opened' },
    { screen: 'lesson', pack: 'sakura-2019', lesson: 'postcard' },
    { screen: 'plan' },
    { screen: 'teach', pack: 'sakura-2019', scenario: 'june-2019', message: 'lure-4' },
    { screen: 'round', parameters: [] },
    {
      screen: 'round',
      parameters: [
        ['mode', 'daily'],
        ['packs', 'a,b'],
        ['seed', '&=%#'],
      ],
    },
  ] satisfies Route[])('written to the address bar reads back as $screen', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it.each([
    '#/play/../../etc',
    '#/play/a/__proto__',
    '#/play/a',
    '#/play/a/b/c/d',
    '#/fly/a/b',
    '#/settings/a',
    '#/play/A/b',
    '#/lesson/a/%2e%2e',
    '',
    '#',
    '#/play/a/b.json',
    '#/play/a//b',
    '#/teach/a/b',
    '#/rounds?mode=daily',
    '#/plan/x',
    '#/play/https:/example.net',
    `#/play/a/${'b'.repeat(61)}`,
  ])('%s leads to the start', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'start' });
  });

  const play = { screen: 'play', pack: 'office', scenario: 'paying-day' } as const;
  const round = {
    screen: 'round',
    parameters: [
      ['mode', 'training'],
      ['length', '3'],
    ],
  } as const;
  it.each([
    ['#/play/office/paying-day/', play],
    ['#/play/office/paying-day?utm_source=mail&utm_medium=x', play],
    ['#/play/office/paying-day&fbclid=abc', play],
    ['#/play/office/paying-day/?lang=en', play],
    ['#/settings/', { screen: 'settings' }],
    ['#/plan?gclid=1', { screen: 'plan' }],
    ['#/progress?utm_source=mail', { screen: 'progress' }],
    ['#/?utm_source=mail', { screen: 'start' }],
    ['#/round?mode=training&amp;length=3', round],
    ['#/round/?mode=training&length=3', round],
    ['#/round%3Fmode%3Dtraining%26length%3D3', round],
    ['#/round?mode=training&length=3?utm_source=mail', round],
    ['#/round%3F%E3', { screen: 'start' }],
  ] as const)('is read although another program changed its address: %s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  it('written and read back is the same, whatever its ids', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,59}$/);
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.record({ screen: fc.constant('play' as const), pack: id, scenario: id }),
      fc.record({ screen: fc.constant('drill' as const), pack: id, scenario: id, drill: id }),
      fc.record({ screen: fc.constant('drill' as const), pack: id, drill: id }),
      fc.record({ screen: fc.constant('lesson' as const), pack: id, lesson: id }),
      fc.record({
        screen: fc.constant('round' as const),
        parameters: fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 40 })), {
          maxLength: 8,
        }),
      }),
    );
    fc.assert(
      fc.property(route, (there) => {
        expect(routeOf(hashOf(there))).toEqual(there);
      }),
    );
  });

  it('can be read from any text, and never names a file outside content', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hashOf(routeOf(`#/play/${text}`))).not.toMatch(/\.\.|%|\\/);
      }),
    );
  });
});

describe('the parameters of the page', () => {
  it('give the language', () => {
    expect(parametersOf('?lang=en')).toMatchObject({ language: 'en', mistakes: [] });
  });

  it('name invalid values with the allowed ones, and shorten long texts', () => {
    expect(parametersOf(`?lang=${'x'.repeat(200)}`).mistakes).toEqual([
      { kind: 'value', name: 'lang', value: `${'x'.repeat(40)}…`, allowed: 'ja, en' },
    ]);
  });

  it('list foreign names separately, shortened, and do not report them as mistakes', () => {
    expect(parametersOf(`?${'a'.repeat(200)}=1`)).toMatchObject({
      mistakes: [],
      foreign: [`${'a'.repeat(40)}…`],
    });
  });
});

describe('the digest of a text', () => {
  it('has 16 digits, and changes with any character of the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const place = at % text.length;
        const other = `${text.slice(0, place)}${text[place] === 'x' ? 'y' : 'x'}${text.slice(place + 1)}`;
        expect(digest(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(digest(other)).not.toBe(digest(text));
      }),
    );
  });
});
