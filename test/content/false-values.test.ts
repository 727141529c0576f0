import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placedSolution } from '../../src/core/engine/placed-solution.ts';
import { fieldValues } from '../../src/core/email/compose/headers.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';

const packs = new URL('../../content/packs/', import.meta.url).pathname;
const scenarios = readdirSync(packs)
  .map((pack) => `${packs}${pack}/scenarios/`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder).map((file): Scenario => JSON.parse(readFileSync(folder + file, 'utf8'))),
  );

/** The domain of a sender whose address is a clue, and what the headers show as a mail client does. */
function costlyHeaders(message: Message, { recipient }: Scenario): readonly string[] {
  if (message.channel !== 'mail' || message.solution.truth !== 'phish') return [];
  const { facts, innocent } = placedSolution(message);
  const isFalse = facts.some(({ clues }) =>
    clues.some(
      ({ thing, regions }) => thing.cue === 'sender-address' && regions.includes('field/fromAddress'),
    ),
  );
  if (!isFalse) return [];
  const domain = message.from.address.slice(message.from.address.indexOf('@') + 1);
  return Object.entries(fieldValues(message, recipient, 'en'))
    .filter(
      ([field, value]) => value.includes(domain) && innocent.some(({ key }) => key === `field/${field}`),
    )
    .map(([field]) => `${message.id} ${field}`);
}

it('takes no points for a flag on a header that shows the false domain of the sender', () => {
  const costly = scenarios.flatMap((scenario) =>
    scenario.messages.flatMap((message) => costlyHeaders(message, scenario)),
  );
  expect(scenarios.length).toBeGreaterThan(10);
  expect(costly).toEqual([]);
});

it('takes no points for a flag on a certificate name that the false address proves wrong', () => {
  const costly = scenarios
    .flatMap(({ messages }) => messages)
    .flatMap((message) => {
      const { innocent, facts } = placedSolution(message);
      const clues = new Set(
        facts.flatMap((fact) => fact.clues.flatMap(({ regions, joined }) => [...regions, ...joined])),
      );
      return innocent
        .filter(({ key, page }) => key === `page/${page}/names` && clues.has(`page/${page}/address`))
        .map(({ key }) => `${message.id} ${key}`);
    });
  expect(costly).toEqual([]);
});
