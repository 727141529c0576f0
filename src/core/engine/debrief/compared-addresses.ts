/** What arrived beside what is genuine, with the part in which they differ. */
import { hostOfSite } from '../../scenario/world/official-site.ts';
import { senderOf } from '../../scenario/layout/headline.ts';
import { areOneSite, domainsIn } from '../../scenario/layout/named-values.ts';
import { layOut } from '../../scenario/layout/regions.ts';
import { shownValues } from '../../scenario/layout/shown-value.ts';
import { twinOf } from '../../scenario/layout/twin.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Contact, Scenario } from '../../scenario/format/scenario.ts';

/** An address or host name in three parts: the middle is what differs. */
export interface MarkedAddress {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

export interface ComparedAddresses {
  readonly arrived: MarkedAddress;
  readonly genuine: MarkedAddress;
}

/**
 * The address or link target among the regions of a clue beside the genuine one: of the twin, or of the contact whose name the sender
 * uses. Undefined where there is none, or where both have the same owner.
 */
export function comparedAddresses(
  message: Message,
  regions: readonly string[],
  scenario: Pick<Scenario, 'messages' | 'directory'>,
): ComparedAddresses | undefined {
  if (message.solution.truth !== 'phish') return undefined;
  for (const region of regions) {
    const kind = kindOf(region);
    const arrived = kind && valueAt(message, region, kind);
    const genuine = kind && genuineValue(message, region, kind, scenario);
    if (arrived === undefined || genuine === undefined) continue;
    const [here, there] = [domainsIn(arrived)[0], domainsIn(genuine)[0]];
    if (here === undefined || there === undefined || areOneSite(here, there)) continue;
    return differing(arrived, genuine);
  }
  return undefined;
}

type Kind = 'address' | 'host';

function kindOf(region: string): Kind | undefined {
  if (region === 'field/fromAddress' || region === 'field/replyTo') return 'address';
  return region.startsWith('link/') ? 'host' : undefined;
}

function valueAt(message: Message, region: string, kind: Kind): string | undefined {
  const value = shownValues(message, layOut(message).regions).get(region)?.[0];
  return kind === 'host' && value !== undefined ? hostOfSite(value) : value;
}

function genuineValue(
  message: Message,
  region: string,
  kind: Kind,
  { messages, directory }: Pick<Scenario, 'messages' | 'directory'>,
): string | undefined {
  const twin = twinOf(message, { messages });
  const ofTwin = twin && valueAt(twin, region, kind);
  if (ofTwin !== undefined) return ofTwin;
  const contact = directory.find((one) => isNamedAs(one, message));
  return kind === 'address' ? contact?.address : contact?.site && hostOfSite(contact.site);
}

/** Whether the sender calls itself by the name of a contact, in either language. */
function isNamedAs({ name }: Contact, message: Message): boolean {
  const sender = senderOf(message);
  return (['ja', 'en'] as const).some(
    (language) => sender[language].includes(name[language]) || name[language].includes(sender[language]),
  );
}

/** Cuts both where they differ, in whole labels of a domain: everything before the `@` is anybody's choice. */
export function differing(arrived: string, genuine: string): ComparedAddresses {
  const [here, there] = [labelsOf(arrived), labelsOf(genuine)];
  let same = 0;
  while (
    same < Math.min(here.labels.length, there.labels.length) - 1 &&
    here.labels.at(-1 - same) === there.labels.at(-1 - same)
  )
    same += 1;
  return { arrived: marked(here, same), genuine: marked(there, same) };
}

interface Labels {
  readonly user: string;
  readonly labels: readonly string[];
}

function labelsOf(address: string): Labels {
  const at = address.lastIndexOf('@') + 1;
  return { user: address.slice(0, at), labels: address.slice(at).split('.') };
}

function marked({ user, labels }: Labels, same: number): MarkedAddress {
  const end = labels.length - same;
  return {
    before: user,
    differs: labels.slice(0, end).join('.'),
    after: same === 0 ? '' : `.${labels.slice(end).join('.')}`,
  };
}
