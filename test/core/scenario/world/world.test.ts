import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf } from '../../../../src/core/email/compose/authentication.ts';
import { knownOrganizations } from '../../../../src/core/scenario/world/organizations.ts';
import { mayBeShown } from '../../../../src/core/names/reserved-names.ts';
import { parseWorld } from '../../../../src/core/lint/parse.ts';
import type { Problem } from '../../../../src/core/scenario/read/problem.ts';
import { both } from '../../../fixtures/builders.ts';
import { anOrganization, aWorld } from '../../../fixtures/lint.ts';

const folder = new URL('../../../../content/world/', import.meta.url);

const problemsOf = (world: unknown): readonly Problem[] =>
  parseWorld(JSON.stringify(world), 'world.json').problems;

describe('a world', () => {
  it('is accepted unchanged if it is consistent', () => {
    expect(problemsOf(aWorld())).toEqual([]);
  });

  it('must have one organization for each id', () => {
    const organizations = [anOrganization(), anOrganization({ domains: ['gull.example'], addresses: [] })];
    expect(problemsOf(aWorld({ organizations }))).toMatchObject([
      { rule: 'world-disagrees', path: ['organizations', 1, 'id'] },
    ]);
  });

  it('must have one owner for each domain, the company included', () => {
    const organizations = [anOrganization({ domains: ['kamome.example', 'example5.co.jp'] })];
    expect(problemsOf(aWorld({ organizations }))).toMatchObject([
      { rule: 'world-disagrees', path: ['organizations', 0, 'domains', 1] },
    ]);
  });

  it('must have all addresses within the domains of their owner', () => {
    const organizations = [anOrganization({ addresses: ['notice@mykamome.example'] })];
    expect(problemsOf(aWorld({ organizations }))).toMatchObject([
      { rule: 'world-disagrees', path: ['organizations', 0, 'addresses', 0] },
    ]);
  });

  it.each(['https://www.kamome.example.net/', 'javascript:alert(1)', 'kamome-bin', 'data:text/html,x'])(
    'must not have the site %s, which is outside the domains of its owner or no web address',
    (site) => {
      expect(problemsOf(aWorld({ organizations: [anOrganization({ site })] }))).toMatchObject([
        { rule: 'world-disagrees', path: ['organizations', 0, 'site'] },
      ]);
    },
  );

  it('must have portal, machines and people of the company under its own domains', () => {
    const company = {
      ...aWorld().company,
      portal: 'https://portal.example.net/',
      addresses: ['vm@example5.co.jp', 'vm@example.net'],
      people: [{ id: 'ito', name: both('伊藤'), role: both('経理'), address: 'ito@example6.co.jp' }],
    };
    expect(problemsOf(aWorld({ company })).map(({ path }) => path.join('/'))).toEqual(
      expect.arrayContaining(['company/portal', 'company/addresses/1', 'company/people/0/address']),
    );
  });

  it.each([
    ['nothing', ''],
    ['a page of a server', '<!doctype html><title>404</title>'],
    ['a list', '[]'],
    ['a deep nest', '['.repeat(5_000)],
    ['a newer format', JSON.stringify({ ...aWorld(), format: 2 })],
    ['a field more', JSON.stringify({ ...aWorld(), script: 'alert(1)' })],
    ['a prototype', JSON.stringify(aWorld()).replace('"format":1', '"format":1,"__proto__":{"x":1}')],
    [
      'a domain that is none',
      JSON.stringify(aWorld({ organizations: [anOrganization({ domains: ['*'] })] })),
    ],
    ['hidden characters', JSON.stringify(aWorld()).replace('カモメ便', 'カモメ\u202e便')],
    [
      'too many',
      JSON.stringify(aWorld({ organizations: Array.from({ length: 201 }, () => anOrganization()) })),
    ],
  ])('is refused with a sentence if the file contains %s', (_what, text) => {
    const { ok, problems } = parseWorld(text, 'world/world.json');
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'world/world.json' });
    expect(problems[0]?.text.ja).not.toBe('');
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseWorld(text, 'world.json').ok).toBe('boolean');
      }),
    );
  });
});

describe('the world of the shipped packs', () => {
  const outcome = parseWorld(readFileSync(new URL('world.json', folder), 'utf8'), 'world.json');
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text.en).join('\n'));
  const world = outcome.value;

  it('has exactly one logo for each organization', () => {
    const ids = world.organizations.map(({ id }) => `${id}.svg`);
    expect(readdirSync(new URL('logos/', folder)).toSorted()).toEqual(ids.toSorted());
  });

  it('draws its logos in less than 3 kB, without scripts or anything from elsewhere', () => {
    for (const name of readdirSync(new URL('logos/', folder))) {
      const text = readFileSync(new URL(`logos/${name}`, folder), 'utf8');
      expect(text.length, name).toBeLessThan(3_000);
      expect(text.replace('http://www.w3.org/2000/svg', ''), name).not.toMatch(
        /<script|\bon\w+=|href|url\(|https?:|@import/i,
      );
    }
  });

  it('has only domains that are reserved for examples', () => {
    const hosts = [
      ...knownOrganizations(world).flatMap(({ domains }) => domains),
      ...world.organizations.flatMap(({ addresses }) => addresses.map(domainOf)),
      ...[world.player, ...(world.others ?? [])].flatMap(({ mailboxes }) =>
        mailboxes.flatMap(({ address, server }) => [domainOf(address), server]),
      ),
      ...world.company.people.map(({ address }) => domainOf(address)),
    ];
    expect(hosts.filter((host) => !mayBeShown(host))).toEqual([]);
  });
});
