/**
 * Where a message came from, what it leads to and who answers about it, only counted. Each is evidence to somebody who reads
 * it; over all messages it must say nothing to somebody who only counts.
 */
import { authenticationOf, domainOf } from '../../email/compose/authentication.ts';
import { hintPlaces, hintsFor } from '../../engine/hints.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import { formFieldTypes } from '../../scenario/format/vocabulary.ts';
import { writerOf } from '../../scenario/layout/headline.ts';
import { domainsIn } from '../../scenario/layout/named-values.ts';
import { isFromOutside } from '../../scenario/layout/passed-checks.ts';
import { bodiesOf, leafPlaces } from '../../scenario/layout/walk.ts';
import { directoryOf, findIn } from '../../scenario/world/directory.ts';
import { isUnder } from '../../scenario/world/organizations.ts';
import type { World } from '../../scenario/world/world.ts';
import type { Features } from './features.ts';

/** The trace features of a message; without a world nothing is in the directory. Yes and no are 1 and 0. */
export function traceFeaturesOf(scenario: Scenario, message: Message, world?: World): Features {
  const writer = writerOf(message)?.address ?? '';
  const sender = domainOf(writer);
  const links = (message.links ?? []).flatMap(({ url }) => domainsIn(url));
  const entries = world === undefined ? [] : directoryOf(world, scenario.recipient.mailbox ?? 'work');
  const isListed = (address: string): boolean => findIn(entries, address).length > 0;
  return {
    ...kindsOf('sender', sender === '' ? [] : [sender]),
    ...kindsOf('a link', links),
    'sender in the directory': Number(writer !== '' && isListed(writer)),
    'a link out of the directory': Number(links.some((domain) => !isListed(domain))),
    ...authenticationFeatures(message, scenario),
    ...formFeatures(message),
    ...answering(scenario, message),
    ...hintFeatures(message),
  };
}

/** The reserved names by which our content stands for others; see the guide to content. */
const kinds = {
  '.example': (domain: string) => domain.endsWith('.example'),
  'example.com, .net or .org': (domain: string) =>
    isUnder(domain, ['example.com', 'example.net', 'example.org']),
  '.jp': (domain: string) => domain.endsWith('.jp'),
} as const;

function kindsOf(place: string, domains: readonly string[]): Features {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, is]) => [`${place} in ${kind}`, Number(domains.some(is))]),
  );
}

function authenticationFeatures(message: Message, { recipient }: Scenario): Features {
  if (message.channel !== 'mail') return {};
  const { spf, dkim, dmarc } = authenticationOf(message.delivery, message.from.address);
  return {
    'SPF passes': Number(spf === 'pass'),
    'DKIM passes': Number(dkim === 'pass'),
    'DMARC passes': Number(dmarc === 'pass'),
    'DMARC fails': Number(dmarc === 'fail'),
    'from inside the company': Number(recipient.mailbox !== 'private' && !isFromOutside(message, recipient)),
    'a result unknown': Number([spf, dkim, dmarc].includes('unknown')),
  };
}

function formFeatures(message: Message): Features {
  const fields = bodiesOf(message, [])
    .filter(({ page }) => page !== undefined)
    .flatMap(({ blocks, path }) => leafPlaces(blocks, path))
    .flatMap(({ leaf }) => (leaf.kind === 'form' ? leaf.fields : []));
  const types = new Set(fields.map(({ type }) => type));
  return {
    'page there': Number((message.pages ?? []).length > 0),
    ...Object.fromEntries(formFieldTypes.map((type) => [`asks for: ${type}`, Number(types.has(type))])),
  };
}

function answering({ directory, recipient }: Scenario, { verify = {} }: Message): Features {
  const own = [domainOf(recipient.address)];
  const asked = (verify.contacts ?? []).flatMap(({ contact }) =>
    directory.filter(({ id }) => id === contact),
  );
  const colleagues = asked.filter(({ address }) => address !== undefined && isUnder(domainOf(address), own));
  const [first] = directory;
  return {
    'colleagues that answer': colleagues.length,
    'outsiders that answer': asked.length - colleagues.length,
    'the first contact answers': Number(asked.some(({ id }) => id === first?.id)),
    'the site answers': Number(verify.site !== undefined),
    'the tickets answer': Number(verify.tickets !== undefined),
    'the papers answer': Number(verify.papers !== undefined),
    'the message itself answers': Number(verify.within !== undefined),
  };
}

function hintFeatures(message: Message): Features {
  const [first, second] = hintsFor(message);
  return Object.fromEntries(
    hintPlaces.flatMap((place) => [
      [`first hint: ${place}`, Number(first === place)],
      [`second hint: ${place}`, Number(second === place)],
    ]),
  );
}
