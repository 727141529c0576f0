import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { organisationOf } from '../../src/core/email/url/ownership.ts';
import { parseScenario } from '../../src/core/lint/parse.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { mailsOf } from '../fixtures/builders.ts';

const packs = new URL('../../content/packs/', import.meta.url);

const scenarios: readonly Scenario[] = readdirSync(packs, { recursive: true, encoding: 'utf8' })
  .filter((file) => /scenarios\/.*\.json$/.test(file))
  .map((file) => {
    const outcome = parseScenario(readFileSync(new URL(file, packs), 'utf8'), file);
    if (!outcome.ok) throw new Error(`${file} does not parse`);
    return outcome.value;
  });

/** A fact of the world as one message states it. */
interface Statement {
  readonly of: string;
  readonly is: string;
  readonly by: string;
}

const mails = scenarios.flatMap(({ id, clock, messages }) =>
  mailsOf(messages).map((mail) => ({ mail, by: `${id}/${mail.id}`, year: clock.slice(0, 4) })),
);

/** What is stated of one thing in two ways, with the messages that state it. */
function contradictions(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.map(({ of }) => of))]
    .map((of) => [of, statements.filter((statement) => statement.of === of)] as const)
    .filter(([, all]) => new Set(all.map(({ is }) => is)).size > 1)
    .map(([of, all]) => `${of}: ${all.map(({ is, by }) => `${is} (${by})`).join(', ')}`);
}

describe('all inboxes together', () => {
  it('give each IP address to one owner', () => {
    const statements = mails.flatMap(({ mail: { delivery }, by }) => {
      const { host, ip } =
        delivery.route === 'received' ? { host: delivery.hops[0]?.from, ip: delivery.hops[0]?.ip } : delivery;
      return host === undefined || ip === undefined ? [] : [{ of: ip, is: organisationOf(host) ?? host, by }];
    });
    expect(statements.length).toBeGreaterThan(80);
    expect(contradictions(statements)).toEqual([]);
  });

  it('publish one DMARC policy for each domain and year', () => {
    const statements = mails.map(({ mail: { from, delivery }, by, year }) => ({
      of: `${from.address.split('@').at(-1)} in ${year}`,
      is: delivery.dmarcPolicy,
      by,
    }));
    expect(contradictions(statements)).toEqual([]);
  });

  it('use each ticket number for one piece of work', () => {
    const statements = scenarios.flatMap(({ id, clock, messages }) =>
      messages.flatMap(({ id: message, verify }) =>
        [...(verify?.tickets?.ja ?? '').matchAll(/#(\d{3,}) ([^（」、]+)/g)].map(
          ([, number, title = '']) => ({
            of: `#${number} in ${clock.slice(0, 4)}`,
            is: title.trim(),
            by: `${id}/${message}`,
          }),
        ),
      ),
    );
    expect(statements.length).toBeGreaterThan(40);
    expect(contradictions(statements)).toEqual([]);
  });
});
