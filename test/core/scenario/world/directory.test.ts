import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactDomains } from '../../../../src/core/email/url/contact-domains.ts';
import { directoryOf, findIn, ownerOf } from '../../../../src/core/scenario/world/directory.ts';
import { worldFileOf } from '../../../../src/core/scenario/world/world-file.ts';
import { both } from '../../../fixtures/builders.ts';
import { anOrganization, aWorld } from '../../../fixtures/lint.ts';

const world = aWorld({
  company: {
    ...aWorld().company,
    people: [{ id: 'ito', name: both('伊藤 恵'), role: both('経理'), address: 'ito@example5.co.jp' }],
  },
  organizations: [
    anOrganization({ phone: '03-0000-0201', sms: 'KAMOME' }),
    anOrganization({
      id: 'tasuki',
      name: { ja: 'たすき労務', en: 'Tasuki HR' },
      domains: ['tasuki.example'],
      addresses: [],
      inDirectoryOf: 'work',
    }),
    anOrganization({
      id: 'furuichiba',
      name: { ja: 'ふるいちば', en: 'Furuichiba' },
      domains: ['furuichiba.example'],
      addresses: [],
      inDirectoryOf: 'private',
    }),
  ],
});
const ids = (query: string): readonly string[] =>
  findIn(directoryOf(world, 'work'), query).map(({ id }) => id);

describe('a directory', () => {
  it('lists the company, its people and partners, but not in a private mailbox', () => {
    expect(directoryOf(world, 'work').map(({ id }) => id)).toEqual([
      'company/',
      'company/ito',
      'kamome',
      'tasuki',
    ]);
    expect(directoryOf(world, 'private').map(({ id }) => id)).toEqual(['kamome', 'furuichiba']);
  });

  it('is complete without a query', () => {
    expect(ids('')).toEqual(directoryOf(world, 'work').map(({ id }) => id));
    expect(ids('  ')).toEqual(ids(''));
  });

  it.each([
    ['カモメ', ['kamome']],
    ['ＫＡＭＯＭＥ', ['kamome']],
    ['tasuki hr', ['tasuki']],
    ['03-0000-0201', ['kamome']],
    ['mail.kamome.example', ['kamome']],
    ['someone@mail.kamome.example', ['kamome']],
    ['https://track.kamome.example/x?y', ['kamome']],
    ['伊藤', ['company/ito']],
    ['ito@example5.co.jp', ['company/', 'company/ito']],
  ])('finds by “%s” the entry with that name, number, address or host', (query, found) => {
    expect(ids(query)).toEqual(found);
  });

  it.each([
    ['かもめ便', ['kamome']],
    ['ｶﾓﾒ便', ['kamome']],
    ['カ モ メ・便', ['kamome']],
    ['カモメー便', ['kamome']],
    ['kamome　parcel', ['kamome']],
    ['Ｋamome-Parcel', ['kamome']],
    ['タスキ', ['tasuki']],
    ['たすき労務', ['tasuki']],
    ['ﾀｽｷ労務', ['tasuki']],
    ['伊藤　恵', ['company/ito']],
    ['伊藤 惠', ['company/ito']],
    ['0300000201', ['kamome']],
    ['03（0000）0201', ['kamome']],
    ['（03）0000-0201', ['kamome']],
    ['０３－００００－０２０１', ['kamome']],
    ['03‐0000−0201', ['kamome']],
    ['03ー0000ー0201', ['kamome']],
    ['03.0000.0201', ['kamome']],
    ['03 0000 0201', ['kamome']],
    ['+81 3 0000 0201', ['kamome']],
    ['＋81-3-0000-0201', ['kamome']],
    ['+81 (0)3-0000-0201', ['kamome']],
    ['0081-3-0000-0201', ['kamome']],
    ['tel:+81-3-0000-0201', ['kamome']],
    ['電話：03-0000-0201', ['kamome']],
    ['81-3-0000-0201', ['kamome']],
    ['03-0000-0201（平日 9:00〜17:00）', ['kamome']],
    ['お問い合わせ　０３（００００）０２０１　まで', ['kamome']],
    ['Please call +81 3 0000 0201 today.', ['kamome']],
    ['0201', ['kamome']],
    ['kamome.example.', ['kamome']],
    ['<info@kamome.example>', ['kamome']],
    ['カモメ便 <info@kamome.example>', ['kamome']],
    ['kamome。example', ['kamome']],
    ['ｋａｍｏｍｅ．ｅｘａｍｐｌｅ', ['kamome']],
    ['hxxps://track[.]kamome[.]example/x', ['kamome']],
    ['mailto:info@kamome.example?subject=再配達', ['kamome']],
    ['URL：https://kamome.example/', ['kamome']],
    ['伊藤 <Ito@EXAMPLE5.co.jp>', ['company/', 'company/ito']],
    ['kamom', ['kamome']],
  ])('finds the same entry in the notation “%s”', (query, found) => {
    expect(ids(query)).toEqual(found);
  });

  it.each([
    'https://evil.example?@kamome.example',
    'https://evil.example\\@kamome.example/',
    'https://evil.example/?u=https://kamome.example/',
    'https://login.example.net?user=yamada@example5.co.jp',
    'https://login.example.net#yamada@example5.co.jp',
    'カモメ便 <info@evil.example>',
    'kamome.example@evil.example',
    'kamome.example＠evil.example',
    'kamome.example evil.example',
    'mome.example',
    'example5.co',
    'kamome.exampl',
    'xn--kamome.example',
    'https://kamome.example:99999/',
    'https://kam\u202eome.example/',
    'kаmome.example',
    '192.0.2.7',
    '03-0000-0299',
    'お問い合わせ 03-0000-0299 まで',
    '103-0000-0201',
    'javascript:alert("kamome.example")',
    ' JavaScript : location="https://kamome.example/"',
    'data:text/html,<a href="https://kamome.example/">',
    'kamo-me.example',
    'kamome-redelivery.example',
    'kamome.example.net',
    'https://kamome.example@evil.example/',
    'kamome.example.evil.example',
    '(.*)',
  ])('finds nobody by %s, which belongs to none of them', (query) => {
    expect(ids(query)).toEqual([]);
  });

  it('accepts any query, and returns some of its entries in their order', () => {
    const all = directoryOf(world, 'work');
    fc.assert(
      fc.property(fc.string(), (query) => {
        const found = findIn(all, query);
        expect(all.filter((entry) => found.includes(entry))).toEqual(found);
      }),
    );
  });
});

describe('the owner of a host', () => {
  const contacts = contactDomains([
    { id: 'help', name: both('花森ウェブメール'), role: both('会社'), address: 'help@mail.example1.co.jp' },
    { id: 'mother', name: both('母'), role: both('家族'), phone: '03-0000-0301' },
  ]);

  it('is the owner of the domain or of a parent domain', () => {
    expect(ownerOf('kamome.example', world.organizations)).toEqual({ ja: 'カモメ便', en: 'Kamome Parcel' });
    expect(ownerOf('track.kamome.example', world.organizations)).toBeDefined();
    expect(ownerOf('example1.co.jp', contacts)).toEqual(both('花森ウェブメール'));
  });

  it.each(['mykamome.example', 'kamome.example.net', 'example', ''])('is nobody for “%s”', (host) => {
    expect(ownerOf(host, [...world.organizations, ...contacts])).toBeUndefined();
  });
});

describe('the world of a pack', () => {
  it('is the shared file, a file beside the pack, or none', () => {
    expect(worldFileOf({ id: 'office', world: 'shared' })).toBe('world/world.json');
    expect(worldFileOf({ id: 'mine', world: 'own' })).toBe('packs/mine/world.json');
    expect(worldFileOf({ id: 'sakura-2019' })).toBeUndefined();
  });
});
