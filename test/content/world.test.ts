import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/core/email/compose/authentication.ts';
import { contactDomains } from '../../src/core/email/url/contact-domains.ts';
import { organisationOf } from '../../src/core/email/url/ownership.ts';
import { directoryOf, findIn, ownerOf } from '../../src/core/scenario/world/directory.ts';
import { squeezed } from '../../src/core/scenario/world/organizations.ts';
import { parsePack, parseScenario, parseWorld } from '../../src/core/lint/parse.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { mailsOf } from '../fixtures/builders.ts';

const content = new URL('../../content/', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, content), 'utf8');

function sound<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text.en).join('\n'));
  return outcome.value;
}

const world = sound(parseWorld(textOf('world/world.json'), 'world.json'));
const packs = readdirSync(new URL('packs/', content))
  .filter((id) => existsSync(new URL(`packs/${id}/pack.json`, content)))
  .map((id) => sound(parsePack(textOf(`packs/${id}/pack.json`), `${id}/pack.json`)));
const scenariosOf = (id: string, files: readonly string[]): readonly Scenario[] =>
  files.map((file) => sound(parseScenario(textOf(`packs/${id}/scenarios/${file}`), file)));
const inWorld = packs.filter((pack) => pack.world === 'shared');
const played = inWorld.flatMap(({ id, scenarios }) => scenariosOf(id, scenarios));

describe('the directory of the shared world', () => {
  it.each([
    ['https://evil.example?@kamome-bin.example', []],
    ['https://evil.example\\@kamome-bin.example/', []],
    ['https://login.example.net?user=yamada@example5.co.jp', []],
    ['kamome-bin.example.', ['カモメ便']],
    ['<info@kamome-bin.example>', ['カモメ便']],
    ['kamome-bin。example', ['カモメ便']],
    ['カモメ便 <info@kamome-bin.example>', ['カモメ便']],
    ['かもめ便', ['カモメ便']],
    ['0300000201', ['カモメ便']],
    ['03（0000）0201', ['カモメ便']],
    ['タスキ', ['たすき労務']],
  ])('finds the same entry by %s as a browser or a reader would', (query, names) => {
    expect(findIn(directoryOf(world, 'work'), query).map(({ name }) => name.ja)).toEqual(names);
  });
});

describe('the packs that are set in the shared world', () => {
  it('are all packs with an inbox, except the historical one', () => {
    const inboxes = packs.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => id);
    expect(inboxes.filter((id) => !inWorld.some((pack) => pack.id === id))).toEqual(['sakura-2019']);
  });

  it('name only firms, services and offices of the world in logos, contacts and senders of genuine mail', () => {
    const ids = new Set(world.organizations.map(({ id }) => id));
    // A pack without pictures has no folder for them.
    const pictures = readdirSync(new URL('packs/', content), { recursive: true, encoding: 'utf8' });
    const logos = pictures.flatMap((path) => {
      const [pack, folder, name = ''] = path.split(/[\\/]/);
      if (folder !== 'assets' || !inWorld.some(({ id }) => id === pack)) return [];
      return [...name.matchAll(/^logo-([a-z-]+)\.svg$/g)].map(([, logo]) => logo ?? '');
    });
    expect(logos.length).toBeGreaterThan(10);
    expect(logos.filter((logo) => !ids.has(logo))).toEqual([]);
    const names = [...world.organizations, world.company, ...world.company.people].map(({ name }) => name.ja);
    const strangers = played.flatMap(({ directory }) =>
      directory
        .filter(({ address, site, name }) => {
          const known = world.company.people.some((person) => person.address === address);
          const isPublic = site !== undefined || address !== undefined;
          return isPublic && !known && !names.some((one) => squeezed(name.ja).includes(squeezed(one)));
        })
        .map(({ id }) => id),
    );
    // SAKURA Internet is no fiction; a fair of one scenario and private friends stand among its contacts.
    expect([...new Set(strangers)].toSorted()).toEqual(['brother', 'fair', 'haruka', 'nashi', 'sakura']);
  });

  it('have genuine mail from strangers too, and say of each why no lookup finds it', () => {
    const strangers = played.flatMap(({ messages, directory, recipient }) => {
      const entries = directoryOf(world, recipient.mailbox ?? 'work');
      const known = new Set([
        ...entries.flatMap(({ addresses }) => addresses),
        ...directory.flatMap(({ address }) => address ?? []),
      ]);
      return mailsOf(messages).filter(
        ({ solution, from }) => solution.truth === 'legitimate' && !known.has(from.address),
      );
    });
    expect(strangers.length).toBeGreaterThanOrEqual(17);
    const unexplained = strangers.filter(({ solution }) =>
      solution.decoys.every(({ anchor }) => !('field' in anchor) || anchor.field !== 'fromAddress'),
    );
    expect(unexplained.map(({ id }) => id)).toEqual([]);
  });

  it('have some lures from a domain of the directory, so that a lookup does not settle every message', () => {
    const lures = played.flatMap(({ messages, directory, recipient }) => {
      const known = [...directoryOf(world, recipient.mailbox ?? 'work'), ...contactDomains(directory)];
      return mailsOf(messages)
        .filter(({ solution }) => solution.truth === 'phish')
        .filter(({ from }) => ownerOf(organisationOf(domainOf(from.address)) ?? '', known) !== undefined);
    });
    expect(lures.length).toBeGreaterThanOrEqual(5);
  });

  it('have a recipient and a mailbox that the world knows', () => {
    const owners = [world.player, ...(world.others ?? [])];
    const boxes = new Set(
      owners.flatMap(({ mailboxes }) => mailboxes.map(({ address, server }) => `${address} ${server}`)),
    );
    const strangers = played.filter(
      ({ recipient: { address, server } }) => !boxes.has(`${address} ${server}`),
    );
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });
});

describe('a private mailbox', () => {
  const mailboxes = played.filter(({ recipient }) => recipient.mailbox === 'private');

  it('has family, a public advice line and the police among its contacts, and no company', () => {
    expect(mailboxes.length).toBeGreaterThanOrEqual(4);
    for (const { directory } of mailboxes) {
      expect(directory.map(({ id }) => id)).toEqual(expect.arrayContaining(['mother', 'consumer', 'police']));
      expect(directory.flatMap(({ phone }) => phone ?? [])).toEqual(expect.arrayContaining(['188', '#9110']));
    }
  });

  it('has papers to check with and an official site for lures and genuine mail alike, and no tickets', () => {
    const kinds = mailboxes.flatMap(({ messages }) =>
      messages.map(({ verify }) =>
        Object.keys(verify ?? {})
          .filter((key) => key !== 'settles')
          .toSorted()
          .join(),
      ),
    );
    expect(new Set(kinds)).toEqual(new Set(['contacts,papers,site,within']));
  });

  it('has as many papers about lures as about genuine mail', () => {
    const lengths = { phish: 0, legitimate: 0 };
    const counts = { phish: 0, legitimate: 0 };
    for (const { verify, solution } of mailboxes.flatMap(({ messages }) => messages)) {
      lengths[solution.truth] += verify?.papers?.ja.length ?? 0;
      counts[solution.truth] += 1;
    }
    const ratio = lengths.phish / counts.phish / (lengths.legitimate / counts.legitimate);
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThan(1.15);
  });
});
